import { get } from '../core/api.js';
import { isFiltered, spans } from '../core/filters.js';
import { brief, localInput } from '../core/format.js';
import { useLoad } from '../core/hooks.js';
import { html, useState } from '../core/preact.js';
import { deliveriesHref, deliveryHref, go } from '../core/router.js';
import { stateLabel, stateNames } from '../core/words.js';
import { Icon } from './icons.js';

/** The filter of the list. Each change goes into the address, so that the list can be sent to a colleague. */
export function Filters({ query }) {
  const [isTimed, setTimed] = useState(!!(query.from || query.to));
  // Which plugins there are is no reason to fail: without them the lists of the form are short.
  const plugins = useLoad((signal) => get('overview', {}, signal).then((overview) => overview.plugins), []).data ?? [];
  const set = (changes) => go('deliveries', { ...query, ...changes });
  const time = (name) => (event) => set({ within: null, [name]: event.target.value ? new Date(event.target.value).toISOString() : null });

  function onSearch(event) {
    event.preventDefault();
    const text = event.target.elements.id.value.trim();
    const own = /^#(\d+)$/.exec(text);
    if (own) {
      location.hash = deliveryHref(own[1]);
    } else {
      set({ deliveryId: text });
    }
  }

  function onWithin(event) {
    const { value } = event.target;
    setTimed(value === 'between');
    set(value === 'between' ? { within: null } : { within: value, from: null, to: null });
  }

  return html`<section class="filters" aria-label="Filter">
    <form class="search" role="search" onSubmit=${onSearch}>
      <${Icon} name="search" />
      <label class="offscreen" for="filter-id">Id of the provider, or # and the number</label>
      <input id="filter-id" name="id" type="search" data-search placeholder="Id, or #number" spellcheck=${false} value=${query.deliveryId ?? ''} />
      <kbd aria-hidden="true">/</kbd>
    </form>
    <${Select} label="Webhook" value=${whose(query)} onChange=${(value) => set(JSON.parse(value || '{"plugin":null,"endpoint":null,"jobs":null}'))}>
      <option value="">all, and jobs</option>
      <option value=${whose({ jobs: 'false' })}>webhooks only</option>
      <option value=${whose({ jobs: 'true' })}>jobs only</option>
      ${plugins.map(
        (plugin) => html`<optgroup label=${brief(plugin.name)}>
          <option value=${whose({ plugin: plugin.key })}>all of ${brief(plugin.name)}</option>
          ${plugin.webhooks.map((one) => html`<option value=${whose({ plugin: plugin.key, endpoint: one.endpoint })}>${brief(one.endpoint)}</option>`)}
          ${plugin.jobs.map((one) => html`<option value=${whose({ plugin: plugin.key, endpoint: one.name, jobs: 'true' })}>job ${brief(one.name)}</option>`)}
        </optgroup>`,
      )}
      ${query.plugin && !isListed(query, plugins) && html`<option value=${whose(query)}>${brief(query.plugin)}${brief(query.endpoint ?? '')}</option>`}
    <//>
    <${Select} label="State" value=${query.state ?? ''} onChange=${(state) => set({ state })}>
      <option value="">any</option>
      ${stateNames.map((name) => html`<option value=${name}>${stateLabel(name)}</option>`)}
    <//>
    <label class="inline"
      ><span>Received</span>
      <select value=${isTimed ? 'between' : (query.within ?? '')} onChange=${onWithin}>
        <option value="">at any time</option>
        ${spans.map(([key, words]) => html`<option value=${key}>in ${words}</option>`)}
        <option value="between">between…</option>
      </select></label
    >
    ${
      isTimed &&
      html`<label class="inline"><span>from</span><input type="datetime-local" value=${localInput(query.from)} onChange=${time('from')} /></label>
        <label class="inline"><span>until</span><input type="datetime-local" value=${localInput(query.to)} onChange=${time('to')} /></label>`
    }
    <label class="inline"><span>Event</span><input
      type="text"
      size="12"
      spellcheck=${false}
      value=${query.event ?? ''}
      onChange=${(e) => set({ event: e.target.value.trim() })}
    /></label>
    <label class="inline"><span>Error type</span><input
      type="text"
      size="12"
      spellcheck=${false}
      value=${query.errorType ?? ''}
      onChange=${(e) => set({ errorType: e.target.value.trim() })}
    /></label>
    ${
      query.fingerprint &&
      html`<span class="chip" title=${brief(query.fingerprint)}
        >the same error ${brief(query.fingerprint, 12)}<a
          href=${deliveriesHref({ ...query, fingerprint: null })}
          aria-label="Do not filter by the error"
        ><${Icon} name="cross" /></a
      ></span>`
    }
    ${isFiltered(query) && html`<a class="clear" href="#/deliveries" onClick=${() => setTimed(false)}>Clear</a>`}
  </section>`;
}

const whose = ({ plugin = null, endpoint = null, jobs = null }) => (plugin || jobs ? JSON.stringify({ plugin, endpoint, jobs }) : '');

const isListed = (query, plugins) => {
  const plugin = plugins.find((one) => one.key === query.plugin);
  return (
    plugin &&
    (query.jobs === 'true'
      ? plugin.jobs.some((one) => one.name === query.endpoint)
      : !query.jobs && (!query.endpoint || plugin.webhooks.some((one) => one.endpoint === query.endpoint)))
  );
};

function Select({ label, value, onChange, children }) {
  return html`<label class="inline"
    ><span>${label}</span><select value=${value} onChange=${(event) => onChange(event.target.value)}>${children}</select></label
  >`;
}
