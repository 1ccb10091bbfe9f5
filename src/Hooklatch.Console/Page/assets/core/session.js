import { get, post, remove, whenSignedOut } from './api.js';
import { setHostTime } from './clock.js';
import { createStore, useStore } from './store.js';

/** `phase` is "asking", "in" or "out"; `view` is the SessionView of whoever is in; `note` says why somebody is out. */
export const session = createStore({ phase: 'asking' });

const order = ['read', 'bodies', 'operate'];

/** Whether whoever is signed in may do what needs a role. */
export function may(role) {
  const { view } = session.get();
  return !!view && order.indexOf(view.role) >= order.indexOf(role);
}

export const useSession = () => useStore(session);

function enter(view) {
  setHostTime(view.now);
  session.set({ phase: 'in', view });
}

/** Asks who is signed in. */
export async function open() {
  try {
    enter(await get('session'));
  } catch (error) {
    session.set(error.status === 401 ? { phase: 'out', note: session.get().note } : { phase: 'out', error });
  }
}

/** Signs in with `{ token }` or `{ code }`. */
export async function signIn(credentials) {
  enter(await post('session', { body: credentials }));
}

export async function signOut() {
  await remove('session');
  session.set({ phase: 'out', note: 'You are signed out.' });
}

whenSignedOut(() => {
  if (session.get().phase === 'in') {
    session.set({ phase: 'out', note: 'Your session has ended. Sign in to go on where you were.' });
  }
});
