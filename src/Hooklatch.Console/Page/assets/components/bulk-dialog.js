import { actions } from '../core/actions.js';
import { post } from '../core/api.js';
import { hostNow } from '../core/clock.js';
import { toBody } from '../core/filters.js';
import { brief, count, duration, exact } from '../core/format.js';
import { useLoad } from '../core/hooks.js';
import { html, useMemo, useState } from '../core/preact.js';
import { stateLabel } from '../core/words.js';
import { StateBadge } from './badge.js';
import { bulkRuns } from './bulk-runs.js';
import { Dialog } from './dialogs.js';
import { Loaded, Problem } from './problem.js';
import { EventName, When } from './text.js';
import { notify } from './toasts.js';

const offered = ['requeue', 'replay', 'dismiss', 'erase'];
const rates = [5, 20, 50, 200, 1000];

/** An action on all deliveries that fit: says how many and which, and does it at a rate. */
export function BulkDialog({ filter, onClose }) {
  const [action, setAction] = useState('requeue');
  const [perSecond, setPerSecond] = useState(50);
  const [typed, setTyped] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState(null);
  // What comes in while somebody reads the dialog is not meant.
  const body = useMemo(() => ({ ...toBody(filter), to: filter.to ?? new Date(hostNow()).toISOString() }), []);
  const preview = useLoad(() => post('bulk/preview', { body: { action, filter: body, perSecond } }), [action]);
  const { label, isDanger, tells } = actions[action];
  const found = preview.isLoading ? null : preview.data;
  const number = found && `${found.isMore ? 'at least ' : ''}${count(found.count)}`;
  // What cannot be undone, or is not counted to the end, takes more than a click.
  const word = found?.isMore ? 'all' : action === 'erase' ? String(found?.count ?? '') : null;
  const isAllowed = found && found.count > 0 && (!word || typed.trim().replaceAll(',', '') === word);

  async function onSubmit(event) {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      const run = await post('bulk', { body: { action, filter: body, perSecond, ...(!found.isMore && { expected: found.count }) } });
      bulkRuns.set((all) => [run, ...all.filter((one) => one.id !== run.id)]);
      notify(`${label} has begun.`);
      onClose();
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  }

  return html`<${Dialog} title="Act on all deliveries that fit" onClose=${onClose}>
    <form onSubmit=${onSubmit}>
      <div class="body">
        <${Which} filter=${body} />
        <fieldset class="segments">
          <legend>What to do</legend>
          ${offered.map(
            (name) =>
              html`<button type="button" aria-pressed=${name === action} onClick=${() => {
                setAction(name);
                setTyped('');
              }}>${actions[name].label}</button>`,
          )}
        </fieldset>
        <p>${tells('delivery')} Those whose state does not allow it are left out.</p>
        <${Loaded} state=${preview}>
          ${(data) => html`<div class="preview" aria-live="polite" aria-busy=${preview.isLoading}>
            <p class="figure"><strong class="nums">${data.isMore && 'at least '}${count(data.count)}</strong> ${nounFor(data)}</p>
            ${
              data.examples.length > 0 &&
              html`<ul class="examples">
                ${data.examples.slice(0, 4).map(
                  (row) => html`<li>
                    <span class="nums muted">#${brief(row.id)}</span>${' '}
                    <${EventName} row=${row} /> <${StateBadge} row=${row} /> <${When} at=${row.receivedAt} />
                  </li>`,
                )}
              </ul>`
            }
          </div>`}
        <//>
        <label class="inline"
          ><span>At most</span>
          <select value=${String(perSecond)} onChange=${(e) => setPerSecond(Number(e.target.value))}>
            ${rates.map((rate) => html`<option value=${String(rate)}>${count(rate)} in a second</option>`)}
          </select>
          ${
            found?.count > 0 &&
            html`<span class="muted">
              takes about ${duration(Math.max(1, Math.ceil(found.count / perSecond)))}${found.isMore && ' or more'}; you can stop it
            </span>`
          }</label
        >
        ${
          word &&
          found.count > 0 &&
          html`<label class="field"><span>Type <strong class="mono">${word}</strong> to confirm</span><input
            type="text"
            autocomplete="off"
            value=${typed}
            onInput=${(e) => setTyped(e.target.value)}
          /></label>`
        }
        ${error && html`<${Problem} error=${error} />`}
      </div>
      <footer>
        <button type="button" onClick=${onClose}>Leave it</button>
        <button type="submit" class=${isDanger ? 'danger' : 'primary'} disabled=${isBusy || !isAllowed}>
          ${found && found.count > 0 ? `${label} ${number} ${nounFor(found)}` : found ? 'None fits' : 'Counting…'}
        </button>
      </footer>
    </form>
  <//>`;
}

const nounFor = (found) => (found.count === 1 && !found.isMore ? 'delivery' : 'deliveries');

/** The filter as a sentence. */
function Which({ filter }) {
  const { plugin, endpoint, jobs, event, deliveryId, state, from, to, errorType, fingerprint } = filter;
  const parts = [
    plugin && html`of <strong>${brief(plugin)}${brief(endpoint ?? '')}</strong>`,
    state && html`that are <strong>${stateLabel(state).toLowerCase()}</strong>`,
    event && html`with the event <strong>${brief(event)}</strong>`,
    deliveryId && html`with the id <strong>${brief(deliveryId)}</strong>`,
    errorType && html`with the error <strong>${brief(errorType)}</strong>`,
    fingerprint && html`with the same error`,
    from && html`from <strong class="nums">${exact(from)}</strong>`,
    html`until <strong class="nums">${exact(to)}</strong>`,
  ].filter(Boolean);
  return html`<p>${jobs === true ? 'Jobs' : jobs === false ? 'Deliveries' : 'Deliveries and jobs'} ${parts.map((part, i) => [i > 0 ? ', ' : '', part])}.</p>`;
}
