import { post } from '../core/api.js';
import { brief, count, millis, plural, short, visible } from '../core/format.js';
import { html } from '../core/preact.js';
import { deliveriesHref, href, webhookHref } from '../core/router.js';
import { may } from '../core/session.js';
import { Badge } from './badge.js';
import { CopyButton } from './copy.js';
import { ask } from './dialogs.js';
import { Icon } from './icons.js';
import { Notice } from './problem.js';
import { Sparkline } from './sparkline.js';
import { Text, When } from './text.js';
import { notify } from './toasts.js';

const statuses = {
  enabled: ['ok', 'check', 'Enabled'],
  disabled: ['mute', 'minus', 'Disabled'],
  starting: ['info', 'clock', 'Starting'],
  failed: ['bad', 'cross', 'Failed'],
};

/** A plugin with a row for each of its webhooks that are shown. */
export function Plugin({ plugin, webhooks, reload }) {
  const [tone, icon, label] = statuses[plugin.status] ?? ['mute', 'dot', plugin.status];
  const title = `plugin-${plugin.key}`;
  return html`<section class="panel plugin" id=${title} aria-labelledby=${`${title}-name`}>
    <header>
      <div>
        <h3 id=${`${title}-name`}><${Text}>${plugin.name}<//></h3>
        <code class="muted"><${Text}>${plugin.key}<//></code>
        <${Badge} tone=${tone} icon=${icon}>${label}<//>
        ${plugin.isPaused && html`<${Badge} tone="warn" icon="pause">Paused<//>`}
      </div>
      ${may('operate') && html`<${Switches} plugin=${plugin} reload=${reload} />`}
    </header>
    ${plugin.description && html`<p class="about"><${Text}>${plugin.description}<//></p>`}
    ${plugin.error && html`<${Notice} tone="bad" title="It could not start"><pre class="error">${visible(plugin.error)}</pre><//>`}
    ${
      plugin.routeErrors.length > 0 &&
      html`<${Notice} tone="bad" title="Some of its routes are not served"><ul>${plugin.routeErrors.map((error) => html`<li><${Text}>${error}<//></li>`)}</ul><//>`
    }
    ${plugin.isPaused && html`<${Notice} tone="warn" icon="pause"><p>Its deliveries are accepted, stored and held. They run once it is resumed.</p><//>`}
    ${webhooks.length > 0 && html`<${Webhooks} webhooks=${webhooks} name=${plugin.name} />`}
    <${More} plugin=${plugin} />
  </section>`;
}

const switches = {
  pause: {
    label: 'Pause',
    icon: 'pause',
    tells: (name) => html`<p>
        Deliveries of all webhooks of ${name} are verified, stored and answered, but do not run until you resume it. This outlasts a restart.
      </p>
      <p class="muted">Webhooks that run while their sender waits go on.</p>`,
  },
  resume: { label: 'Resume', icon: 'play', tells: (name) => html`<p>The deliveries of ${name} that were held run now.</p>` },
  enable: { label: 'Enable', tells: (name) => html`<p>${name} serves its webhooks and runs its jobs again.</p>` },
  disable: {
    label: 'Disable',
    isDanger: true,
    tells: (name) => html`<p>All webhooks of ${name} answer 404 until you enable it. Senders may give up.</p>
      <p class="muted">To hold deliveries without losing any, pause it instead.</p>`,
  },
};

function Switches({ plugin, reload }) {
  const isFailed = plugin.status === 'failed';
  // One that failed cannot be switched, but what was paused before can be resumed.
  const offered = [
    plugin.isPaused ? 'resume' : !isFailed && 'pause',
    plugin.status === 'disabled' ? 'enable' : !isFailed && 'disable',
  ].filter(Boolean);

  const begin = (action, { label, isDanger, tells }) =>
    ask({
      title: `${label} ${brief(plugin.name)}`,
      body: tells(html`<strong>${brief(plugin.name)}</strong>`),
      action: label,
      isDanger,
      run: async () => {
        const result = await post(action, { query: { plugin: plugin.key } });
        notify(result.message, result.done ? 'ok' : 'bad');
        reload();
      },
    });

  return html`<div class="buttons">
    ${offered.map((name) => {
      const { label, icon } = switches[name];
      return html`<button type="button" key=${name} onClick=${() => begin(name, switches[name])}>
        ${icon && html`<${Icon} name=${icon} />`}${label}
      </button>`;
    })}
  </div>`;
}

function Webhooks({ webhooks, name }) {
  return html`<table class="webhooks cards">
    <caption class="offscreen">Webhooks of ${brief(name)}</caption>
    <thead>
      <tr>
        <th scope="col">Webhook</th>
        <th scope="col">State</th>
        <th scope="col">Last delivery</th>
        <th scope="col">Last hour</th>
        <th scope="col" class="num">p50 / p99</th>
      </tr>
    </thead>
    <tbody>${webhooks.map((webhook) => html`<${Row} key=${webhook.endpoint} webhook=${webhook} />`)}</tbody>
  </table>`;
}

function Row({ webhook }) {
  const { activity } = webhook;
  const sum = (values) => values.reduce((all, n) => all + n, 0);
  const refused = sum(activity.refused);
  const failed = sum(activity.failed);
  return html`<tr>
    <th scope="row" class="main">
      <a class="name" data-row href=${webhookHref(webhook.plugin, webhook.endpoint)}><${Text}>${webhook.name}<//></a>
      ${webhook.provider && html`<span class="provider"><${Text}>${webhook.provider}<//></span>`}
      <span class="url">
        <${Methods} methods=${webhook.methods} />
        <${UrlText} url=${webhook.urls[0] ?? webhook.endpoint} />
        ${webhook.urls[0] && html`<${CopyButton} text=${webhook.urls[0]} what=${`the URL of ${brief(webhook.name, 80)}`} />`}
      </span>
    </th>
    <td data-label="State"><${WebhookState} webhook=${webhook} /></td>
    <td data-label="Last delivery">${activity.lastAt ? html`<${When} at=${activity.lastAt} />` : html`<span class="muted">none yet</span>`}</td>
    <td data-label="Last hour">
      <span class="hour">
        <${Sparkline} activity=${activity} />
        <span class="counts nums">
          <span>${short(sum(activity.accepted))} <span class="muted">accepted</span></span>
          ${refused > 0 && html`<a class="warn" href=${href('refusals', { plugin: webhook.plugin, endpoint: webhook.endpoint })}>${short(refused)} refused</a>`}
          ${failed > 0 && html`<a class="bad" href=${deliveriesHref({ plugin: webhook.plugin, endpoint: webhook.endpoint })}>${short(failed)} failed</a>`}
        </span>
      </span>
    </td>
    <td data-label="p50 / p99" class="num">
      ${activity.totalP50 == null ? html`<span class="muted">–</span>` : `${millis(activity.totalP50)} / ${millis(activity.totalP99)}`}
    </td>
  </tr>`;
}

const Methods = ({ methods }) => html`<span class="method">${methods.map((method) => brief(method, 20)).join(', ') || 'any'}</span>`;

/** A URL whose host may be cut before its path is: the path is what tells webhooks apart. */
function UrlText({ url }) {
  const parts = /^(https?:\/\/[^/]+)(\/.*)$/.exec(url);
  return parts
    ? html`<span class="url-text" title=${brief(url)}><span class="origin">${brief(parts[1])}</span><span class="path">${brief(parts[2])}</span></span>`
    : html`<span class="url-text" title=${brief(url)}><span class="path">${brief(url)}</span></span>`;
}

/** Whether a webhook accepts anything, and what it lacks. */
export function WebhookState({ webhook }) {
  return html`<span class="webhook-state">
    ${webhook.state === 'ready' && html`<${Badge} tone="ok" icon="check">Ready<//>`}
    ${webhook.state === 'unverified' && html`<${Badge} tone="warn" icon="open">Unverified<//>`}
    ${
      webhook.state === 'needsSecret' &&
      html`<${Badge} tone="bad" icon="key">Needs secret<//>${
        webhook.missingSetting &&
        html`<span class="copyable"><code title=${brief(webhook.missingSetting)}>${brief(webhook.missingSetting)}</code><${CopyButton}
          text=${webhook.missingSetting}
          what="the name of the setting"
        /></span>`
      }`
    }
    ${!['ready', 'unverified', 'needsSecret'].includes(webhook.state) && html`<${Badge} tone="mute" icon="dot">${brief(webhook.state)}<//>`}
    ${webhook.isPaused && html`<${Badge} tone="warn" icon="pause">Paused<//>`}
  </span>`;
}

function More({ plugin }) {
  const { jobs, schedules, routes } = plugin;
  return html`${
    (jobs.length > 0 || schedules.length > 0) &&
    html`<p class="more">
      <a href="#/jobs">${plural(jobs.length, 'kind of job', 'kinds of jobs')}${schedules.length > 0 && `, ${count(schedules.length)} at set times`}</a>
    </p>`
  }
  ${
    routes.length > 0 &&
    html`<details class="quiet more">
      <summary>${count(routes.length)} ${routes.length === 1 ? 'route' : 'routes'} of its own</summary>
      <ul class="routes">
        ${routes.map((route) => html`<li><${Methods} methods=${route.methods} /> <code>${brief(route.url)}</code></li>`)}
      </ul>
    </details>`
  }`;
}
