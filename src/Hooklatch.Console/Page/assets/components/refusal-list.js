import { brief, bytes, count, visible } from '../core/format.js';
import { hostNow } from '../core/clock.js';
import { html } from '../core/preact.js';
import { webhookHref } from '../core/router.js';
import { useSession } from '../core/session.js';
import { reasonLabel } from '../core/words.js';
import { Copyable } from './copy.js';
import { Text, When } from './text.js';

/** Refusals, newest first. Each opens to what its sender can do. */
export function RefusalList({ rows, isOfOne }) {
  return html`<ul class="refusals">${rows.map((row) => html`<${Refusal} key=${row.id} row=${row} isOfOne=${isOfOne} />`)}</ul>`;
}

function Refusal({ row, isOfOne }) {
  return html`<li>
    <details>
      <summary data-row>
        <span class="status nums">${count(row.status)}</span>
        <span class="reason">${brief(reasonLabel(row.reason))}</span>
        ${!isOfOne && html`<span class="of muted">${brief(row.plugin)}${brief(row.endpoint)}</span>`}
        ${(row.explanationText || row.explanation) && html`<span class="tag">explained</span>`}
        <span class="at"><${When} at=${row.receivedAt} /></span>
      </summary>
      <div class="inside">
        <p class="advice"><${Text} most=${1000}>${row.advice}<//></p>
        ${
          row.explanationText &&
          html`<h3>How it was checked</h3><pre
          class="code small"
          tabindex="0"
          role="group"
          aria-label="How it was checked"
        ><code>${visible(row.explanationText)}</code></pre>`
        }
        <dl class="facts tight">
          <div><dt>Received</dt><dd><${When} at=${row.receivedAt} exactly /></dd></div>
          ${!isOfOne && html`<div><dt>Webhook</dt><dd><a href=${webhookHref(row.plugin, row.endpoint)}>${brief(row.plugin)}${brief(row.endpoint)}</a></dd></div>`}
          <div><dt>Reason</dt><dd><code>${brief(row.reason)}</code></dd></div>
          ${row.detail && html`<div><dt>In the log</dt><dd><${Text} most=${1000}>${row.detail}<//></dd></div>`}
          ${row.size != null && html`<div><dt>Body</dt><dd>${bytes(row.size)}</dd></div>`}
          ${row.peer && html`<div><dt>Came from</dt><dd><code>${brief(row.peer)}</code></dd></div>`}
        </dl>
        ${!row.explanationText && html`<${ExplainNext} row=${row} />`}
      </div>
    </details>
  </li>`;
}

/** Which setting has the next refusals explained. A refusal that was not explained cannot be afterwards: its body is gone. */
function ExplainNext({ row }) {
  const { view } = useSession();
  if (view.environment === 'Development') {
    return null;
  }

  const until = new Date(Math.ceil((hostNow() + 3600000) / 60000) * 60000).toISOString().replace('.000Z', 'Z');
  const setting = `Hooklatch:ExplainRefusals:${row.plugin}${row.endpoint}`;
  return html`<details class="quiet">
    <summary>Explain the next ones</summary>
    <p>Set this at the host. It is read at once, and for an hour each refusal of this webhook says how it was checked, at most one in a second.</p>
    <dl class="facts tight">
      <div><dt>Setting</dt><dd><${Copyable} text=${setting} what="the name of the setting" shown=${brief(setting)} /></dd></div>
      <div><dt>Value</dt><dd><${Copyable} text=${until} what="the value" /></dd></div>
    </dl>
  </details>`;
}

/** How many there are of each reason, most first. */
export function reasonsOf(rows) {
  const counts = new Map();
  for (const row of rows) {
    counts.set(row.reason, (counts.get(row.reason) ?? 0) + 1);
  }

  return [...counts].sort((a, b) => b[1] - a[1]);
}
