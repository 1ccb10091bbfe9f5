import { Activity } from '../components/activity.js';
import { Badge } from '../components/badge.js';
import { Copyable, CopyButton } from '../components/copy.js';
import { DeliveryTable } from '../components/delivery-table.js';
import { Depth } from '../components/depth.js';
import { ask } from '../components/dialogs.js';
import { Icon } from '../components/icons.js';
import { WebhookState } from '../components/plugin.js';
import { Empty, Loaded, Notice } from '../components/problem.js';
import { RefusalList } from '../components/refusal-list.js';
import { TestSend } from '../components/test-send.js';
import { Text, When } from '../components/text.js';
import { notify } from '../components/toasts.js';
import { get, post } from '../core/api.js';
import { brief, count, millis, webLink } from '../core/format.js';
import { useLoad, useTitle } from '../core/hooks.js';
import { useChanges } from '../core/live.js';
import { html } from '../core/preact.js';
import { deliveriesHref, href } from '../core/router.js';
import { may } from '../core/session.js';
import { outcomeLabel, reasonLabel } from '../core/words.js';

/** How many of its deliveries and refusals stand on the page of a webhook. */
const few = 8;

export function Webhook({ query }) {
  const { plugin, endpoint } = query;
  useTitle(brief(endpoint, 60));
  const state = useLoad(
    async (signal) => {
      const [overview, deliveries, refusals] = await Promise.all([
        get('overview', {}, signal),
        get('deliveries', { plugin, endpoint, size: few }, signal),
        get('refusals', { plugin, endpoint, size: few }, signal),
      ]);
      return { overview, deliveries: deliveries.deliveries, refusals: refusals.refusals };
    },
    [plugin, endpoint],
  );
  useChanges(state.reload);

  return html`<p class="crumbs"><a href="#/" data-up><${Icon} name="left" />Overview</a></p>
    <${Loaded} state=${state} title=${brief(endpoint, 100)}>
      ${({ overview, deliveries, refusals }) => {
        const owner = overview.plugins.find((one) => one.key === plugin);
        const webhook = owner?.webhooks.find((one) => one.endpoint === endpoint);
        return webhook
          ? html`<${Content} webhook=${webhook} owner=${owner} deliveries=${deliveries} refusals=${refusals} reload=${state.reload} />`
          : html`<h1>There is no such webhook</h1><p>The host serves no <code>${brief(endpoint)}</code> of <code>${brief(plugin)}</code>.</p>`;
      }}
    <//>`;
}

