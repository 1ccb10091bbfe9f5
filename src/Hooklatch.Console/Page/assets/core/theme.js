import { createStore } from './store.js';

const key = 'hooklatch.theme';

/** "light", "dark", or null for that of the system. */
export const theme = createStore(document.documentElement.dataset.theme ?? null);

const system = matchMedia('(prefers-color-scheme: dark)');

/** Counts the changes: what is drawn on a canvas is drawn anew. */
export const themeChanges = createStore(0);

system.addEventListener('change', () => themeChanges.set((n) => n + 1));

export function setTheme(next) {
  if (next) {
    document.documentElement.dataset.theme = next;
  } else {
    delete document.documentElement.dataset.theme;
  }

  try {
    if (next) {
      localStorage.setItem(key, next);
    } else {
      localStorage.removeItem(key);
    }
  } catch {
    // Without storage the choice holds until the page is left.
  }

  theme.set(next);
  themeChanges.set((n) => n + 1);
}

const probe = document.createElement('span');
probe.hidden = true;
document.body.append(probe);

/** A colour of the style sheet as a canvas understands it. */
export function cssColor(name) {
  probe.style.color = `var(${name})`;
  return getComputedStyle(probe).color;
}
