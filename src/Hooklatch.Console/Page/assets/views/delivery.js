import { Attempts } from '../components/attempts.js';
import { Badge } from '../components/badge.js';
import { Body } from '../components/body.js';
import { Copyable } from '../components/copy.js';
import { DeliveryActions } from '../components/delivery-actions.js';
import { Icon } from '../components/icons.js';
import { Loaded, Notice } from '../components/problem.js';
import { Progress } from '../components/progress.js';
import { Bytes, EventName, Text, When } from '../components/text.js';
import { get } from '../core/api.js';
import { useNow } from '../core/clock.js';
import { brief, visible } from '../core/format.js';
import { useLoad, useTitle } from '../core/hooks.js';
import { useLive, useLiveFilter } from '../core/live.js';
import { html, useRef } from '../core/preact.js';
import { deliveriesHref, deliveryHref, lastDeliveries, replace, webhookHref } from '../core/router.js';
import { may } from '../core/session.js';
import { stateInWords, stateOf } from '../core/words.js';

/** An id of a sender that is longer is no filter: the host refuses a longer parameter, and with it the stream. */
const longest = 500;

export function Delivery({ id, query }) {
  useTitle(`#${brief(id, 40)}`);
  const delivery = useLoad((signal) => get(`deliveries/${encodeURIComponent(id)}`, {}, signal), [id]);
  useLive('deliveries', (rows) => rows?.some((row) => row.id === id) && delivery.reload(), [delivery.reload]);
  const row = delivery.data?.row;
  useLiveFilter(
    row
      ? {
          plugin: row.plugin,
          endpoint: row.endpoint,
          deliveryId: row.deliveryId?.length > longest ? null : row.deliveryId,
          jobs: row.isJob ? 'true' : null,
        }
      : {},
  );
  useLive('resync', delivery.reload, [delivery.reload]);
  return html`<p class="crumbs"><a href=${lastDeliveries()} data-up><${Icon} name="left" />Deliveries</a></p>
    <${Loaded} state=${delivery} title=${`#${brief(id, 40)}`}>${(view) => html`<${Content} view=${view} tab=${query.tab} reload=${delivery.reload} />`}<//>`;
}

