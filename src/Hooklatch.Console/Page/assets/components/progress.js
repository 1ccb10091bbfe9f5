import { html } from '../core/preact.js';

/** `value` of `max`; the label is read, and shown beside it by who uses this. */
export function Progress({ value, max, label }) {
  return html`<progress value=${value} max=${Math.max(1, max)} aria-label=${label}></progress>`;
}
