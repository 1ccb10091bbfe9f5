import { html } from '../core/preact.js';
import { Icon } from './icons.js';
import { Text } from './text.js';

/** Why something could not be loaded or done, in the host's words. */
export function Problem({ error, onRetry }) {
  return html`<div class="notice bad" role="alert">
    <${Icon} name="warning" />
    <div>
      <p class="title"><${Text}>${error.title ?? 'This page has an error'}<//></p>
      <p><${Text} most=${1000}>${error.detail ?? (error.title ? '' : String(error))}<//></p>
      ${onRetry && html`<p><button type="button" onClick=${onRetry}>Try again</button></p>`}
    </div>
  </div>`;
}

/** `tone` as of a badge. */
export function Notice({ tone = 'info', icon = 'warning', title, children }) {
  return html`<div class="notice ${tone}">
    <${Icon} name=${icon} />
    <div>${title && html`<p class="title">${title}</p>`}${children}</div>
  </div>`;
}

/** What to do where there is nothing yet. */
export function Empty({ title, children }) {
  return html`<div class="empty"><p class="title">${title}</p>${children}</div>`;
}

/** What a view shows of something that is loaded: the wait, the error, or the thing itself. `title` heads the view until that does. */
export function Loaded({ state, title, children }) {
  return html`<div class="view">
    ${!state.data && title && html`<h1 class="waiting">${title}</h1>`}
    ${state.error && html`<${Problem} error=${state.error} onRetry=${state.reload} />`}
    ${state.data ? children(state.data) : state.isLoading && html`<p class="loading" role="status">Loading…</p>`}
  </div>`;
}