function Content({ webhook, owner, deliveries, refusals, reload }) {
  const { activity, depth } = webhook;
  const filter = { plugin: webhook.plugin, endpoint: webhook.endpoint };
  return html`
    <header class="page-head">
      <div>
        <h1><${Text}>${webhook.name}<//></h1>
        <p class="sub">
          <${WebhookState} webhook=${webhook} />
          ${webhook.provider && html`<span class="provider"><${Text}>${webhook.provider}<//></span>`}
          <span>of <${Text}>${owner.name}<//></span>
        </p>
      </div>
      ${may('operate') && html`<${PauseButton} webhook=${webhook} reload=${reload} />`}
    </header>
    ${webhook.description && html`<p class="about"><${Text}>${webhook.description}<//></p>`}
    ${webhook.state === 'needsSecret' && html`<${MissingSecret} webhook=${webhook} />`}
    ${
      webhook.state === 'unverified' &&
      html`<${Notice} tone="warn" icon="open" title="Anyone can send here"><p>This webhook does not verify its sender. Whoever knows the URL is believed.</p><//>`
    }
    ${webhook.isPaused && html`<${Notice} tone="warn" icon="pause" title="Paused"><p>Deliveries are accepted, stored and held. They run once you resume it.</p><//>`}
    ${
      owner.isPaused &&
      html`<${Notice}
      tone="warn"
      icon="pause"
      title="Its plugin is paused"
    ><p>Deliveries are accepted, stored and held. Resume the plugin on the <a href="#/">overview</a>.</p><//>`
    }
    ${
      owner.status !== 'enabled' &&
      html`<${Notice}
      tone="bad"
      title=${`Its plugin is ${owner.status}`}
    ><p>Until it is enabled, deliveries are answered with 404.</p><//>`
    }

    <div class="columns">
      <section class="panel" aria-labelledby="receives">
        <h2 id="receives">What it receives</h2>
        <${Facts} webhook=${webhook} />
        <${Handlers} webhook=${webhook} />
      </section>
      <div>
        ${webhook.setup && html`<${Setup} webhook=${webhook} />`}
        <section class="panel" aria-labelledby="test"><h2 id="test">Send a test</h2><${TestSend} webhook=${webhook} onSent=${reload} /></section>
      </div>
    </div>

    <section class="panel" aria-labelledby="hour">
      <h2 id="hour">The last hour</h2>
      ${
        activity.lastAt
          ? html`<p class="muted">
                Last delivery <${When} at=${activity.lastAt} />.
                ${activity.totalP50 != null && ` Half are answered within ${millis(activity.totalP50)}, 99 of 100 within ${millis(activity.totalP99)}.`}
              </p>
              <${Activity} activity=${activity} />
              <${Counts} activity=${activity} />`
          : html`<${Empty} title="Nothing has come in since the host started"><p>Paste the URL at the sender, or send a test.</p><//>`
      }
      ${depth && html`<${Depth} depth=${depth} filter=${filter} />`}
    </section>

    <section class="panel flush" aria-labelledby="recent">
      <div class="section-head"><h2 id="recent">Recent deliveries</h2><a href=${deliveriesHref(filter)}>All of this webhook</a></div>
      ${
        deliveries.length > 0
          ? html`<${DeliveryTable} rows=${deliveries} isOfOne caption="Recent deliveries of this webhook" />`
          : html`<${Empty} title="None is kept">
              <p>
                ${
                  webhook.mode === 'queued'
                    ? 'Each delivery that is accepted is stored and listed here.'
                    : 'This webhook runs while its sender waits. Its deliveries are kept where the host has a store.'
                }
              </p>
            <//>`
      }
    </section>

    <section class="panel flush" aria-labelledby="refused">
      <div class="section-head"><h2 id="refused">Recent refusals</h2><a href=${href('refusals', filter)}>All of this webhook</a></div>
      ${refusals.length > 0 ? html`<${RefusalList} rows=${refusals} isOfOne />` : html`<${Empty} title="None was refused since the host started" />`}
    </section>
  `;
}

function PauseButton({ webhook, reload }) {
  const action = webhook.isPaused ? 'resume' : 'pause';
  const label = webhook.isPaused ? 'Resume' : 'Pause';
  const onClick = () =>
    ask({
      title: `${label} ${brief(webhook.name)}`,
      action: label,
      body: webhook.isPaused
        ? html`<p>The deliveries that were held run now.</p>`
        : html`<p>Deliveries are verified, stored and answered, but do not run until you resume it. This outlasts a restart.</p>`,
      run: async () => {
        const result = await post(action, { query: { plugin: webhook.plugin, endpoint: webhook.endpoint } });
        notify(result.message, result.done ? 'ok' : 'bad');
        reload();
      },
    });

  // A webhook that runs inline has nothing that could be held.
  return webhook.isPaused || webhook.mode === 'queued'
    ? html`<div class="buttons"><button type="button" onClick=${onClick}><${Icon} name=${webhook.isPaused ? 'play' : 'pause'} />${label}</button></div>`
    : null;
}

function MissingSecret({ webhook }) {
  return html`<${Notice} tone="bad" icon="key" title="It refuses everything until its secret is set">
    ${webhook.missingSetting && html`<p><${Copyable} text=${webhook.missingSetting} what="the name of the setting" shown=${brief(webhook.missingSetting)} /></p>`}
    <p>
      Set it to the secret that the provider shows, or that you enter there. For a try on your own machine: <code>dotnet user-secrets</code>, or an environment
      variable with <code>__</code> in place of each <code>:</code>.
    </p>
  <//>`;
}

const modes = { queued: 'later: it is stored first, then answered', inline: 'while its sender waits for the answer' };

