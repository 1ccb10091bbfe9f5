import { Empty, Loaded } from '../components/problem.js';
import { Text, When } from '../components/text.js';
import { notifyError } from '../components/toasts.js';
import { get } from '../core/api.js';
import { brief } from '../core/format.js';
import { useLoad, useTitle } from '../core/hooks.js';
import { html, useState } from '../core/preact.js';
import { deliveryHref } from '../core/router.js';
import { auditLabel } from '../core/words.js';

const pageSize = 100;

export function Audit() {
  useTitle('Audit');
  const page = useLoad((signal) => get('audit', { size: pageSize }, signal), []);
  const [isBusy, setBusy] = useState(false);
  async function older() {
    setBusy(true);
    try {
      const next = await get('audit', { size: pageSize, before: page.data.next });
      page.setData((old) => ({ ...next, rows: [...old.rows, ...next.rows] }));
    } catch (error) {
      notifyError(error);
    } finally {
      setBusy(false);
    }
  }

  return html`<header class="page-head">
      <div><h1>Audit</h1><p class="sub muted">Who changed what, by this page, by the tool or by the API, and who looked at bodies.</p></div>
      <div class="buttons"><button type="button" onClick=${page.reload}>Look again</button></div>
    </header>
    <${Loaded} state=${page}>
      ${(data) =>
        data.rows.length === 0
          ? html`<${Empty} title="Nobody has changed anything yet"><p>A replay, a pause, an erasure: each is written down here with who did it.</p><//>`
          : html`<section class="panel flush" aria-label="Changes, newest first">
              <table class="cards">
                <thead><tr><th scope="col">What</th><th scope="col">Who</th><th scope="col">When</th></tr></thead>
                <tbody>${data.rows.map((row) => html`<${Row} key=${row.id} row=${row} />`)}</tbody>
              </table>
            </section>`}
    <//>
    ${page.data?.next && html`<p class="older"><button type="button" onClick=${older} disabled=${isBusy}>${isBusy ? 'Loading…' : 'Older'}</button></p>`}`;
}

function Row({ row }) {
  const delivery = /^delivery (\d+)$/.exec(row.target)?.[1];
  return html`<tr>
    <th scope="row" class="main">
      <span>
        ${brief(auditLabel(row.action))}${' '}
        ${delivery ? html`<a data-row href=${deliveryHref(delivery)}>${brief(row.target)}</a>` : html`<strong><${Text}>${row.target}<//></strong>`}
      </span>
      ${row.detail && html`<span class="detail muted"><${Text}>${row.detail}<//></span>`}
    </th>
    <td data-label="Who"><${Text}>${row.who}<//>${row.peer && html`<span class="detail muted mono">${brief(row.peer)}</span>`}</td>
    <td data-label="When"><${When} at=${row.at} /></td>
  </tr>`;
}
