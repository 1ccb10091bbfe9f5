import { BulkRuns } from '../components/bulk-runs.js';
import { BulkDialog } from '../components/bulk-dialog.js';
import { DeliveryTable } from '../components/delivery-table.js';
import { Filters } from '../components/filters.js';
import { Icon } from '../components/icons.js';
import { Empty, Loaded } from '../components/problem.js';
import { SelectionBar } from '../components/selection-bar.js';
import { get } from '../core/api.js';
import { hostNow } from '../core/clock.js';
import { isFiltered, toApi } from '../core/filters.js';
import { count } from '../core/format.js';
import { useLoad, useTitle } from '../core/hooks.js';
import { merge } from '../core/ids.js';
import { useChanges, useLive, useLiveFilter } from '../core/live.js';
import { html, useEffect, useMemo, useRef, useState } from '../core/preact.js';
import { deliveriesHref } from '../core/router.js';
import { may, useSession } from '../core/session.js';

const pageSize = 50;

/** How many rows the live list shows; the oldest make room. */
const mostRows = 100;

/** More than this many new ones are not put in: the page is loaded anew. */
const mostWaiting = 500;

/** How often the list takes in what has come, in milliseconds: a flood must not make the page busy. */
const pace = 600;

export function Deliveries({ query }) {
  useTitle('Deliveries');
  const { before, ...chosen } = query;
  const key = JSON.stringify(chosen);
  const filter = useMemo(() => toApi(chosen, hostNow()), [key]);
  const page = useLoad((signal) => load(filter, before, signal), [key, before]);
  const [selection, setSelection] = useState(new Set());
  const [isBulk, setBulk] = useState(false);
  useEffect(() => setSelection(new Set()), [key, before]);
  useLiveFilter(filter);
  const live = useLiveRows(page, !!before || selection.size > 0 || isBulk, !!chosen.state);

  const select = (id, isOn) =>
    setSelection((old) => {
      const next = new Set(old);
      isOn ? next.add(id) : next.delete(id);
      return next;
    });
  const selectAll = (isOn) => setSelection(new Set(isOn ? page.data.deliveries.map((row) => row.id) : []));
  const mayAct = may('operate');

  return html`<header class="page-head">
      <div><h1>Deliveries</h1></div>
      <div class="buttons">
        ${
          !before &&
          html`<button
          type="button"
          aria-pressed=${live.isHeld}
          onClick=${live.toggle}
        ><${Icon} name=${live.isHeld ? 'play' : 'pause'} />${live.isHeld ? 'Go on' : 'Hold the list'}</button>`
        }
        ${
          mayAct &&
          html`<button
          type="button"
          onClick=${() => setBulk(true)}
          disabled=${!page.data?.deliveries.length}
        >${isFiltered(chosen) ? 'Act on all that fit…' : 'Act on all…'}</button>`
        }
      </div>
    </header>
    <${Filters} query=${chosen} />
    <${BulkRuns} onEnd=${page.reload} />
    <div class="pill-place" role="status">
      ${
        live.waiting > 0 &&
        html`<button
        type="button"
        class="pill"
        onClick=${live.take}
      >${live.waiting > mostWaiting ? `More than ${count(mostWaiting)} new` : `${count(live.waiting)} new`}</button>`
      }
    </div>
    <${Loaded} state=${page}>
      ${(data) =>
        data.deliveries.length > 0
          ? html`<section class="panel flush" aria-label="Deliveries">
              <${DeliveryTable}
                rows=${data.deliveries}
                caption="Deliveries, newest first"
                fresh=${live.fresh}
                selection=${mayAct ? selection : undefined}
                onSelect=${select}
                onSelectAll=${selectAll}
              />
            </section>`
          : html`<${Nothing} query=${chosen} next=${data.next} />`}
    <//>
    <nav class="older" aria-label="Pages">
      ${before && html`<a class="button" href=${deliveriesHref(chosen)}>Newest</a>`}
      ${
        page.data?.next &&
        html`<a
        class="button"
        href=${deliveriesHref({ ...chosen, before: page.data.next })}
      >${page.data.deliveries.length > 0 ? 'Older' : 'Look further back'}</a>`
      }
    </nav>
    ${selection.size > 0 && html`<${SelectionBar} ids=${selection} rows=${page.data.deliveries} onClear=${() => setSelection(new Set())} onDone=${page.reload} />`}
    ${isBulk && html`<${BulkDialog} filter=${filter} onClose=${() => setBulk(false)} />`}`;
}

