import { Activity } from '../components/activity.js';
import { Depth } from '../components/depth.js';
import { Empty, Loaded, Notice } from '../components/problem.js';
import { Plugin } from '../components/plugin.js';
import { FirstSteps } from '../components/first-steps.js';
import { Icon } from '../components/icons.js';
import { get } from '../core/api.js';
import { brief, count, plural } from '../core/format.js';
import { useLoad, useTitle } from '../core/hooks.js';
import { useChanges } from '../core/live.js';
import { html, useState } from '../core/preact.js';
import { deliveriesHref, webhookHref } from '../core/router.js';
import { useSession } from '../core/session.js';

export function Overview() {
  useTitle('Overview');
  const overview = useLoad((signal) => get('overview', {}, signal), []);
  useChanges(overview.reload);
  return html`<h1 class="offscreen">Overview</h1>
    <${Loaded} state=${overview}>${(data) => html`<${Content} overview=${data} reload=${overview.reload} />`}<//>`;
}

function Content({ overview, reload }) {
  const { view } = useSession();
  const { plugins, activity, depth } = overview;
  const webhooks = plugins.flatMap((plugin) => plugin.webhooks);
  const isFirst = !activity.lastAt && webhooks.length > 0 && webhooks.every((webhook) => !webhook.activity.lastAt);

  if (plugins.length === 0) {
    return view.servesPlugins
      ? html`<${Empty} title="This host has no plugins">
          <p>Reference a project that has a webhook, and call <code>builder.AddHooklatch()</code> and <code>app.MapHooklatch()</code>.</p>
        <//>`
      : html`<${Notice} title="This host serves no webhooks"><p>It shows what a store holds. Look at the <a href="#/deliveries">deliveries</a>.</p><//>
          ${depth && html`<section class="panel"><h2>Unfinished work</h2><${Depth} depth=${depth} /></section>`}`;
  }

  return html`
    <${Attention} overview=${overview} webhooks=${webhooks} />
    ${
      isFirst
        ? html`<${FirstSteps} webhooks=${webhooks} />`
        : html`<section class="panel" aria-labelledby="hour">
      <h2 id="hour">The last hour</h2>
      <${Activity} activity=${activity} />
      ${depth && html`<${Depth} depth=${depth} />`}
    </section>`
    }
    <${Plugins} plugins=${plugins} isLong=${webhooks.length > 5} reload=${reload} />
  `;
}

/** What needs a person, most urgent first; one line that says so where there is nothing. */
function Attention({ overview, webhooks }) {
  const { plugins, depth } = overview;
  const failed = plugins.filter((plugin) => plugin.status === 'failed');
  const unrouted = plugins.filter((plugin) => plugin.routeErrors.length > 0);
  const secretless = webhooks.filter((webhook) => webhook.state === 'needsSecret');
  const paused = [...plugins.filter((plugin) => plugin.isPaused), ...webhooks.filter((webhook) => webhook.isPaused)];
  const schedules = plugins.flatMap((plugin) => plugin.schedules).filter((schedule) => schedule.problem);
  const to = (key) => `plugin-${key}`;
  const points = [
    failed.length > 0 && {
      tone: 'bad',
      text: failed.length === 1 ? `${brief(failed[0].name)} failed` : `${failed.length} plugins failed`,
      jump: to(failed[0].key),
    },
    depth?.quarantined > 0 && {
      tone: 'bad',
      text: `${count(depth.quarantined)} quarantined`,
      href: deliveriesHref({ state: 'quarantined' }),
    },
    depth?.dead > 0 && {
      tone: 'bad',
      text: `${plural(depth.dead, 'delivery', 'deliveries')} failed for good`,
      href: deliveriesHref({ state: 'dead' }),
    },
    unrouted.length > 0 && {
      tone: 'bad',
      text: `${plural(unrouted.length, 'plugin')} with routes that are not served`,
      jump: to(unrouted[0].key),
    },
    schedules.length > 0 && { tone: 'bad', text: `${plural(schedules.length, 'schedule')} not running`, href: '#/jobs' },
    secretless.length > 0 && {
      tone: 'warn',
      icon: 'key',
      text: secretless.length === 1 ? `${brief(secretless[0].name)} needs a secret` : `${secretless.length} webhooks need a secret`,
      href: webhookHref(secretless[0].plugin, secretless[0].endpoint),
    },
    paused.length > 0 && {
      tone: 'warn',
      icon: 'pause',
      text: paused.length === 1 ? `${brief(paused[0].name)} is paused` : `${paused.length} are paused`,
      jump: to(paused[0].plugin ?? paused[0].key),
    },
  ].filter(Boolean);

  return html`<section class="attention" aria-label="What needs you">
    ${
      points.length === 0
        ? html`<p class="calm"><${Icon} name="check" />Nothing needs you.</p>`
        : html`<ul>
            ${points.map(
              (point) => html`<li class=${point.tone}>
                <a href=${point.href ?? '#/'} onClick=${point.jump && ((event) => jump(event, point.jump))}>
                  <${Icon} name=${point.icon ?? 'warning'} /><span>${point.text}</span>
                </a>
              </li>`,
            )}
          </ul>`
    }
  </section>`;
}

function jump(event, id) {
  event.preventDefault();
  document.getElementById(id)?.scrollIntoView({ block: 'start' });
}

function Plugins({ plugins, isLong, reload }) {
  const [search, setSearch] = useState('');
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (webhook, plugin) => {
    const text = [plugin.name, plugin.key, webhook.name, webhook.endpoint, webhook.provider, webhook.state, ...webhook.urls]
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const shown = plugins
    .map((plugin) => ({ plugin, webhooks: plugin.webhooks.filter((webhook) => fits(webhook, plugin)) }))
    .filter(({ webhooks }) => words.length === 0 || webhooks.length > 0);

  return html`<div class="section-head">
      <h2>Plugins</h2>
      ${
        isLong &&
        html`<label class="search"
          ><${Icon} name="search" /><span class="offscreen">Find a webhook</span
          ><input
            type="search"
            data-search
            placeholder="Find a webhook"
            value=${search}
            onInput=${(event) => setSearch(event.target.value)}
          /><kbd aria-hidden="true">/</kbd></label
        >`
      }
    </div>
    ${shown.map(({ plugin, webhooks }) => html`<${Plugin} key=${plugin.key} plugin=${plugin} webhooks=${webhooks} reload=${reload} />`)}
    ${shown.length === 0 && html`<${Empty} title="No webhook fits"><p>Nothing has “${brief(search)}” in its name, URL, provider or state.</p><//>`}`;
}
