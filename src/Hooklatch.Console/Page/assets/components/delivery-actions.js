import { actionNames, actions } from '../core/actions.js';
import { post } from '../core/api.js';
import { brief } from '../core/format.js';
import { html } from '../core/preact.js';
import { deliveryHref, lastDeliveries } from '../core/router.js';
import { may } from '../core/session.js';
import { ask } from './dialogs.js';
import { Icon } from './icons.js';
import { notify } from './toasts.js';

/** What the state of a delivery and the role of the reader allow. */
export function DeliveryActions({ view, onDone }) {
  const { row } = view;
  const what = row.isJob ? 'job' : 'delivery';
  const offered = actionNames.filter((name) => view.actions.includes(name));
  if (offered.length === 0) {
    return null;
  }

  if (!may('operate')) {
    return html`<p class="muted role-note">To act on it, sign in with the role <code>operate</code>.</p>`;
  }

  function begin(name) {
    const { label, isDanger, tells } = actions[name];
    ask({
      title: `${label} #${brief(row.id)}`,
      action: label,
      isDanger,
      body: html`<p>${tells(what)}</p>`,
      option: name === 'replay' ? 'Only if it was not handled meanwhile' : undefined,
      run: async (isOn) => {
        const result = await post(`deliveries/${encodeURIComponent(row.id)}/${name}`, { body: { onlyIfNotDone: isOn } });
        notify(
          result.message,
          result.done ? 'ok' : 'bad',
          undefined,
          result.id ? { href: deliveryHref(result.id), text: `Open #${brief(result.id)}` } : undefined,
        );
        if (name === 'erase' && result.done) {
          location.hash = lastDeliveries();
        } else {
          onDone();
        }
      },
    });
  }

  // The first is what is done most.
  const main = offered.includes('requeue') ? 'requeue' : offered[0];
  const sorted = [main, ...offered.filter((name) => name !== main)];
  return html`<div class="buttons">
    ${sorted.map(
      (name) => html`<button
      type="button"
      class=${actions[name].isDanger ? 'danger quiet' : name === main ? 'primary' : ''}
      onClick=${() => begin(name)}
    ><${Icon} name=${actions[name].icon} />${actions[name].label}</button>`,
    )}
  </div>`;
}
