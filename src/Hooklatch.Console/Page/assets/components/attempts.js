import { brief, count, millis, visible } from '../core/format.js';
import { html } from '../core/preact.js';
import { deliveriesHref } from '../core/router.js';
import { Badge, StateBadge } from './badge.js';
import { Text, When } from './text.js';

/** The tries that have ended, the latest first: it is the one that is asked about. */
export function Attempts({ attempts, row }) {
  if (attempts.length === 0) {
    return html`<p class="muted">It has not been tried yet.</p>`;
  }

  return html`<ol class="attempts" reversed>
    ${[...attempts].reverse().map(
      (attempt, i) => html`<li key=${attempt.number}>
        <details open=${i === 0}>
          <summary>
            <b class="nums">${count(attempt.number)}.</b>
            <${Ended} attempt=${attempt} row=${row} />
            <span class="nums muted">${attempt.elapsedMs > 0 ? millis(attempt.elapsedMs) : ''}</span>
            <span class="at"><${When} at=${attempt.startedAt} /></span>
          </summary>
          <dl class="facts tight">
            <div><dt>Began</dt><dd><${When} at=${attempt.startedAt} exactly /></dd></div>
            <div><dt>Took</dt><dd>${attempt.elapsedMs > 0 ? millis(attempt.elapsedMs) : 'nobody knows'}</dd></div>
            ${attempt.handler && html`<div><dt>Ran</dt><dd><code>${brief(attempt.handler)}</code></dd></div>`}
            ${attempt.errorType && html`<div><dt>Error</dt><dd><code>${brief(attempt.errorType)}</code></dd></div>`}
            ${
              attempt.fingerprint &&
              html`<div><dt>Fingerprint</dt><dd><a
              class="mono"
              href=${deliveriesHref({ fingerprint: attempt.fingerprint })}
            ><${Text}>${attempt.fingerprint}<//></a></dd></div>`
            }
          </dl>
          ${attempt.error && html`<pre class="error" tabindex="0" role="group" aria-label=${`The error of try ${attempt.number}`}>${visible(attempt.error)}</pre>`}
        </details>
      </li>`,
    )}
  </ol>`;
}

// States in which a delivery goes on by itself.
const goesOn = ['ready', 'delayed', 'waiting'];

/** How a try has ended. The state after it says what comes next, which is over for all but the last. */
function Ended({ attempt, row }) {
  if (!goesOn.includes(attempt.state)) {
    return html`<${StateBadge} row=${{ ...row, state: attempt.state }} />`;
  }

  return attempt.error || attempt.errorType
    ? html`<${Badge} tone="warn" icon="cross">Failed<//>`
    : html`<${Badge} tone="info" icon="clock">Put off<//>`;
}