function Content({ view, tab, reload }) {
  const { row } = view;
  const now = useNow();
  const words = stateInWords(row, now);
  const { tone, icon, label } = stateOf(row);
  return html`
    <header class="page-head delivery-head">
      <div>
        <p class="sub">
          <span class="nums muted">#${brief(row.id)}</span>
          ${row.isJob ? html`job of <${Text}>${row.plugin}<//>` : html`<a href=${webhookHref(row.plugin, row.endpoint)}>${brief(row.plugin)}${brief(row.endpoint)}</a>`}
        </p>
        <h1>${row.isJob ? html`<${Text}>${row.endpoint}<//>` : html`<${EventName} row=${row} />`}</h1>
      </div>
      <${DeliveryActions} view=${view} onDone=${reload} />
    </header>

    <section class="state-card ${tone}" aria-label="State">
      <p class="state-title"><${Icon} name=${icon} /><span class="offscreen">${label}: </span>${words.title}</p>
      ${words.advice && html`<p>${words.advice}</p>`}
      ${view.report && row.state === 'leased' && html`<${Report} report=${view.report} />`}
      ${(row.error || row.errorType) && row.state !== 'done' && html`<${LastError} row=${row} />`}
    </section>
    ${view.problem && html`<${Notice} tone="bad" title="A part of it cannot be read"><p><${Text} most=${1000}>${view.problem}<//></p><//>`}
    ${row.replayOf && html`<p>This is a replay of <a href=${deliveryHref(row.replayOf)}>#${brief(row.replayOf)}</a>.</p>`}

    <${Tabs} tab=${tab} view=${view} />
  `;
}

function Report({ report }) {
  return html`<p class="report">
    <${Progress} value=${report.percent} max=${100} label="Progress of the job" /> <span class="nums">${report.percent} %</span>
    ${report.message && html` <${Text}>${report.message}<//>`}
  </p>`;
}

function LastError({ row }) {
  return html`<div class="last-error">
    ${row.errorType && html`<p><code>${brief(row.errorType)}</code></p>`}
    ${row.error && html`<pre class="error" tabindex="0" role="group" aria-label="The error">${visible(row.error)}</pre>`}
    <p class="links">
      ${row.fingerprint && html`<a href=${deliveriesHref({ fingerprint: row.fingerprint })}>All with the same error</a>`}
      ${row.errorType && html`<a href=${deliveriesHref({ plugin: row.plugin, endpoint: row.endpoint, errorType: row.errorType })}>All of this type here</a>`}
    </p>
  </div>`;
}

const tabs = [
  ['happened', 'What happened'],
  ['request', 'Request'],
  ['body', 'Body'],
];

function Tabs({ tab, view }) {
  const strip = useRef(null);
  const { row } = view;
  const names = row.isJob ? tabs.map(([name, label]) => [name, name === 'request' ? 'Details' : name === 'body' ? 'Job' : label]) : tabs;
  const current = names.some(([name]) => name === tab) ? tab : 'happened';
  const choose = (name) => replace(`delivery/${encodeURIComponent(row.id)}`, { tab: name === 'happened' ? null : name });

  // The arrows go from tab to tab, as everywhere where there are tabs.
  function onKeyDown(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      const at = names.findIndex(([name]) => name === current);
      const next = (at + step + names.length) % names.length;
      choose(names[next][0]);
      strip.current.children[next].focus();
    }
  }

  return html`<div class="tabs" role="tablist" aria-label="Parts of the delivery" ref=${strip} onKeyDown=${onKeyDown}>
      ${names.map(
        ([name, label]) =>
          html`<button
            type="button"
            role="tab"
            id=${`tab-${name}`}
            aria-selected=${name === current}
            aria-controls="tab-panel"
            tabindex=${name === current ? 0 : -1}
            onClick=${() => choose(name)}
          >${label}</button>`,
      )}
    </div>
    <div id="tab-panel" role="tabpanel" aria-labelledby=${`tab-${current}`}>
      ${current === 'happened' && html`<${Happened} view=${view} />`}
      ${current === 'request' && html`<${Request} view=${view} />`}
      ${
        current === 'body' &&
        (may('bodies')
          ? html`<${Body} id=${row.id} />`
          : html`<${Notice} icon="key" title="Your role does not show bodies"><p>A token with the role <code>bodies</code> or <code>operate</code> does.</p><//>`)
      }
    </div>`;
}

function Happened({ view }) {
  return html`<div class="columns">
    <div>
      <section class="panel" aria-labelledby="tries">
        <h2 id="tries">Tries</h2>
        <${Attempts} attempts=${view.attempts} row=${view.row} />
      </section>
      ${
        view.report?.result &&
        html`<section class="panel" aria-labelledby="result">
          <h2 id="result">Result</h2>
          <pre class="code" tabindex="0" role="group" aria-label="The result"><code>${visible(view.report.result)}</code></pre>
        </section>`
      }
    </div>
    <section class="panel" aria-labelledby="timeline">
      <h2 id="timeline">Timeline</h2>
      ${
        view.timeline.length > 0
          ? html`<ol class="timeline">
              ${view.timeline.map(
                (entry) => html`<li class=${entry.isTrouble ? 'trouble' : ''}>
                  <span class="point" aria-hidden="true"></span>
                  <p>${entry.isTrouble && html`<span class="offscreen">Trouble: </span>`}<${Text}>${entry.what}<//></p>
                  <p><${When} at=${entry.at} exactly /></p>
                </li>`,
              )}
            </ol>`
          : html`<p class="muted">Nothing is known.</p>`
      }
    </section>
  </div>`;
}

function Request({ view }) {
  const { row, verification } = view;
  return html`<div class="columns even">
    <section class="panel" aria-labelledby="details">
      <h2 id="details">Details</h2>
      <dl class="facts">
        <div><dt>Received</dt><dd><${When} at=${row.receivedAt} exactly /></dd></div>
        ${row.endedAt && html`<div><dt>Last try ended</dt><dd><${When} at=${row.endedAt} exactly /></dd></div>`}
        ${row.dueAt && html`<div><dt>Tries again</dt><dd><${When} at=${row.dueAt} exactly /></dd></div>`}
        ${!row.isJob && html`<div><dt>Runs</dt><dd>${view.isInline ? 'while its sender waited' : 'after it was stored and answered'}</dd></div>`}
        ${view.method && html`<div><dt>Method</dt><dd><span class="method">${brief(view.method)}</span></dd></div>`}
        ${view.contentType && html`<div><dt>Content type</dt><dd><code>${brief(view.contentType)}</code></dd></div>`}
        <div><dt>Body</dt><dd><${Bytes} value=${row.bodyLength} /></dd></div>
        ${
          row.deliveryId &&
          html`<div><dt>Id of the provider</dt><dd><${Copyable}
          text=${row.deliveryId}
          what="the id of the provider"
          shown=${brief(row.deliveryId)}
        /></dd></div>`
        }
        ${view.orderKey && html`<div><dt>Order key</dt><dd><code>${brief(view.orderKey)}</code></dd></div>`}
        ${view.traceId && html`<div><dt>Trace</dt><dd><${Copyable} text=${view.traceId} what="the trace id" shown=${brief(view.traceId)} /></dd></div>`}
      </dl>
      ${verification && html`<${Verified} verification=${verification} />`}
    </section>
    <div>
      <${Values} title="Headers that were kept" rows=${view.headers} none="No handler reads a header, so none was kept." />
      <${Values} title="Query" rows=${view.query} />
      <${Values} title="Values of the route" rows=${view.route} />
    </div>
  </div>`;
}

function Verified({ verification }) {
  const { scheme, setting, secretIndex, isSecretConfigured } = verification;
  return html`<h3>How it was verified</h3>
    <dl class="facts">
      <div><dt>By</dt><dd><${Text}>${scheme}<//></dd></div>
      ${setting && html`<div><dt>Secret in</dt><dd><code>${brief(setting)}</code>${secretIndex != null && html`, number ${secretIndex + 1} of the list`}</dd></div>`}
      ${
        isSecretConfigured != null &&
        html`<div>
          <dt>Today</dt>
          <dd>
            ${
              isSecretConfigured
                ? html`<${Badge} tone="ok" icon="check">Still configured<//>`
                : html`<${Badge} tone="warn" icon="warning">No longer configured<//>`
            }
          </dd>
        </div>`
      }
    </dl>`;
}

function Values({ title, rows, none }) {
  if (rows.length === 0 && !none) {
    return null;
  }

  return html`<section class="panel" aria-label=${title}>
    <h2>${title}</h2>
    ${
      rows.length > 0
        ? html`<table class="plain values">
            <thead class="offscreen"><tr><th scope="col">Name</th><th scope="col">Value</th></tr></thead>
            <tbody>
              ${rows.map(
                (one) => html`<tr>
                  <th scope="row"><code>${brief(one.name)}</code></th>
                  <td>${one.values.map((value) => html`<div><code>${visible(value)}</code></div>`)}</td>
                </tr>`,
              )}
            </tbody>
          </table>`
        : html`<p class="muted">${none}</p>`
    }
  </section>`;
}
