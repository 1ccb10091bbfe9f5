import { visible } from '../core/format.js';
import { html } from '../core/preact.js';

// A token of JSON, or a run of anything else. The text is never parsed: 9007199254740993 stays what was sent.
const token = /("(?:[^"\\\n]|\\.)*")(\s*:)?|(-?\d[\d.eE+-]*)|\b(true|false|null)\b/g;

// Spans beyond this number make a browser slow; the rest is shown without colours.
const most = 8000;

/** JSON as the host has formatted it, with quiet colours. */
export function Json({ text, masked = '••••' }) {
  const pieces = [];
  let from = 0;
  for (const match of text.matchAll(token)) {
    if (pieces.length > most) {
      break;
    }

    pieces.push(visible(text.slice(from, match.index)));
    const [whole, string, colon, number, word] = match;
    if (string && colon) {
      pieces.push(html`<span class="j-name">${visible(string)}</span>`, colon);
    } else if (string) {
      pieces.push(html`<span class=${string.includes(masked) ? 'j-masked' : 'j-text'}>${visible(string)}</span>`);
    } else {
      pieces.push(html`<span class=${number ? 'j-number' : 'j-word'}>${number ?? word}</span>`);
    }

    from = match.index + whole.length;
  }

  pieces.push(visible(text.slice(from)));
  return html`<pre class="code" tabindex="0" role="group" aria-label="The body as JSON" dir="ltr"><code>${pieces}</code></pre>`;
}
