import { address, get } from '../core/api.js';
import { brief, bytes, plural, visible } from '../core/format.js';
import { useLoad } from '../core/hooks.js';
import { html } from '../core/preact.js';
import { CopyButton } from './copy.js';
import { Json } from './json.js';
import { Loaded, Notice } from './problem.js';
import { Text } from './text.js';

const kinds = { json: 'JSON', form: 'Form', parts: 'Parts of a form', text: 'Text', binary: 'Bytes', empty: 'Empty' };

/** The body as the host shows it: made of the exact bytes, with what looks like a secret masked. */
export function Body({ id }) {
  const path = `deliveries/${encodeURIComponent(id)}/body`;
  const body = useLoad((signal) => get(path, {}, signal), [id]);
  return html`<${Loaded} state=${body}>
    ${(view) => html`<div class=${view.drift ? 'columns wide-left' : ''}>
      <section class="panel" aria-labelledby="body">
        <div class="section-head">
          <h2 id="body">${kinds[view.kind] ?? brief(view.kind)} <span class="muted">${bytes(view.length)}</span></h2>
          <p class="buttons">
            ${view.text && html`<${CopyButton} text=${view.text} what="the text as shown" label="Copy" />`}
            ${view.length > 0 && html`<a class="button small" href=${address(`${path}/raw`).href} download=${`delivery-${id}.bin`}>Save the exact bytes</a>`}
          </p>
        </div>
        ${view.isPayload && html`<p class="muted">This is what was inside of the body: decrypted, or a field of a form.</p>`}
        ${view.masked > 0 && html`<p class="muted">${plural(view.masked, 'value that looks like a secret is', 'values that look like secrets are')} masked.</p>`}
        <${Shown} view=${view} />
        ${view.isCut && html`<p class="muted">Only the beginning is shown. The exact bytes have all of it.</p>`}
      </section>
      ${view.drift && html`<${Drift} drift=${view.drift} />`}
    </div>`}
  <//>`;
}

function Shown({ view }) {
  switch (view.kind) {
    case 'empty':
      return html`<p class="muted">It has no body.</p>`;
    case 'json':
      return html`<${Json} text=${view.text ?? ''} />`;
    case 'form':
      return html`<${Fields} fields=${view.fields} />`;
    case 'parts':
      return html`${view.fields.length > 0 && html`<${Fields} fields=${view.fields} />`}${view.parts.map((part) => html`<${Part} part=${part} />`)}`;
    default:
      return html`<pre class="code" tabindex="0" role="group" aria-label="The body" dir="ltr"><code>${visible(view.text)}</code></pre>`;
  }
}

function Fields({ fields }) {
  return html`<table class="plain values">
    <thead class="offscreen"><tr><th scope="col">Field</th><th scope="col">Value</th></tr></thead>
    <tbody>
      ${fields.map(
        (field) => html`<tr>
          <th scope="row"><code>${brief(field.name)}</code></th>
          <td><code class="lines">${visible(field.value)}</code></td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

function Part({ part }) {
  return html`<details class="part" open>
    <summary>
      <code>${brief(part.name ?? '(no name)')}</code>${part.fileName && html` <${Text}>${part.fileName}<//>`}
      <span class="muted"> ${brief(part.contentType ?? '')} ${bytes(part.length)}</span>
    </summary>
    ${part.text != null && html`<pre class="code small" tabindex="0" role="group" aria-label="The part" dir="ltr"><code>${visible(part.text)}</code></pre>`}
  </details>`;
}

/** How the body differs from what the handler reads: the first place to look when a provider has changed something. */
function Drift({ drift }) {
  const isNone = drift.unknown.length === 0 && drift.missing.length === 0;
  return html`<section class="panel drift" aria-labelledby="drift">
    <h2 id="drift">Drift</h2>
    <p class="muted">Compared with what <code>${brief(drift.handler)}</code> reads.</p>
    ${isNone && html`<${Notice} tone="ok" icon="check">The body has what the handler reads, and nothing that it does not know.<//>`}
    ${
      drift.missing.length > 0 &&
      html`<h3 class="bad">It lacks</h3>
        <p class="muted">The handler reads these, and the body does not have them.</p>
        <${Paths} paths=${drift.missing} />`
    }
    ${
      drift.unknown.length > 0 &&
      html`<h3>The handler does not read</h3>
        <p class="muted">The body has these beside. Most are harmless.</p>
        <${Paths} paths=${drift.unknown} />`
    }
    ${drift.isCut && html`<p class="muted">There are more.</p>`}
  </section>`;
}

function Paths({ paths }) {
  return html`<ul class="codes">${paths.map((path) => html`<li><code>${brief(path)}</code></li>`)}</ul>`;
}
