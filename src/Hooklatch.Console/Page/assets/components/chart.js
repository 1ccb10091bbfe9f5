import uPlot from '../vendor/uPlot.esm.js';
import { html, useEffect, useRef, useState } from '../core/preact.js';
import { useStore } from '../core/store.js';
import { cssColor, themeChanges } from '../core/theme.js';

const pad = (n) => String(n).padStart(2, '0');
const hour = (seconds) => {
  const at = new Date(seconds * 1000);
  return `${pad(at.getHours())}:${pad(at.getMinutes())}`;
};

/**
 * Lines over the last hour. `series` are `{ label, color, values }`, where `color` is a property of the style sheet;
 * `format` writes a value. The numbers under the pointer, or the latest, stand in the legend.
 */
export function Chart({ title, times, series, format, note }) {
  const holder = useRef(null);
  const plot = useRef(null);
  const [at, setAt] = useState(null);
  const changes = useStore(themeChanges);
  const data = [times, ...series.map((one) => one.values)];
  const shape = series.map((one) => one.label).join();

  useEffect(() => {
    const axis = {
      stroke: cssColor('--muted'),
      font: `11px ${getComputedStyle(document.body).fontFamily}`,
      grid: { stroke: cssColor('--hair'), width: 1 },
      ticks: { show: false },
    };
    const made = new uPlot(
      {
        width: holder.current.clientWidth || 280,
        height: 132,
        padding: [8, 8, 0, 0],
        legend: { show: false },
        cursor: { y: false, drag: { x: false, y: false }, points: { size: 6 } },
        scales: { x: { time: true }, y: { range: (_, low, high) => [0, Math.max(high * 1.1 || 0, 1)] } },
        axes: [
          { ...axis, size: 24, gap: 4, space: 70, values: (_, splits) => splits.map(hour) },
          { ...axis, size: 52, gap: 4, space: 34, values: (_, splits) => splits.map((n) => format(n)) },
        ],
        series: [
          {},
          ...series.map((one) => ({
            label: one.label,
            stroke: cssColor(one.color),
            width: 1.5,
            dash: one.isDashed ? [5, 4] : undefined,
            spanGaps: false,
            points: { show: false },
          })),
        ],
        hooks: { setCursor: [(self) => setAt(self.cursor.idx ?? null)] },
      },
      data,
      holder.current,
    );
    plot.current = made;
    const observer = new ResizeObserver(([entry]) =>
      made.setSize({ width: Math.max(160, Math.floor(entry.contentRect.width)), height: 132 }),
    );
    observer.observe(holder.current);
    return () => {
      observer.disconnect();
      made.destroy();
      plot.current = null;
    };
  }, [changes, shape]);

  useEffect(() => plot.current?.setData(data), [times, ...series.map((one) => one.values)]);

  const index = at != null && at < times.length ? at : times.length - 1;
  const spoken = series
    .map((one) => `${one.label}: highest ${format(peak(one.values))}, now ${format(one.values.at(-1) ?? null)}`)
    .join('; ');
  return html`<figure class="chart">
    <figcaption>
      <h3>${title}</h3>
      <ul class="legend">
        ${series.map(
          (one) => html`<li>
            <span class="swatch ${one.color.slice(2)} ${one.isDashed ? 'dashed' : ''}" aria-hidden="true"></span>${one.label}${' '}
            <b class="nums">${format(one.values[index] ?? null)}</b>
          </li>`,
        )}
      </ul>
      <span class="muted nums at">${at == null ? note : hour(times[index])}</span>
    </figcaption>
    <div class="plot" ref=${holder} role="img" aria-label=${`${title} over the last hour. ${spoken}`}></div>
  </figure>`;
}

const peak = (values) => values.reduce((high, value) => (value > (high ?? -1) ? value : high), null);
