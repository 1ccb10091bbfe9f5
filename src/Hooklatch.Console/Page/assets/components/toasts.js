import { html } from '../core/preact.js';
import { createStore, useStore } from '../core/store.js';
import { Icon } from './icons.js';
import { Text } from './text.js';

const toasts = createStore([]);
let last = 0;

const close = (id) => toasts.set((all) => all.filter((toast) => toast.id !== id));

/** Says what was done. `tone` is "ok", "bad", which stays until it is closed, or "quiet", which only a screen reader says. */
export function notify(title, tone = 'ok', detail = undefined, link = undefined) {
  const id = ++last;
  toasts.set((all) => [...all.slice(-3), { id, title, tone, detail, link }]);
  if (tone !== 'bad') {
    setTimeout(() => close(id), tone === 'quiet' ? 2000 : 7000);
  }
}

/** Says why an action was not done. */
export const notifyError = (error) =>
  notify(error.title ?? 'This page has an error', 'bad', error.detail ?? (error.title ? undefined : String(error)));

export function Toasts() {
  const all = useStore(toasts);
  const quiet = all.filter((toast) => toast.tone !== 'bad');
  const bad = all.filter((toast) => toast.tone === 'bad');
  return html`<div class="toasts">
    <div role="status" aria-live="polite">${quiet.map((toast) => html`<${Toast} key=${toast.id} toast=${toast} />`)}</div>
    <div role="alert">${bad.map((toast) => html`<${Toast} key=${toast.id} toast=${toast} />`)}</div>
  </div>`;
}

function Toast({ toast }) {
  return html`<div class="toast ${toast.tone}">
    <${Icon} name=${toast.tone === 'bad' ? 'warning' : 'check'} />
    <div>
      <p class="title"><${Text}>${toast.title}<//></p>
      ${toast.detail && html`<p><${Text} most=${1000}>${toast.detail}<//></p>`}
      ${toast.link && html`<p><a href=${toast.link.href}>${toast.link.text}</a></p>`}
    </div>
    <button type="button" class="bare" aria-label="Close the message" onClick=${() => close(toast.id)}><${Icon} name="cross" /></button>
  </div>`;
}
