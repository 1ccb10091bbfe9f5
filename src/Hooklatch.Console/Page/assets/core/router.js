import { createStore, useStore } from './store.js';

// Where one is stands in the hash: it can be sent to a colleague, and no request names it.

function read() {
  const [path, query = ''] = location.hash.replace(/^#/, '').split('?', 2);
  const [, view = '', id = ''] = path.split('/');
  return { view, id: decode(id), query: Object.fromEntries(new URLSearchParams(query)) };
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export const route = createStore(read());

export const useRoute = () => useStore(route);

let lastList = '#/deliveries';

/** The list of deliveries with the filter that it had last: where "back" leads. */
export const lastDeliveries = () => lastList;

function arrive() {
  const next = read();
  if (next.view === 'deliveries') {
    lastList = location.hash;
  }

  route.set(next);
}

addEventListener('hashchange', arrive);

/** The hash of a view; parameters that are not set are left out. */
export function href(path, query = {}) {
  const text = new URLSearchParams(Object.entries(query).filter(([, value]) => value != null && value !== '')).toString();
  return `#/${path}${text ? `?${text}` : ''}`;
}

export function go(path, query) {
  location.hash = href(path, query);
}

/** Goes there without a step in the history: for what changes while somebody types. */
export function replace(path, query) {
  history.replaceState(null, '', href(path, query));
  arrive();
}

export const webhookHref = (plugin, endpoint) => href('webhook', { plugin, endpoint });
export const deliveryHref = (id) => href(`delivery/${encodeURIComponent(id)}`);
export const deliveriesHref = (filter) => href('deliveries', filter);
