import { html, useEffect, useRef, useState } from '../core/preact.js';
import { Icon } from './icons.js';
import { notify } from './toasts.js';

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Over http the clipboard is only there on loopback. The old command works everywhere.
    const area = document.createElement('textarea');
    area.value = text;
    area.className = 'offscreen';
    // Inside of an open dialog nothing outside can be selected.
    (document.querySelector('dialog[open]') ?? document.body).append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}

/** A button that copies a text; `what` names it for screen readers: "the URL". */
export function CopyButton({ text, what, label }) {
  const [isDone, setDone] = useState(false);
  const timer = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);

  async function onClick() {
    if (await copy(text)) {
      setDone(true);
      notify(`Copied ${what}.`, 'quiet');
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setDone(false), 1600);
    } else {
      notify('The browser did not let the page copy. Select the text and copy it by hand.', 'bad');
    }
  }

  return html`<button
    type="button"
    class="copy ${isDone ? 'done' : ''} ${label ? 'small' : 'bare'}"
    onClick=${onClick}
    aria-label=${label ? undefined : `Copy ${what}`}
    title=${`Copy ${what}`}
  >
    <${Icon} name=${isDone ? 'check' : 'copy'} />${label && html`<span>${isDone ? 'Copied' : label}</span>`}
  </button>`;
}

/** A text in monospace with its copy button. */
export function Copyable({ text, what, shown }) {
  return html`<span class="copyable"><code>${shown ?? text}</code><${CopyButton} text=${text} what=${what} /></span>`;
}
