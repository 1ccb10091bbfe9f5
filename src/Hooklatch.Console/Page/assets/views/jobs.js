import { ask } from '../components/dialogs.js';
import { Icon } from '../components/icons.js';
import { Empty, Loaded } from '../components/problem.js';
import { Progress } from '../components/progress.js';
import { ageOf, Text, When } from '../components/text.js';
import { notify } from '../components/toasts.js';
import { actions } from '../core/actions.js';
import { get, post } from '../core/api.js';
import { brief, count, duration, exact, relative } from '../core/format.js';
import { useNow } from '../core/clock.js';
import { useLoad, useTitle } from '../core/hooks.js';
import { useChanges } from '../core/live.js';
import { html } from '../core/preact.js';
import { deliveriesHref, deliveryHref } from '../core/router.js';
import { may } from '../core/session.js';
import { missedRunsLabel } from '../core/words.js';

/** How many running jobs are shown with their progress. */
const mostRunning = 20;

export function Jobs() {
  useTitle('Jobs');
  const state = useLoad(async (signal) => {
    const [overview, schedules, running] = await Promise.all([
      get('overview', {}, signal),
      get('schedules', {}, signal),
      get('deliveries', { jobs: true, state: 'leased', size: mostRunning }, signal),
    ]);
    // How far a job has come stands only in its own view. One that has ended meanwhile is left out.
    const views = await Promise.all(
      running.deliveries.map((row) => get(`deliveries/${encodeURIComponent(row.id)}`, {}, signal).catch(() => null)),
    );
    return { kinds: overview.plugins.flatMap((plugin) => plugin.jobs), schedules, running: views.filter(Boolean) };
  }, []);
  useChanges(state.reload, 5000);
  return html`<header class="page-head">
      <div><h1>Jobs</h1><p class="sub muted">Work that a handler starts and does not wait for, and work at set times.</p></div>
      <div class="buttons"><a class="button" href=${deliveriesHref({ jobs: 'true' })}>All jobs</a><a
        class="button"
        href=${deliveriesHref({ jobs: 'true', state: 'dead' })}
      >Failed jobs</a></div>
    </header>
    <${Loaded} state=${state}>
      ${({ kinds, schedules, running }) =>
        kinds.length === 0 && schedules.length === 0 && running.length === 0
          ? html`<${Empty} title="No plugin of this host has jobs"><p>A method with <code>[Job]</code> or <code>[Recurring]</code> is one.</p><//>`
          : html`<${Running} views=${running} reload=${state.reload} /><${Schedules} schedules=${schedules} /><${Kinds} kinds=${kinds} />`}
    <//>`;
}

function Running({ views, reload }) {
  const cancel = (row) =>
    ask({
      title: `Cancel #${brief(row.id)}`,
      action: 'Cancel the job',
      isDanger: true,
      body: html`<p>${actions.cancel.tells()}</p>`,
      run: async () => {
        const result = await post(`deliveries/${encodeURIComponent(row.id)}/cancel`, { body: {} });
        notify(result.message, result.done ? 'ok' : 'bad');
        reload();
      },
    });

  return html`<section class="panel" aria-labelledby="running">
    <h2 id="running">Running now</h2>
    ${
      views.length === 0
        ? html`<p class="muted">None.</p>`
        : html`<ul class="running">
            ${views.map(
              (view) => html`<li key=${view.row.id}>
                <a class="name" data-row href=${deliveryHref(view.row.id)}><${Text}>${view.row.endpoint}<//></a>
                <span class="muted nums">#${brief(view.row.id)}</span>
                <span class="progress">
                  ${
                    view.report
                      ? html`<${Progress}
                        value=${view.report.percent}
                        max=${100}
                        label=${`Progress of ${brief(view.row.endpoint)}`}
                      /><span class="nums">${view.report.percent} %</span>`
                      : html`<span class="muted">has reported nothing</span>`
                  }
                </span>
                <span class="message"><${Text}>${view.report?.message ?? ''}<//></span>
                ${
                  may('operate') &&
                  view.actions.includes('cancel') &&
                  html`<button
                  type="button"
                  class="small"
                  onClick=${() => cancel(view.row)}
                ><${Icon} name="stop" />Cancel</button>`
                }
              </li>`,
            )}
          </ul>`
    }
  </section>`;
}

