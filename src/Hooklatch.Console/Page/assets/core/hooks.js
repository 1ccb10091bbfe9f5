import { useCallback, useEffect, useRef, useState } from './preact.js';

/**
 * Loads something, and again when a dependency changes or `reload` is called. What was loaded stays until the next arrives,
 * and the answer to an older question never replaces that to a newer one.
 */
export function useLoad(load, dependencies) {
  const [state, setState] = useState({ data: null, error: null, isLoading: true });
  const running = useRef(null);

  const reload = useCallback(async () => {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    setState((old) => ({ ...old, isLoading: true }));
    try {
      const data = await load(mine.signal);
      if (!mine.signal.aborted) {
        setState({ data, error: null, isLoading: false });
      }
    } catch (error) {
      if (!mine.signal.aborted) {
        setState((old) => ({ ...old, error, isLoading: false }));
      }
    }
  }, dependencies);

  useEffect(() => {
    reload();
    return () => running.current?.abort();
  }, [reload]);

  const setData = useCallback((change) => setState((old) => ({ ...old, data: change(old.data) })), []);
  return { ...state, reload, setData };
}

/** The title of the tab, and what a screen reader says of a new view. */
export function useTitle(title) {
  useEffect(() => {
    document.title = title ? `${title} · Hooklatch` : 'Hooklatch';
  }, [title]);
}
