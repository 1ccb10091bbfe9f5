import { CopyButton } from '../components/copy.js';
import { Icon } from '../components/icons.js';
import { Empty, Loaded, Notice } from '../components/problem.js';
import { Text } from '../components/text.js';
import { get } from '../core/api.js';
import { brief, plural } from '../core/format.js';
import { useLoad, useTitle } from '../core/hooks.js';
import { html, useState } from '../core/preact.js';

export function Configuration() {
  useTitle('Configuration');
  const state = useLoad((signal) => get('configuration', {}, signal), []);
  return html`<header class="page-head">
      <div><h1>Configuration</h1><p class="sub muted">Every setting that the host and its plugins read, and where its value comes from. Secrets are never shown.</p></div>
    </header>
    <${Loaded} state=${state}>${(data) => html`<${Content} groups=${data.groups} />`}<//>`;
}

function Content({ groups }) {
  const [search, setSearch] = useState('');
  const [isSetOnly, setSetOnly] = useState(false);
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const problems = groups.flatMap((group) => group.settings).filter((setting) => setting.problem);
  const fits = (setting) => {
    const text = `${setting.path} ${setting.description ?? ''} ${setting.source ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word)) && (!isSetOnly || setting.source || setting.problem);
  };
  const shown = groups.map((group) => ({ ...group, settings: group.settings.filter(fits) })).filter((group) => group.settings.length > 0);

  return html`
    ${
      problems.length > 0 &&
      html`<${Notice} tone="bad" title=${`${plural(problems.length, 'setting')} to look at`}>
        <ul class="setting-problems">
          ${problems.map(
            (setting) => html`<li><code>${brief(setting.path)}</code><${CopyButton}
            text=${setting.path}
            what="the name of the setting"
          /> <${Text} most=${1000}>${setting.problem}<//></li>`,
          )}
        </ul>
      <//>`
    }
    <div class="filters">
      <label class="search"
        ><${Icon} name="search" /><span class="offscreen">Find a setting</span
        ><input
          type="search"
          data-search
          placeholder="Find a setting"
          value=${search}
          onInput=${(e) => setSearch(e.target.value)}
        /><kbd aria-hidden="true">/</kbd></label
      >
      <label class="check"><input type="checkbox" checked=${isSetOnly} onChange=${(e) => setSetOnly(e.target.checked)} /> Only those that are set</label>
    </div>
    ${shown.map((group) => html`<${Group} key=${group.plugin ?? ''} group=${group} />`)}
    ${shown.length === 0 && html`<${Empty} title="No setting fits" />`}
  `;
}

function Group({ group }) {
  return html`<section class="panel flush" aria-label=${brief(group.title)}>
    <h2><${Text}>${group.title}<//> ${group.plugin && html`<code class="muted">${brief(group.plugin)}</code>`}</h2>
    <table class="cards settings">
      <thead><tr><th scope="col">Setting</th><th scope="col">Value</th><th scope="col">From</th></tr></thead>
      <tbody>${group.settings.map((setting) => html`<${Setting} key=${setting.path} setting=${setting} />`)}</tbody>
    </table>
  </section>`;
}

function Setting({ setting }) {
  return html`<tr class=${setting.problem ? 'troubled' : ''}>
    <th scope="row" class="main">
      <span class="copyable"><code class="name" data-row tabindex="-1">${brief(setting.path)}</code><${CopyButton}
        text=${setting.path}
        what="the name of the setting"
      /></span>
      ${setting.description && html`<span class="detail muted"><${Text}>${setting.description}<//></span>`}
      ${setting.problem && html`<span class="problem"><${Icon} name="warning" /><${Text} most=${1000}>${setting.problem}<//></span>`}
    </th>
    <td data-label="Value">
      ${
        setting.value != null
          ? html`<span class="value">${setting.isSecret && html`<${Icon} name="key" />`}<code>${brief(setting.value)}</code></span>`
          : html`<span class="muted">not set</span>`
      }
      ${setting.value == null && setting.default != null && html`<span class="detail">counts as <code>${brief(setting.default)}</code></span>`}
      ${setting.type && html`<span class="detail muted"><${Text}>${setting.type}<//></span>`}
    </td>
    <td data-label="From">${setting.source ? html`<${Text}>${setting.source}<//>` : html`<span class="muted">–</span>`}</td>
  </tr>`;
}
