import { Mark } from '../components/icons.js';
import { Notice, Problem } from '../components/problem.js';
import { useTitle } from '../core/hooks.js';
import { html, useEffect, useRef, useState } from '../core/preact.js';
import { open, signIn, useSession } from '../core/session.js';

/** The view that was asked for stays in the address, so signing in leads back to it. */
export function SignIn() {
  useTitle('Sign in');
  const { note, error: before } = useSession();
  const [token, setToken] = useState('');
  const [error, setError] = useState(null);
  const [isBusy, setBusy] = useState(false);
  const field = useRef(null);
  useEffect(() => field.current.focus(), []);

  async function onSubmit(event) {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await signIn({ token: token.trim() });
    } catch (problem) {
      setError(problem);
      setBusy(false);
      field.current.select();
    }
  }

  const shown = error ?? before;
  return html`<main id="main" class="signin">
    <form onSubmit=${onSubmit}>
      <${Mark} />
      <h1>Sign in to Hooklatch</h1>
      ${note && !shown && html`<${Notice} icon="key">${note}<//>`}
      ${shown && html`<${Problem} error=${shown} onRetry=${shown.status === 0 ? open : undefined} />`}
      <label class="field">
        <span>Token</span>
        <input
          ref=${field}
          type="password"
          name="token"
          autocomplete="current-password"
          spellcheck=${false}
          required
          value=${token}
          onInput=${(event) => setToken(event.target.value)}
        />
      </label>
      <button type="submit" class="primary wide" disabled=${isBusy}>${isBusy ? 'Signing in…' : 'Sign in'}</button>
      <details class="quiet">
        <summary>Where do I get a token?</summary>
        <p>In Development the host prints a login link when it starts. It works once, for ten minutes; a restart prints a new one.</p>
        <p>Otherwise a token is configured at the host, or lies in a file that the host has written when it first started. Its log names the file.</p>
      </details>
    </form>
  </main>`;
}
