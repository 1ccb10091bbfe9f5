import { brief, count } from '../core/format.js';
import { html } from '../core/preact.js';
import { deliveryHref, webhookHref } from '../core/router.js';
import { StateBadge } from './badge.js';
import { Bytes, EventName, Text, When } from './text.js';

/**
 * Deliveries and jobs, newest first. `isOfOne` leaves out whose they are; `selection`, with `onSelect(id, isOn)` and
 * `onSelectAll(isOn)`, puts a box before each.
 */
export function DeliveryTable({ rows, caption, isOfOne, selection, onSelect, onSelectAll, fresh }) {
  const isAll = selection && rows.length > 0 && rows.every((row) => selection.has(row.id));
  return html`<table class="deliveries cards">
    <caption class="offscreen">${caption}</caption>
    <thead>
      <tr>
        ${
          selection &&
          html`<th scope="col" class="select">
            <input
              type="checkbox"
              aria-label="Select all that are shown"
              checked=${isAll}
              indeterminate=${!isAll && selection.size > 0}
              onChange=${(e) => onSelectAll(e.target.checked)}
            />
          </th>`
        }
        <th scope="col">Delivery</th>
        <th scope="col">State</th>
        <th scope="col">What went wrong</th>
        <th scope="col" class="num">Tries</th>
        <th scope="col" class="num">Size</th>
        <th scope="col" class="num">Received</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<${Row}
            key=${row.id}
            row=${row}
            isOfOne=${isOfOne}
            isFresh=${fresh?.has(row.id)}
            isSelected=${selection?.has(row.id)}
            onSelect=${selection && onSelect}
          />`,
      )}
    </tbody>
  </table>`;
}

function Row({ row, isOfOne, isSelected, onSelect, isFresh }) {
  return html`<tr data-selectable class="${isSelected ? 'selected' : ''} ${isFresh ? 'fresh' : ''}">
    ${
      onSelect &&
      html`<td class="select"><input type="checkbox" aria-label=${`Select ${row.id}`} checked=${isSelected} onChange=${(e) => onSelect(row.id, e.target.checked)} /></td>`
    }
    <th scope="row" class="main">
      <a class="name" data-row href=${deliveryHref(row.id)}>${row.isJob ? html`<${Text}>${row.endpoint}<//>` : html`<${EventName} row=${row} />`}</a>
      <span class="detail muted">
        ${row.isJob ? 'job ' : ''}<span class="nums">#${brief(row.id)}</span>${row.replayOf && html`<span>, a replay of #${brief(row.replayOf)}</span>`}
        ${!isOfOne && html`<span class="of"><${Owner} row=${row} /></span>`}
        ${row.deliveryId && html`<span class="provider-id mono" title=${brief(row.deliveryId)}>${brief(row.deliveryId)}</span>`}
      </span>
    </th>
    <td data-label="State"><${StateBadge} row=${row} />${row.state === 'delayed' && row.dueAt && html`<span class="due muted"><${When} at=${row.dueAt} /></span>`}</td>
    <td class="wrong" data-label="What went wrong">
      ${
        (row.error || row.errorType) &&
        html`<span
          class="error-line"
          title=${brief(row.error, 2000)}
        >${row.errorType && html`<b>${brief(row.errorType.split('.').at(-1))}</b> `}${brief(row.error, 400)}</span>`
      }
    </td>
    <td class="num" data-label="Tries">${count(row.attempts)}</td>
    <td class="num" data-label="Size"><${Bytes} value=${row.bodyLength} /></td>
    <td class="num" data-label="Received"><${When} at=${row.receivedAt} /></td>
  </tr>`;
}

function Owner({ row }) {
  return row.isJob
    ? html`<${Text}>${row.plugin}<//>`
    : html`<a href=${webhookHref(row.plugin, row.endpoint)}>${brief(row.plugin)}${brief(row.endpoint)}</a>`;
}
