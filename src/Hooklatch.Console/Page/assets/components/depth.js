import { bytes, count, duration } from '../core/format.js';
import { html } from '../core/preact.js';
import { deliveriesHref } from '../core/router.js';
import { ageOf } from './text.js';

const kinds = [
  ['ready', 'ready', 'ready'],
  ['running', 'running', 'leased'],
  ['delayed', 'to try again', 'delayed'],
  ['dead', 'failed for good', 'dead'],
  ['quarantined', 'quarantined', 'quarantined'],
];

/** The unfinished work as a row of numbers, each of which leads to the list. */
export function Depth({ depth, filter = {} }) {
  const age = ageOf(depth.oldestAt);
  return html`<dl class="tallies">
    ${kinds.map(
      ([name, label, state]) => html`<div class=${depth[name] > 0 && (name === 'dead' || name === 'quarantined') ? 'bad' : ''}>
        <dt>${label}</dt>
        <dd><a href=${deliveriesHref({ ...filter, state })}>${count(depth[name])}</a></dd>
      </div>`,
    )}
    <div><dt>oldest waits</dt><dd>${age == null ? '–' : duration(age)}</dd></div>
    <div><dt>kept in the store</dt><dd>${bytes(depth.bytes)}</dd></div>
  </dl>`;
}
