import { Question, Dialog } from './components/dialogs.js';
import { Problem } from './components/problem.js';
import { Header } from './components/header.js';
import { Toasts } from './components/toasts.js';
import { listenToKeys } from './core/keys.js';
import { startLive, stopLive } from './core/live.js';
import { html, render, useEffect, useErrorBoundary, useRef } from './core/preact.js';
import { useRoute } from './core/router.js';
import { open, signIn, session, useSession } from './core/session.js';
import { createStore, useStore } from './core/store.js';
import { Audit } from './views/audit.js';
import { Configuration } from './views/configuration.js';
import { Deliveries } from './views/deliveries.js';
import { Delivery } from './views/delivery.js';
import { Jobs } from './views/jobs.js';
import { Overview } from './views/overview.js';
import { Refusals } from './views/refusals.js';
import { SignIn } from './views/signin.js';
import { Webhook } from './views/webhook.js';

const views = {
  '': Overview,
  webhook: Webhook,
  deliveries: Deliveries,
  delivery: Delivery,
  refusals: Refusals,
  jobs: Jobs,
  configuration: Configuration,
  audit: Audit,
};

const help = createStore(false);

function App() {
  const { phase } = useSession();
  useEffect(() => (phase === 'in' ? startLive() : stopLive()), [phase]);

  if (phase === 'asking') {
    return html`<p class="booting" role="status">Loading the console…</p>`;
  }

  return html`
    ${phase === 'out' ? html`<${SignIn} />` : html`<${Signed} />`}
    <${Question} />
    <${Help} />
    <${Toasts} />
  `;
}

function Signed() {
  const route = useRoute();
  const View = views[route.view] ?? NotThere;
  // Another webhook or delivery is another view: nothing of the one before may stay in it.
  const key = route.view === 'webhook' ? `webhook ${route.query.plugin} ${route.query.endpoint}` : `${route.view}/${route.id}`;

  const isFirst = useRef(true);
  useEffect(() => {
    // A new view begins at its top, and a screen reader reads from its heading. The first one is read as any page is.
    if (!isFirst.current) {
      scrollTo(0, 0);
      document.querySelector('main').focus({ preventScroll: true });
    }

    isFirst.current = false;
  }, [key]);

  return html`<div>
    <a class="skip" href="#main" onClick=${skip}>Skip to the content</a>
    <${Header} view=${route.view} onHelp=${() => help.set(true)} />
    <main id="main" tabindex="-1"><${Guarded} key=${key}><${View} id=${route.id} query=${route.query} /><//></main>
  </div>`;
}

function skip(event) {
  // The hash belongs to the router.
  event.preventDefault();
  document.querySelector('main').focus();
}

/** An error of a view is shown in its place, with the rest of the page still there. */
function Guarded({ children }) {
  const [error, reset] = useErrorBoundary((problem) => console.error(problem));
  return error ? html`<${Problem} error=${error} onRetry=${reset} />` : children;
}

function NotThere() {
  return html`<h1>There is no such view</h1>
    <p><a href="#/">Go to the overview</a></p>`;
}

const keys = [
  ['/', 'Search in this view'],
  ['j or ↓', 'Next row'],
  ['k or ↑', 'Previous row'],
  ['Enter', 'Open the row'],
  ['x', 'Select the row'],
  ['Esc', 'Close, or go back to the list'],
  ['?', 'Show these keys'],
];

function Help() {
  return (
    useStore(help) &&
    html`<${Dialog} title="Keys" onClose=${() => help.set(false)}>
      <div class="body">
        <dl class="keys">${keys.map(([key, what]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${what}</dd></div>`)}</dl>
      </div>
    <//>`
  );
}

/** The code of a login link works once and is a credential: it leaves the address before anything else happens. */
async function takeCode() {
  const code = /^#login=(.+)$/.exec(location.hash)?.[1];
  if (!code) {
    return false;
  }

  history.replaceState(null, '', '#/');
  try {
    await signIn({ code: decodeURIComponent(code) });
  } catch (error) {
    session.set({ phase: 'out', error });
  }

  return true;
}

addEventListener('hashchange', takeCode);
listenToKeys(() => help.set(true));
const root = document.getElementById('app');
root.replaceChildren();
render(html`<${App} />`, root);
if (!(await takeCode())) {
  await open();
}
