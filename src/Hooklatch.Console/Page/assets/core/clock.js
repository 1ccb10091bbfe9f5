import { createStore, useStore } from './store.js';

// "4 min ago" counts by the host's clock: a laptop that is two minutes off must not call a delivery of this second old.
let skew = 0;

/** Sets the host's clock by what it has just said. */
export function setHostTime(iso) {
  const host = Date.parse(iso);
  if (!Number.isNaN(host)) {
    skew = host - Date.now();
  }
}

/** The host's time in milliseconds since 1970. */
export const hostNow = () => Date.now() + skew;

const ticks = createStore(0);
setInterval(() => ticks.set((n) => n + 1), 5000);

/** The host's time; the component renders again every five seconds. */
export function useNow() {
  useStore(ticks);
  return hostNow();
}
