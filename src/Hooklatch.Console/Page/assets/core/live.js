import { address, get } from './api.js';
import { useEffect } from './preact.js';
import { createStore } from './store.js';

// One stream for the page: a host has only so many. Its filter is that of the list that is open.

/** "connecting", "live", "reconnecting" or "off". */
export const liveState = createStore('off');

/** Why the host ended the stream last, in its words, unless that is the end of the session. */
export const liveNote = createStore(null);

const listeners = new Map();
let source = null;
let filter = {};
let isWanted = false;
let timer = 0;
let failures = 0;
let wasLive = false;

const names = ['deliveries', 'refusals', 'changed', 'bulk'];

export function startLive() {
  isWanted = true;
  connectSoon(0);
}

export function stopLive() {
  isWanted = false;
  wasLive = false;
  clearTimeout(timer);
  close();
  liveState.set('off');
}

function setFilter(next) {
  if (JSON.stringify(next) !== JSON.stringify(filter)) {
    filter = next;
    if (isWanted) {
      connectSoon(50);
    }
  }
}

function close() {
  source?.close();
  source = null;
}

function connectSoon(delay) {
  clearTimeout(timer);
  timer = setTimeout(connect, delay);
}

function connect() {
  close();
  if (!isWanted) {
    return;
  }

  if (liveState.get() !== 'reconnecting') {
    liveState.set('connecting');
  }

  const mine = new EventSource(address('live', filter));
  source = mine;
  mine.onopen = () => {
    failures = 0;
    liveNote.set(null);
    liveState.set('live');
    if (wasLive) {
      // What happened while nobody listened is not sent again.
      emit('resync', null);
    }

    wasLive = true;
  };
  for (const name of names) {
    mine.addEventListener(name, (event) => emit(name, name === 'changed' ? null : parse(event.data)));
  }

  mine.addEventListener('end', (event) => retry(mine, event.data || null));
  mine.onerror = () => retry(mine, null);
}

/** EventSource itself gives up for good after some errors, and comes too fast after others. */
function retry(of, note) {
  if (of !== source) {
    return;
  }

  close();
  liveState.set('reconnecting');
  const delay = Math.min(30000, 1000 * 2 ** failures++) * (0.75 + Math.random() / 2);
  clearTimeout(timer);
  timer = setTimeout(async () => {
    try {
      // Tells a host that is away from a session that has ended: the latter leads to the sign-in.
      await get('session');
      liveNote.set(note);
    } catch (error) {
      if (error.status === 401) {
        return;
      }
    }

    connect();
  }, delay);
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function emit(name, data) {
  for (const listener of [...(listeners.get(name) ?? [])]) {
    listener(data);
  }
}

function on(name, listener) {
  const all = listeners.get(name) ?? new Set();
  listeners.set(name, all.add(listener));
  return () => all.delete(listener);
}

/** Calls a function for each event of a name; "resync" comes after a gap. */
export function useLive(name, listener, dependencies) {
  useEffect(() => on(name, listener), dependencies);
}

/**
 * Loads anew when the host says that something has changed, at most once in `pace` milliseconds, and once in a minute, since a chart
 * of the last hour moves on by itself. A tab that nobody looks at waits until somebody does.
 */
export function useChanges(reload, pace = 2000, dependencies = [reload]) {
  useEffect(() => {
    let last = Date.now();
    let timer = 0;
    let isOwed = false;
    const run = () => {
      timer = 0;
      isOwed = document.hidden;
      if (!isOwed) {
        last = Date.now();
        reload();
      }
    };
    const onChange = () => {
      timer ||= setTimeout(run, Math.max(0, last + pace - Date.now()));
    };
    const onVisible = () => !document.hidden && isOwed && onChange();
    const stops = [on('changed', onChange), on('resync', onChange)];
    const minute = setInterval(onChange, 60000);
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      stops.forEach((stop) => stop());
      clearTimeout(timer);
      clearInterval(minute);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, dependencies);
}

/** While the component is shown, the stream has only what a filter lets through. */
export function useLiveFilter(next) {
  useEffect(() => setFilter(next), [JSON.stringify(next)]);
  useEffect(() => () => setFilter({}), []);
}
