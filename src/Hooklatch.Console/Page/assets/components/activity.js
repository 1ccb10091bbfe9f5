import { count, duration, millis, short } from '../core/format.js';
import { html, useMemo } from '../core/preact.js';
import { Chart } from './chart.js';

/** The charts of an ActivityView: rate, latency and, where the host has a store, depth and age. */
export function Activity({ activity }) {
  const times = useMemo(() => {
    const start = Date.parse(activity.from) / 1000;
    return activity.accepted.map((_, i) => start + i * activity.stepSeconds);
  }, [activity.from, activity.stepSeconds, activity.accepted.length]);
  const step = activity.stepSeconds === 60 ? 'a minute' : `in ${duration(activity.stepSeconds)}`;
  return html`<div class="charts">
    <${Chart}
      title="Deliveries"
      note=${step}
      times=${times}
      format=${(n) => (n == null ? '–' : short(n))}
      series=${[
        { label: 'accepted', color: '--line-1', values: activity.accepted },
        { label: 'refused', color: '--line-2', values: activity.refused, isDashed: true },
        { label: 'failed', color: '--line-3', values: activity.failed },
      ]}
    />
    <${Chart}
      title="Time to the answer"
      note="of all in a step"
      times=${times}
      format=${millis}
      series=${[
        { label: 'p50', color: '--line-1', values: activity.p50 },
        { label: 'p99', color: '--line-2', values: activity.p99, isDashed: true },
      ]}
    />
    ${
      activity.depth.length > 0 &&
      html`<${Chart}
        title="Unfinished"
        note="at the end of a step"
        times=${times}
        format=${(n) => (n == null ? '–' : short(n))}
        series=${[{ label: 'deliveries and jobs', color: '--line-1', values: activity.depth }]}
      />`
    }
    ${
      activity.ageSeconds.length > 0 &&
      html`<${Chart}
        title="Age of the oldest"
        note="that waits"
        times=${times}
        format=${duration}
        series=${[{ label: 'age', color: '--line-1', values: activity.ageSeconds }]}
      />`
    }
  </div>
  <${Numbers} activity=${activity} times=${times} />`;
}

/** The same as a table: for who does not see the lines, or wants to copy them. */
function Numbers({ activity, times }) {
  const hasStore = activity.depth.length > 0;
  return html`<details class="quiet">
    <summary>The same as a table</summary>
    <div class="scroll" tabindex="0" role="group" aria-label="The numbers of the charts">
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">From</th>
            ${['Accepted', 'Refused', 'Failed', 'p50', 'p99'].map((name) => html`<th scope="col" class="num">${name}</th>`)}
            ${hasStore && ['Unfinished', 'Oldest'].map((name) => html`<th scope="col" class="num">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${times
            .map(
              (time, i) => html`<tr key=${time}>
                <th scope="row" class="nums">${new Date(time * 1000).toTimeString().slice(0, 5)}</th>
                <td class="num">${count(activity.accepted[i])}</td>
                <td class="num">${count(activity.refused[i])}</td>
                <td class="num">${count(activity.failed[i])}</td>
                <td class="num">${millis(activity.p50[i])}</td>
                <td class="num">${millis(activity.p99[i])}</td>
                ${
                  hasStore &&
                  html`<td class="num">${activity.depth[i] == null ? '–' : count(activity.depth[i])}</td>
                    <td class="num">${duration(activity.ageSeconds[i])}</td>`
                }
              </tr>`,
            )
            .reverse()}
        </tbody>
      </table>
    </div>
  </details>`;
}
