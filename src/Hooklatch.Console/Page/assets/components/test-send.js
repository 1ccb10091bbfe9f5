import { post } from '../core/api.js';
import { brief, visible } from '../core/format.js';
import { html, useState } from '../core/preact.js';
import { may, useSession } from '../core/session.js';
import { CopyButton } from './copy.js';
import { ask } from './dialogs.js';
import { curlOf } from './first-steps.js';
import { Icon } from './icons.js';
import { Problem } from './problem.js';
import { Text } from './text.js';

/** Sends the sample of a provider, signed with the configured secret. The handler runs only for who may operate, and who means it. */
export function TestSend({ webhook, onSent }) {
  const { view } = useSession();
  const [event, setEvent] = useState('');
  const [body, setBody] = useState('');
  const [runs, setRuns] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [result, setResult] = useState(null);
  const [error, setError] = useState(null);

  if (!webhook.canTest) {
    const isOpen = webhook.state === 'unverified' && webhook.urls.length > 0;
    return html`<p>${webhook.whyNotTested ? html`<${Text}>${webhook.whyNotTested}<//>` : 'A test cannot be sent to this webhook.'}</p>
      ${
        isOpen &&
        html`<p>It verifies nobody, so send it something yourself:</p><div class="command"><pre><code>${visible(curlOf(webhook))}</code></pre><${CopyButton}
        text=${curlOf(webhook)}
        what="the command"
      /></div>`
      }`;
  }

  async function send(isConfirmed) {
    setBusy(true);
    setError(null);
    setResult(null);
    try {
      const request = { plugin: webhook.plugin, endpoint: webhook.endpoint, runsHandler: runs, isConfirmed };
      setResult(await post('test', { body: { ...request, ...(event && { event }), ...(body && { body }) } }));
      onSent();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  }

  function onSubmit(submitted) {
    submitted.preventDefault();
    if (runs && view.environment !== 'Development') {
      ask({
        title: 'Run the handler for real?',
        action: 'Run the handler',
        isDanger: true,
        acknowledge: 'I know that the handler cannot tell this from a real delivery',
        body: html`<p>
          This host is in <strong>${brief(view.environment)}</strong>. The handler of <strong>${brief(webhook.name)}</strong> takes the sample as if the
          provider had sent it: an order is shipped, a payment is booked, a message is posted.
        </p>`,
        // What goes wrong is shown where the result would be.
        run: () => send(true),
      });
    } else {
      send(false);
    }
  }

  // One entry for an event, however many of its actions have handlers.
  const events = [...new Set(webhook.events.map((one) => one.name))];
  return html`<form class="test" onSubmit=${onSubmit}>
      <p class="muted">
        A sample of ${webhook.provider ? brief(webhook.provider) : 'the provider'}, signed with your secret, shows whether it is verified and understood.
      </p>
      ${
        events.length > 0 &&
        html`<label class="field"
          ><span>Event</span>
          <select value=${event} onChange=${(e) => setEvent(e.target.value)}>
            <option value="">The first that a handler takes</option>
            ${events.map((name) => html`<option value=${name}>${brief(name)}</option>`)}
          </select></label
        >`
      }
      <details class="quiet">
        <summary>Use another body</summary>
        <label class="field"
          ><span>Body, in place of the sample</span><textarea rows="5" spellcheck=${false} value=${body} onInput=${(e) => setBody(e.target.value)}></textarea></label
        >
      </details>
      ${may('operate') && html`<label class="check"><input type="checkbox" checked=${runs} onChange=${(e) => setRuns(e.target.checked)} /> Run the handler too</label>`}
      <p class="buttons">
        <button type="submit" class="primary" disabled=${isBusy}>${isBusy ? 'Sending…' : runs ? 'Send and run' : 'Send the test'}</button>
        <span class="muted">${runs ? 'The handler runs.' : 'No handler runs.'}</span>
      </p>
    </form>
    <div aria-live="polite">
      ${error && html`<${Problem} error=${error} />`}
      ${result && html`<${Result} result=${result} />`}
    </div>`;
}

function Result({ result }) {
  return html`<div class="notice ${result.succeeded ? 'ok' : 'bad'}">
    <${Icon} name=${result.succeeded ? 'check' : 'cross'} />
    <div>
      <p class="title">${result.succeeded ? 'It would be accepted' : 'It would be refused'} <span class="nums">(${result.status})</span></p>
      <p><${Text} most=${1000}>${result.message}<//></p>
      ${result.handler && html`<p>${result.ran ? 'Ran' : 'Would run'} <code>${brief(result.handler)}</code></p>`}
      ${result.answer && html`<pre class="code small"><code>${visible(result.answer)}</code></pre>`}
    </div>
  </div>`;
}
