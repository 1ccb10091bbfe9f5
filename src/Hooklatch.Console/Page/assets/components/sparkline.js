import { count } from '../core/format.js';
import { html } from '../core/preact.js';

const width = 120;
const height = 24;

/** The last hour as bars: what was accepted, and on top of it what was refused or failed. */
export function Sparkline({ activity }) {
  const steps = activity.accepted.length;
  const trouble = activity.accepted.map((_, i) => (activity.refused[i] ?? 0) + (activity.failed[i] ?? 0));
  const peak = Math.max(1, ...activity.accepted.map((n, i) => n + trouble[i]));
  const total = activity.accepted.reduce((sum, n) => sum + n, 0);
  const wrong = trouble.reduce((sum, n) => sum + n, 0);
  const step = width / Math.max(1, steps);
  const bar = (i, n, below) => {
    const tall = n === 0 ? 0 : Math.max(1.5, (n / peak) * (height - 2));
    const floor = below === 0 ? 0 : Math.max(1.5, (below / peak) * (height - 2));
    return `M${(i * step).toFixed(2)} ${(height - 1 - floor).toFixed(2)}h${(step * 0.72).toFixed(2)}v${(-tall).toFixed(2)}h${(-step * 0.72).toFixed(2)}z`;
  };
  const path = (values, below) => values.map((n, i) => (n > 0 ? bar(i, n, below[i]) : '')).join('');
  return html`<svg
    class="spark"
    viewBox="0 0 ${width} ${height}"
    preserveAspectRatio="none"
    role="img"
    aria-label=${`Last hour: ${count(total)} accepted, ${count(wrong)} refused or failed`}
  >
    <path class="base" d="M0 ${height - 0.5}h${width}" />
    <path class="fill" d=${path(
      activity.accepted,
      activity.accepted.map(() => 0),
    )} />
    <path class="trouble" d=${path(trouble, activity.accepted)} />
  </svg>`;
}