function Schedules({ schedules }) {
  const now = useNow();
  if (schedules.length === 0) {
    return null;
  }

  const sorted = [...schedules].sort((a, b) => !!b.problem - !!a.problem || (a.nextAt[0] ?? '9').localeCompare(b.nextAt[0] ?? '9'));
  return html`<section class="panel flush" aria-labelledby="schedules">
    <h2 id="schedules">At set times</h2>
    <table class="cards">
      <thead>
        <tr><th scope="col">Job</th><th scope="col">Schedule</th><th scope="col">Last</th><th scope="col">Next</th></tr>
      </thead>
      <tbody>
        ${sorted.map(
          (one) => html`<tr>
            <th scope="row" class="main">
              <span class="name"><${Text}>${one.name}<//></span><span class="detail muted"><${Text}>${one.plugin}<//></span>
              ${one.problem && html`<span class="problem"><${Icon} name="warning" /><${Text}>${one.problem}<//></span>`}
            </th>
            <td data-label="Schedule">
              <code>${brief(one.expression)}</code>
              <span class="detail muted"><${Text}>${one.timeZone}<//> · ${brief(missedRunsLabel(one.missedRuns))}</span>
            </td>
            <td data-label="Last">${one.lastAt ? html`<${When} at=${one.lastAt} />` : html`<span class="muted">not yet</span>`}</td>
            <td data-label="Next">
              ${one.nextAt.length === 0 && html`<span class="muted">never</span>`}
              ${one.nextAt.slice(0, 3).map(
                (at, i) => html`<time
                class="nums ${i > 0 ? 'detail muted' : ''}"
                datetime=${at}
                title=${exact(at)}
              >${i === 0 ? relative(at, now) : exact(at).slice(0, 16)}</time>`,
              )}
            </td>
          </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

const columns = [
  ['ready', 'Ready', 'ready'],
  ['running', 'Running', 'leased'],
  ['delayed', 'Later', 'delayed'],
  ['dead', 'Failed for good', 'dead'],
];

function Kinds({ kinds }) {
  if (kinds.length === 0) {
    return null;
  }

  return html`<section class="panel flush" aria-labelledby="kinds">
    <h2 id="kinds">Kinds of jobs</h2>
    <table class="cards">
      <thead>
        <tr>
          <th scope="col">Job</th>
          ${columns.map(([, label]) => html`<th scope="col" class="num">${label}</th>`)}
          <th scope="col" class="num">Oldest waits</th>
        </tr>
      </thead>
      <tbody>
        ${kinds.map((kind) => {
          const filter = { plugin: kind.plugin, endpoint: kind.name, jobs: 'true' };
          const age = ageOf(kind.depth?.oldestAt);
          return html`<tr>
            <th scope="row" class="main">
              <a class="name" data-row href=${deliveriesHref(filter)}><${Text}>${kind.name}<//></a>
              <span class="detail muted"><code>${brief(kind.target)}</code>${kind.isRecurring && html` <span class="tag">at set times</span>`}</span>
            </th>
            ${columns.map(
              ([name, label, state]) => html`<td class="num" data-label=${label}>
                ${
                  kind.depth?.[name]
                    ? html`<a
                  class=${name === 'dead' ? 'bad' : ''}
                  href=${deliveriesHref({ ...filter, state })}
                >${count(kind.depth[name])}</a>`
                    : html`<span class="muted">0</span>`
                }
              </td>`,
            )}
            <td class="num" data-label="Oldest waits">${age == null ? html`<span class="muted">–</span>` : duration(age)}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </section>`;
}
