import { useEffect, useState } from './preact.js';

/** A value that components watch. */
export function createStore(value) {
  const watchers = new Set();
  return {
    get: () => value,
    set(next) {
      value = typeof next === 'function' ? next(value) : next;
      for (const watcher of [...watchers]) {
        watcher(value);
      }
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}

/** The value of a store; the component renders again when it changes. */
export function useStore(store) {
  const [, setValue] = useState(store.get());
  useEffect(() => {
    // It may have changed between the first rendering and this effect.
    setValue(store.get());
    return store.watch(setValue);
  }, [store]);
  return store.get();
}
