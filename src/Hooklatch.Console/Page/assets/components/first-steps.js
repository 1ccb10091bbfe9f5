import { brief, visible } from '../core/format.js';
import { html } from '../core/preact.js';
import { webhookHref } from '../core/router.js';
import { CopyButton, Copyable } from './copy.js';

// A shell takes everything between single quotes as it is.
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/** A command that a webhook without verification accepts. */
export function curlOf(webhook) {
  const method = webhook.methods[0] ?? 'POST';
  const body = method === 'GET' ? '' : ` -H 'Content-Type: application/json' -d '{"hello":"world"}'`;
  return `curl -i -X ${method} ${quoted(webhook.urls[0] ?? '')}${body}`;
}

/** What to do in the first minute, before anything has come in. */
export function FirstSteps({ webhooks }) {
  const missing = webhooks.find((webhook) => webhook.state === 'needsSecret');
  const open = webhooks.find((webhook) => webhook.state === 'unverified' && webhook.urls.length > 0);
  const testable = webhooks.find((webhook) => webhook.canTest);
  const first = testable ?? open ?? missing ?? webhooks[0];
  return html`<section class="panel first" aria-labelledby="first">
    <h2 id="first">It works. Nothing has come in yet.</h2>
    <ol class="steps">
      ${
        missing &&
        html`<li>
          <h3>Set the secret</h3>
          <p>
            <a href=${webhookHref(missing.plugin, missing.endpoint)}>${brief(missing.name)}</a> refuses everything until this setting holds the secret that you
            and the sender share.
          </p>
          ${missing.missingSetting && html`<${Copyable} text=${missing.missingSetting} what="the name of the setting" shown=${brief(missing.missingSetting)} />`}
        </li>`
      }
      ${
        first.urls[0] &&
        html`<li>
          <h3>Paste the URL at the sender</h3>
          <p>This is where <a href=${webhookHref(first.plugin, first.endpoint)}>${brief(first.name)}</a> listens. Each webhook below has its own.</p>
          <${Copyable} text=${first.urls[0]} what="the URL" shown=${brief(first.urls[0])} />
        </li>`
      }
      <li>
        <h3>Send something</h3>
        ${
          testable &&
          html`<p>A signed sample shows whether it is verified and understood.</p>
            <p><a class="button primary" href=${webhookHref(testable.plugin, testable.endpoint)}>Test ${brief(testable.name)}</a></p>`
        }
        ${
          open &&
          html`<p>${testable ? 'Or send it' : 'Send it'} from a terminal. ${brief(open.name)} verifies nobody, so this is accepted:</p>
            <div class="command"><pre><code>${visible(curlOf(open))}</code></pre><${CopyButton} text=${curlOf(open)} what="the command" /></div>`
        }
        ${!testable && !open && html`<p>Have the sender deliver an event. It appears here at once.</p>`}
      </li>
    </ol>
  </section>`;
}
