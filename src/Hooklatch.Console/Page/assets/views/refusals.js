import { Icon } from '../components/icons.js';
import { Empty, Loaded } from '../components/problem.js';
import { RefusalList, reasonsOf } from '../components/refusal-list.js';
import { notifyError } from '../components/toasts.js';
import { get } from '../core/api.js';
import { brief, count } from '../core/format.js';
import { useLoad, useTitle } from '../core/hooks.js';
import { merge } from '../core/ids.js';
import { useLive } from '../core/live.js';
import { html, useState } from '../core/preact.js';
import { href } from '../core/router.js';
import { reasonLabel } from '../core/words.js';

/** New refusals are put on top up to this many rows; then the oldest make room. */
const most = 500;

export function Refusals({ query }) {
  useTitle('Refusals');
  const { plugin, endpoint, reason } = query;
  const page = useLoad((signal) => get('refusals', { plugin, endpoint, size: 100 }, signal), [plugin, endpoint]);
  useLive('resync', page.reload, [page.reload]);
  useLive(
    'refusals',
    (rows) => {
      const fitting = (rows ?? []).filter((row) => (!plugin || row.plugin === plugin) && (!endpoint || row.endpoint === endpoint));
      page.setData((old) => old && { ...old, refusals: merge(old.refusals, fitting).slice(0, most) });
    },
    [plugin, endpoint],
  );

  const [isBusy, setBusy] = useState(false);
  async function older() {
    setBusy(true);
    try {
      const next = await get('refusals', { plugin, endpoint, size: 100, before: page.data.next });
      page.setData((old) => ({ ...next, refusals: [...old.refusals, ...next.refusals] }));
    } catch (error) {
      notifyError(error);
    } finally {
      setBusy(false);
    }
  }

  return html`<header class="page-head">
      <div>
        <h1>Refusals</h1>
        <p class="sub muted">What this host has refused since it started, and what its sender can do. Bodies and credentials are not kept.</p>
      </div>
    </header>
    ${
      plugin &&
      html`<p class="filters"><span class="chip">${brief(plugin)}${brief(endpoint ?? '')}<a
        href=${href('refusals', { reason })}
        aria-label="Show those of all webhooks"
      ><${Icon} name="cross" /></a></span></p>`
    }
    <${Loaded} state=${page}>${(data) => html`<${Content} data=${data} query=${query} reason=${reason} />`}<//>
    ${page.data?.next && html`<p class="older"><button type="button" onClick=${older} disabled=${isBusy}>${isBusy ? 'Loading…' : 'Older'}</button></p>`}`;
}

function Content({ data, query, reason }) {
  if (data.refusals.length === 0) {
    return html`<${Empty} title="Nothing was refused"><p>When a delivery is, it appears here with the reason and what to do about it.</p><//>`;
  }

  const reasons = reasonsOf(data.refusals);
  const shown = reason ? data.refusals.filter((row) => row.reason === reason) : data.refusals;
  const latest = (name) => data.refusals.find((row) => row.reason === name);
  return html`<section aria-label="By reason">
      <ul class="reasons">
        ${reasons.map(([name, n]) => {
          const isOn = name === reason;
          return html`<li>
            <a class=${isOn ? 'on' : ''} aria-current=${isOn ? 'true' : undefined} href=${href('refusals', { ...query, reason: isOn ? null : name })}>
              <span class="n nums">${count(n)}</span>
              <span class="words"><b>${brief(reasonLabel(name))}</b><span class="muted">${brief(latest(name).advice)}</span></span>
            </a>
          </li>`;
        })}
      </ul>
    </section>
    <div class="section-head">
      <h2>${reason ? brief(reasonLabel(reason)) : 'Newest first'}</h2>
      ${reason && html`<a href=${href('refusals', { ...query, reason: null })}>Show all reasons</a>`}
    </div>
    ${shown.length > 0 ? html`<section class="panel flush"><${RefusalList} rows=${shown} /></section>` : html`<${Empty} title="None of this reason is left" />`}`;
}
