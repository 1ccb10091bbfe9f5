import { actions } from '../core/actions.js';
import { get, remove } from '../core/api.js';
import { brief, count } from '../core/format.js';
import { useLive } from '../core/live.js';
import { html, useEffect, useRef } from '../core/preact.js';
import { may } from '../core/session.js';
import { createStore, useStore } from '../core/store.js';
import { runLabel } from '../core/words.js';
import { Badge } from './badge.js';
import { Icon } from './icons.js';
import { Progress } from './progress.js';
import { Text, When } from './text.js';
import { notifyError } from './toasts.js';

/** The actions on many deliveries that run or have ended, newest first. */
export const bulkRuns = createStore([]);

/** An ended one is shown this long, in milliseconds, unless it is closed. */
const shownFor = 10 * 60000;

const closed = createStore(new Set());

const tones = { running: ['info', 'play'], done: ['ok', 'check'], cancelled: ['mute', 'minus'], failed: ['bad', 'cross'] };

/** Progress, and a button that stops it. `onEnd` is called when one has ended, since the list is another then. */
export function BulkRuns({ onEnd }) {
  const all = useStore(bulkRuns);
  const hidden = useStore(closed);
  const running = useRef(0);
  const reload = () => get('bulk').then((runs) => bulkRuns.set(runs), notifyError);
  useEffect(() => void reload(), []);
  useLive('resync', reload, []);
  useLive(
    'bulk',
    (runs) =>
      bulkRuns.set((old) => {
        const changed = new Map((runs ?? []).map((run) => [run.id, run]));
        return [...changed.values(), ...old.filter((run) => !changed.has(run.id))].sort(
          (a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt),
        );
      }),
    [],
  );

  const now = all.filter((run) => run.state === 'running').length;
  useEffect(() => {
    if (now < running.current) {
      onEnd();
    }

    running.current = now;
  }, [now]);

  const shown = all
    .filter((run) => !hidden.has(run.id) && (run.state === 'running' || Date.now() - Date.parse(run.endedAt ?? run.startedAt) < shownFor))
    .slice(0, 5);
  return (
    shown.length > 0 &&
    html`<section class="panel runs" aria-label="Actions on many deliveries">
      <ul>${shown.map((run) => html`<${Run} key=${run.id} run=${run} />`)}</ul>
    </section>`
  );
}

function Run({ run }) {
  const [tone, icon] = tones[run.state] ?? ['mute', 'dot'];
  const label = actions[run.action]?.label ?? run.action;
  const cancel = () =>
    remove(`bulk/${encodeURIComponent(run.id)}`).then(
      (ended) => bulkRuns.set((old) => old.map((one) => (one.id === ended.id ? ended : one))),
      notifyError,
    );
  return html`<li>
    <span class="what"><strong>${brief(label)}</strong> <span class="muted">by <${Text}>${run.by}<//>, <${When} at=${run.startedAt} /></span></span>
    ${
      run.state === 'running'
        ? html`<${Progress}
      value=${run.done + run.skipped}
      max=${run.total}
      label=${`${brief(label)}: ${run.done} of ${run.total}`}
    />`
        : html`<${Badge} tone=${tone} icon=${icon}>${brief(runLabel(run.state))}<//>`
    }
    <span class="nums">${count(run.done)} of ${count(run.total)}${run.skipped > 0 ? `, ${count(run.skipped)} left out` : ''}</span>
    ${
      run.state === 'running'
        ? may('operate') && html`<button type="button" class="small" onClick=${cancel}><${Icon} name="stop" />Stop</button>`
        : html`<button type="button" class="bare" aria-label="Close" onClick=${() => closed.set((old) => new Set(old).add(run.id))}><${Icon} name="cross" /></button>`
    }
    ${run.error && html`<p class="error-line"><${Text}>${run.error}<//></p>`}
  </li>`;
}