function Facts({ webhook }) {
  return html`<dl class="facts">
    <div>
      <dt>${webhook.urls.length > 1 ? 'URLs' : 'URL'}</dt>
      <dd>${webhook.urls.map((url) => html`<div><${Copyable} text=${url} what="the URL" shown=${brief(url)} /></div>`)}</dd>
    </div>
    <div><dt>Methods</dt><dd>${webhook.methods.map((method) => html`<span class="method">${brief(method)}</span> `)}</dd></div>
    <div><dt>Verified by</dt><dd><${Text}>${webhook.verification}<//></dd></div>
    <div>
      <dt>Runs</dt>
      <dd>${modes[webhook.mode] ?? brief(webhook.mode)}</dd>
    </div>
    <div><dt>Endpoint</dt><dd><code>${brief(webhook.endpoint)}</code></dd></div>
    ${
      webhook.limits.length > 0 &&
      html`<div>
        <dt>Limits</dt>
        <dd><ul class="inline-list">${webhook.limits.map((limit) => html`<li><${Text}>${limit.name}<//>: <strong><${Text}>${limit.value}<//></strong></li>`)}</ul></dd>
      </div>`
    }
  </dl>`;
}

function Handlers({ webhook }) {
  const { events, handlers } = webhook;
  return html`
    ${
      events.length > 0 &&
      html`<h3>Events</h3>
        <table class="plain">
          <thead><tr><th scope="col">Event</th><th scope="col">Handler</th></tr></thead>
          <tbody>
            ${events.map(
              (event) => html`<tr>
                <th scope="row"><code>${brief(event.name)}</code>${event.action && html` <span class="muted">· ${brief(event.action)}</span>`}</th>
                <td><code>${brief(event.handler)}</code></td>
              </tr>`,
            )}
          </tbody>
        </table>`
    }
    ${handlers.length > 0 && html`<h3>${handlers.length > 1 ? 'Handlers' : 'Handler'}</h3>`}
    ${handlers.map(
      (handler) => html`<details class="handler">
        <summary><code>${brief(handler.target)}</code></summary>
        ${
          handler.reads.length > 0
            ? html`<p class="muted">It reads</p><ul class="codes">${handler.reads.map((read) => html`<li><code>${brief(read)}</code></li>`)}</ul>`
            : html`<p class="muted">It reads nothing of the delivery by itself.</p>`
        }
      </details>`,
    )}
  `;
}

function Setup({ webhook }) {
  const link = webhook.setup.link && webLink(webhook.setup.link);
  return html`<section class="panel" aria-labelledby="setup">
    <h2 id="setup">Set up ${webhook.provider ? brief(webhook.provider) : 'the sender'}</h2>
    <ol class="setup">${webhook.setup.steps.map((step) => html`<li><${Text}>${step}<//></li>`)}</ol>
    <p class="buttons">
      ${webhook.urls[0] && html`<${CopyButton} text=${webhook.urls[0]} what="the URL" label="Copy the URL" />`}
      ${
        link &&
        html`<a
        class="button"
        href=${link}
        target="_blank"
        rel="noopener noreferrer"
      >Open ${webhook.provider ? brief(webhook.provider) : 'its page'}<${Icon} name="outside" /></a>`
      }
    </p>
  </section>`;
}

const good = ['handled', 'queued', 'duplicate', 'handshake', 'unhandled'];

function Counts({ activity }) {
  const { outcomes, reasons } = activity;
  return html`<div class="columns even">
    <div>
      <h3>What became of them</h3>
      <table class="plain">
        <thead class="offscreen"><tr><th scope="col">Outcome</th><th scope="col">Deliveries</th></tr></thead>
        <tbody>
          ${outcomes.map(
            ({ name, value }) => html`<tr>
              <th scope="row"><${Badge} tone=${good.includes(name) ? 'ok' : 'bad'} icon=${good.includes(name) ? 'check' : 'cross'}>${brief(outcomeLabel(name))}<//></th>
              <td class="num">${count(value)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${
      reasons.length > 0 &&
      html`<div>
        <h3>Why some were not taken</h3>
        <table class="plain">
          <thead class="offscreen"><tr><th scope="col">Reason</th><th scope="col">Deliveries</th></tr></thead>
          <tbody>
            ${reasons.map(
              ({ name, value }) => html`<tr>
                <th scope="row">${brief(reasonLabel(name))} <code class="muted">${brief(name)}</code></th>
                <td class="num">${count(value)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>`
    }
  </div>`;
}
