import { html } from '../core/preact.js';
import { stateOf } from '../core/words.js';
import { Icon } from './icons.js';

/** A state as icon, word and colour. `tone` is "ok", "info", "warn", "bad" or "mute". */
export function Badge({ tone, icon, children }) {
  return html`<span class="badge ${tone}"><${Icon} name=${icon} /><span>${children}</span></span>`;
}

export function StateBadge({ row }) {
  const { label, tone, icon } = stateOf(row);
  return html`<${Badge} tone=${tone} icon=${icon}>${label}<//>`;
}
