import { actions } from '../core/actions.js';
import { post } from '../core/api.js';
import { count, plural } from '../core/format.js';
import { html, useRef, useState } from '../core/preact.js';
import { ask } from './dialogs.js';
import { Icon } from './icons.js';
import { Progress } from './progress.js';
import { notify } from './toasts.js';

const offered = ['requeue', 'replay', 'dismiss', 'erase'];

/** What can be done with the rows that are ticked, one after the other. */
export function SelectionBar({ ids, rows, onClear, onDone }) {
  const [progress, setProgress] = useState(null);
  const isStopped = useRef(false);
  const chosen = rows.filter((row) => ids.has(row.id));
  const what = plural(chosen.length, 'delivery', 'deliveries');

  function begin(name) {
    const { label, isDanger, tells } = actions[name];
    ask({
      title: `${label} ${what}`,
      action: `${label} ${what}`,
      isDanger,
      typed: name === 'erase' && chosen.length > 1 ? String(chosen.length) : undefined,
      body: html`<p>${tells('delivery')}</p><p class="muted">Those whose state does not allow it are left out.</p>`,
      run: async () => void act(name),
    });
  }

  async function act(name) {
    isStopped.current = false;
    let done = 0;
    let skipped = 0;
    let failure = null;
    for (const row of chosen) {
      setProgress({ name, at: done + skipped });
      if (isStopped.current) {
        break;
      }

      try {
        const result = await post(`deliveries/${encodeURIComponent(row.id)}/${name}`, { body: {} });
        result.done ? done++ : skipped++;
      } catch (error) {
        // One in another state, or gone, is left out. Anything else would meet the next one too.
        if (error.status !== 409 && error.status !== 404) {
          failure = error;
          break;
        }

        skipped++;
      }
    }

    setProgress(null);
    const words = `${actions[name].past} ${count(done)} of ${count(chosen.length)}${skipped > 0 ? `; ${count(skipped)} were in another state` : ''}.`;
    failure ? notify(failure.title, 'bad', `${words} ${failure.detail ?? ''}`) : notify(words);
    onClear();
    onDone();
  }

  return html`<section class="selection" aria-label="Selected deliveries">
    <strong class="nums" role="status">${count(chosen.length)} selected</strong>
    ${
      progress
        ? html`<${Progress} value=${progress.at} max=${chosen.length} label=${actions[progress.name].label} />
            <button type="button" onClick=${() => (isStopped.current = true)}><${Icon} name="stop" />Stop</button>`
        : html`${offered.map(
            (name) => html`<button
          type="button"
          class=${actions[name].isDanger ? 'danger quiet' : ''}
          onClick=${() => begin(name)}
        ><${Icon} name=${actions[name].icon} />${actions[name].label}</button>`,
          )}
            <button type="button" class="bare" aria-label="Select none" onClick=${onClear}><${Icon} name="cross" /></button>`
    }
  </section>`;
}
