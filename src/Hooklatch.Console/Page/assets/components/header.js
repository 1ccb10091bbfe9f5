import { brief } from '../core/format.js';
import { liveNote, liveState } from '../core/live.js';
import { html, useEffect, useRef } from '../core/preact.js';
import { signOut, useSession } from '../core/session.js';
import { useStore } from '../core/store.js';
import { setTheme, theme } from '../core/theme.js';
import { roleWords } from '../core/words.js';
import { Icon, Mark } from './icons.js';
import { Text, When } from './text.js';
import { notify, notifyError } from './toasts.js';

const views = [
  ['', 'Overview'],
  ['deliveries', 'Deliveries'],
  ['refusals', 'Refusals'],
  ['jobs', 'Jobs'],
  ['configuration', 'Configuration'],
  ['audit', 'Audit'],
];

const parents = { webhook: '', delivery: 'deliveries' };

export function Header({ view, onHelp }) {
  const current = parents[view] ?? view;
  const nav = useRef(null);
  // On a phone the views do not fit side by side.
  useEffect(() => nav.current.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' }), [current]);
  return html`<header class="top">
    <div class="bar">
      <a class="brand" href="#/"><${Mark} /><span>Hooklatch</span></a>
      <${Host} />
      <${LiveState} />
      <${Account} onHelp=${onHelp} />
    </div>
    <nav aria-label="Views" ref=${nav}>
      <ul>
        ${views.map(([name, label]) => html`<li><a href=${`#/${name}`} aria-current=${name === current ? 'page' : undefined}>${label}</a></li>`)}
      </ul>
    </nav>
  </header>`;
}

function Host() {
  const { view } = useSession();
  return html`<p class="host">
    <span class="environment ${view.environment === 'Production' ? 'production' : ''}"><${Text}>${view.environment}<//></span>
    <span class="store muted" title=${brief(view.store ?? '')}>${view.store ? html`<${Text}>${view.store}<//>` : 'No store'}</span>
  </p>`;
}

const states = {
  live: ['Live', 'ok'],
  connecting: ['Connecting…', 'warn'],
  reconnecting: ['Reconnecting…', 'warn'],
  off: ['Not live', 'mute'],
};

function LiveState() {
  const state = useStore(liveState);
  const note = useStore(liveNote);
  const [label, tone] = states[state];
  useEffect(() => note && notify('The live view was interrupted', 'bad', note), [note]);
  return html`<p class="live ${tone}" role="status"><span class="lamp" aria-hidden="true"></span>${label}</p>`;
}

const themes = [
  [null, 'System', 'system'],
  ['light', 'Light', 'sun'],
  ['dark', 'Dark', 'moon'],
];

function Account({ onHelp }) {
  const { view } = useSession();
  const chosen = useStore(theme);
  const menu = useRef(null);
  useEffect(() => {
    const close = (event) => {
      if (menu.current?.open && !(event.target instanceof Node && menu.current.contains(event.target))) {
        menu.current.open = false;
      }
    };
    document.addEventListener('click', close);
    addEventListener('hashchange', close);
    return () => {
      document.removeEventListener('click', close);
      removeEventListener('hashchange', close);
    };
  }, []);

  return html`<details class="account" data-menu ref=${menu}>
    <summary><span class="who"><${Text}>${view.name}<//></span> <span class="role">${view.role}</span><${Icon} name="down" /></summary>
    <div class="menu">
      <p><strong><${Text}>${view.name}<//></strong> ${roleWords(view.role)}.</p>
      <fieldset class="segments">
        <legend>Theme</legend>
        ${themes.map(
          ([name, label, icon]) =>
            html`<button type="button" aria-pressed=${chosen === name} onClick=${() => setTheme(name)}><${Icon} name=${icon} />${label}</button>`,
        )}
      </fieldset>
      <dl class="facts tight">
        <div><dt>Environment</dt><dd><${Text}>${view.environment}<//></dd></div>
        <div><dt>Store</dt><dd>${view.store ? html`<${Text}>${view.store}<//>` : 'none: webhooks run while their sender waits'}</dd></div>
        <div><dt>Started</dt><dd><${When} at=${view.startedAt} /></dd></div>
        <div><dt>Version</dt><dd><${Text}>${view.version}<//></dd></div>
      </dl>
      <div class="buttons">
        <button type="button" onClick=${onHelp}>Keys</button>
        ${view.canSignOut && html`<button type="button" onClick=${() => signOut().catch(notifyError)}><${Icon} name="out" />Sign out</button>`}
      </div>
    </div>
  </details>`;
}
