import { brief, bytes, count, exact, relative } from '../core/format.js';
import { hostNow, useNow } from '../core/clock.js';
import { html } from '../core/preact.js';

/** A text of a stranger: at most so many characters of it. It runs nothing, and it turns nothing around that stands beside it. */
export function Text({ children, most = 300 }) {
  return html`<bdi>${brief(children, most)}</bdi>`;
}

/** A time as "4 min ago", with the exact one on hover; `exactly` shows both. */
export function When({ at, exactly = false }) {
  const now = useNow();
  if (!at) {
    return html`<span class="muted">–</span>`;
  }

  return exactly
    ? html`<time datetime=${at} class="nums">${exact(at)} <span class="muted">${relative(at, now)}</span></time>`
    : html`<time datetime=${at} title=${exact(at)} class="nums nowrap">${relative(at, now)}</time>`;
}

/** How long ago a time is, without "ago": the age of what waits. */
export const ageOf = (at) => (at ? Math.max(0, (hostNow() - Date.parse(at)) / 1000) : null);

export function Bytes({ value }) {
  return html`<span class="nums nowrap" title=${value == null ? undefined : `${count(value)} bytes`}>${bytes(value)}</span>`;
}

/** An event with what happened to its subject: "pull_request · opened". */
export function EventName({ row }) {
  if (!row.event && !row.eventAction) {
    return html`<span class="muted">no event</span>`;
  }

  return html`<span class="event"
    ><${Text}>${row.event ?? ''}<//>${row.eventAction && html`<span class="muted"> · <${Text}>${row.eventAction}<//></span>`}</span
  >`;
}