/** A page reads a bounded number of rows, so it may be empty although there is more. */
async function load(filter, before, signal) {
  let page = await get('deliveries', { ...filter, before, size: pageSize }, signal);
  for (let tries = 0; page.deliveries.length === 0 && page.next && tries < 4; tries++) {
    page = await get('deliveries', { ...filter, before: page.next, size: pageSize }, signal);
  }

  return page;
}

/**
 * The rows that come in while the list is open. They are put in at the top, or wait behind a pill: while somebody reads further
 * down, has rows selected or holds the list, nothing may move under the pointer. Rows that are shown change in place at once.
 */
function useLiveRows(page, isBusy, hasState) {
  const [isHeld, setHeld] = useState(false);
  const [waiting, setWaiting] = useState(0);
  const [fresh, setFresh] = useState(new Set());
  const arrived = useRef(new Map());
  const mustWait = useRef(false);
  mustWait.current = isHeld || isBusy;

  function take() {
    const rows = [...arrived.current.values()];
    arrived.current.clear();
    setWaiting(0);
    scrollTo({ top: 0 });
    if (rows.length > mostWaiting) {
      page.reload();
    } else {
      put(rows);
    }
  }

  function put(rows) {
    setFresh(new Set(rows.map((row) => row.id)));
    page.setData((old) => {
      if (!old) {
        return old;
      }

      const all = merge(old.deliveries, rows);
      const shown = all.slice(0, mostRows);
      return { deliveries: shown, next: all.length > shown.length ? shown.at(-1).id : old.next };
    });
  }

  function settle() {
    const known = new Set(shown.current.map((row) => row.id));
    const changed = [];
    for (const [id, row] of arrived.current) {
      if (known.has(id)) {
        changed.push(row);
        arrived.current.delete(id);
      }
    }

    if (changed.length > 0) {
      page.setData((old) => old && { ...old, deliveries: merge(old.deliveries, changed) });
    }

    if (arrived.current.size === 0) {
      return;
    }

    if (mustWait.current || scrollY > 120) {
      setWaiting(arrived.current.size);
    } else {
      const rows = [...arrived.current.values()];
      arrived.current.clear();
      setWaiting(0);
      rows.length > mostWaiting ? page.reload() : put(rows);
    }
  }

  const shown = useRef([]);
  shown.current = page.data?.deliveries ?? [];
  const latest = useRef(settle);
  latest.current = settle;
  const timer = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  useLive(
    'deliveries',
    (rows) => {
      for (const row of rows ?? []) {
        // Beyond the bound only the number counts; the page is loaded anew then.
        if (arrived.current.size <= mostWaiting || arrived.current.has(row.id)) {
          arrived.current.set(row.id, row);
        }
      }

      timer.current ||= setTimeout(() => {
        timer.current = 0;
        latest.current();
      }, pace);
    },
    [],
  );
  useLive('resync', page.reload, [page.reload]);
  // The stream has only rows that fit. Those that no longer do are gone once the list is loaded anew.
  useChanges(() => hasState && !mustWait.current && scrollY <= 120 && page.reload(), 5000, [page.reload, hasState]);
  useEffect(() => {
    arrived.current.clear();
    setWaiting(0);
  }, [page.reload]);

  const toggle = () => {
    if (isHeld) {
      take();
    }

    setHeld(!isHeld);
  };
  return { isHeld, toggle, waiting, take, fresh };
}

function Nothing({ query, next }) {
  const { view } = useSession();
  if (!view.store) {
    return html`<${Empty} title="This host keeps no deliveries">
      <p>Its webhooks run while their senders wait. Reference the package <code>Hooklatch.Sqlite</code> or <code>Hooklatch.Postgres</code> to keep them.</p>
    <//>`;
  }

  if (next) {
    return html`<${Empty} title="Nothing fits so far"><p>There are older ones that were not looked at yet.</p><//>`;
  }

  return isFiltered(query)
    ? html`<${Empty} title="No delivery fits"><p><a href="#/deliveries">Show all deliveries</a></p><//>`
    : html`<${Empty} title="Nothing is kept yet">
        <p>Each delivery that a webhook accepts appears here, and each job. Copy a URL from the <a href="#/">overview</a>, and send something to it.</p>
      <//>`;
}
