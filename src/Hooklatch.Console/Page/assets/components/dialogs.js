import { html, useEffect, useRef, useState } from '../core/preact.js';
import { createStore, useStore } from '../core/store.js';
import { Icon } from './icons.js';
import { Problem } from './problem.js';

/** A modal dialog. Escape, the cross and a click beside it call `onClose`. */
export function Dialog({ title, onClose, children }) {
  const reference = useRef(null);
  useEffect(() => {
    const dialog = reference.current;
    dialog.showModal();
    return () => dialog.close();
  }, []);

  const onCancel = (event) => {
    event.preventDefault();
    onClose();
  };
  // The padding is inside, so a click on the element itself is one on its backdrop.
  const onClick = (event) => event.target === reference.current && onClose();
  return html`<dialog ref=${reference} aria-labelledby="dialog-title" onCancel=${onCancel} onClick=${onClick}>
    <div class="dialog">
      <header>
        <h2 id="dialog-title">${title}</h2>
        <button type="button" class="bare" aria-label="Close" onClick=${onClose}><${Icon} name="cross" /></button>
      </header>
      ${children}
    </div>
  </dialog>`;
}

const question = createStore(null);

/**
 * Asks before something is done, and does it. The dialog stays open while it is done, and shows the error if it fails.
 *
 * `body` is what is shown, `action` the label of the button, `run` what is done with the answer; `isDanger` colours the button,
 * `option` is the label of a checkbox whose state `run` gets, `typed` a text to be typed first, `acknowledge` one to be ticked first.
 */
export function ask(what) {
  question.set(what);
}

export function Question() {
  const what = useStore(question);
  return what && html`<${Asked} key=${what} what=${what} />`;
}

function Asked({ what }) {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState(null);
  const [isOn, setOn] = useState(false);
  const [isTicked, setTicked] = useState(false);
  const [typed, setTyped] = useState('');
  const isAllowed = (!what.typed || typed.trim() === what.typed) && (!what.acknowledge || isTicked);
  const close = () => question.set(null);

  async function onSubmit(event) {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await what.run(isOn);
      close();
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  }

  return html`<${Dialog} title=${what.title} onClose=${close}>
    <form onSubmit=${onSubmit}>
      <div class="body">
        ${what.body}
        ${what.option && html`<label class="check"><input type="checkbox" checked=${isOn} onChange=${(e) => setOn(e.target.checked)} /> ${what.option}</label>`}
        ${
          what.acknowledge &&
          html`<label class="check"><input type="checkbox" checked=${isTicked} onChange=${(e) => setTicked(e.target.checked)} /> ${what.acknowledge}</label>`
        }
        ${
          what.typed &&
          html`<label class="field"><span>Type <strong class="mono">${what.typed}</strong> to confirm</span>
            <input type="text" autocomplete="off" spellcheck=${false} value=${typed} onInput=${(e) => setTyped(e.target.value)} /></label>`
        }
        ${error && html`<${Problem} error=${error} />`}
      </div>
      <footer>
        <button type="button" onClick=${close}>Leave it</button>
        <button type="submit" class=${what.isDanger ? 'danger' : 'primary'} disabled=${isBusy || !isAllowed}>${isBusy ? 'One moment…' : what.action}</button>
      </footer>
    </form>
  <//>`;
}
