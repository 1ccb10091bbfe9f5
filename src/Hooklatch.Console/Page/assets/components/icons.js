import { html } from '../core/preact.js';

// Strokes on a grid of 16. An icon never stands alone for a meaning: a word is beside it, or a label on its button.
const paths = {
  check: 'M3.5 8.5 6.5 11.5 12.5 4.5',
  cross: 'M4.5 4.5 11.5 11.5M11.5 4.5 4.5 11.5',
  minus: 'M4 8h8',
  dot: 'M8 7.9v.2',
  clock: 'M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 1 0 8 2.2M8 5v3.2l2 1.4',
  play: 'M5 3.5v9l7-4.5z',
  pause: 'M5.5 4v8M10.5 4v8',
  stop: 'M5.4 2.5h5.2l2.9 2.9v5.2l-2.9 2.9H5.4l-2.9-2.9V5.4zM8 5.2v3.4M8 10.8v.1',
  retry: 'M13 8a5 5 0 1 1-1.6-3.7M13 2.6v2.6h-2.6',
  warning: 'M8 2.6 14 13H2zM8 6.6v3M8 11.2v.1',
  key: 'M9.8 9.4a3.4 3.4 0 1 0-3.2-3.2L2.5 10.3v3h3v-1.8h1.8V9.7zM10.6 5.4v.1',
  open: 'M5 7V5a3 3 0 0 1 5.8-1M3.5 7h9v6.5h-9z',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z',
  sun: 'M8 5.3a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 1 0 0-5.4M8 1.5v1.2M8 13.3v1.2M1.5 8h1.2M13.3 8h1.2M3.4 3.4l.9.9M11.7 11.7l.9.9M12.6 3.4l-.9.9M4.3 11.7l-.9.9',
  moon: 'M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8 5.6 5.6 0 1 0 13.2 9.6z',
  system: 'M2 3h12v8H2zM6 13.5h4',
  search: 'M7 2.8a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 1 0 0-8.4M10.2 10.2l3.3 3.3',
  down: 'M4 6.2 8 10.2 12 6.2',
  left: 'M9.8 4 5.8 8l4 4',
  out: 'M9.5 3H13v10H9.5M10 8H2.5M5.5 5 2.5 8l3 3',
  outside: 'M9.5 2.8h3.7v3.7M13 3 7.5 8.5M11 9.5v3.7H2.8V5H6.5',
};

export function Icon({ name }) {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d=${paths[name]} /></svg>`;
}

export function Mark() {
  return html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <rect width="32" height="32" rx="7" />
    <path d="M11 7v11a5 5 0 0 0 10 0v-3M17 7h8m-7.6 10.6 3.6-3.6 3.6 3.6" />
  </svg>`;
}
