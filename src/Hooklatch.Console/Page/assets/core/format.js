// Values as text. The console speaks English, so numbers and dates do too; times are those of the reader's own time zone.

const integers = new Intl.NumberFormat('en');
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

export const count = (n) => integers.format(n ?? 0);

/** 12,345 as "12.3K": where a column is narrow. */
export const short = (n) => (Math.abs(n ?? 0) < 10000 ? count(n) : compact.format(n));

export const plural = (n, one, many = `${one}s`) => `${count(n)} ${n === 1 ? one : many}`;

export function bytes(n) {
  if (n == null) {
    return '–';
  }

  if (n < 1024) {
    return plural(n, 'byte');
  }

  const units = ['KiB', 'MiB', 'GiB', 'TiB'];
  let value = n / 1024;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }

  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

export function millis(ms) {
  if (ms == null) {
    return '–';
  }

  if (ms < 1000) {
    return `${ms < 10 ? Number(ms.toFixed(1)) : Math.round(ms)} ms`;
  }

  return duration(ms / 1000);
}

export function duration(seconds) {
  if (seconds == null) {
    return '–';
  }

  const s = Math.abs(seconds);
  if (s < 10) {
    return `${Number(s.toFixed(1))} s`;
  }

  if (s < 90) {
    return `${Math.round(s)} s`;
  }

  if (s < 90 * 60) {
    return `${Math.round(s / 60)} min`;
  }

  if (s < 36 * 3600) {
    return `${Math.round(s / 3600)} h`;
  }

  return plural(Math.round(s / 86400), 'day');
}

/** "4 min ago", "in 20 s". */
export function relative(iso, now) {
  const seconds = (Date.parse(iso) - now) / 1000;
  if (Number.isNaN(seconds)) {
    return '–';
  }

  if (Math.abs(seconds) < 5) {
    return 'just now';
  }

  const words = duration(Math.round(seconds));
  return seconds < 0 ? `${words} ago` : `in ${words}`;
}

const pad = (n, width = 2) => String(n).padStart(width, '0');

function parts(iso) {
  const date = new Date(iso);
  return Number.isNaN(date.getTime())
    ? null
    : {
        day: `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`,
        minute: `${pad(date.getHours())}:${pad(date.getMinutes())}`,
        second: pad(date.getSeconds()),
        milli: pad(date.getMilliseconds(), 3),
        offset: -date.getTimezoneOffset(),
      };
}

/** "2026-01-31 18:02:11.204 (UTC+01:00)": a log can be searched for it. */
export function exact(iso) {
  const p = parts(iso);
  if (!p) {
    return '–';
  }

  const sign = p.offset < 0 ? '−' : '+';
  const offset = Math.abs(p.offset);
  return `${p.day} ${p.minute}:${p.second}.${p.milli} (UTC${sign}${pad(Math.floor(offset / 60))}:${pad(offset % 60)})`;
}

/** "18:02:11" of today, "2026-01-31 18:02" of another day. */
export function clock(iso, now) {
  const p = parts(iso);
  if (!p) {
    return '–';
  }

  return p.day === parts(now).day ? `${p.minute}:${p.second}` : `${p.day} ${p.minute}`;
}

/** For `<input type="datetime-local">`, which knows no time zone. */
export function localInput(iso) {
  const p = iso && parts(iso);
  return p ? `${p.day}T${p.minute}` : '';
}

// C0 and C1 controls but tab, line feed and carriage return; and what turns the direction of text around or hides in it.
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** A text of a stranger, with every character that would not be seen made visible: a name that was turned around must not look like another. */
export function visible(text) {
  return String(text ?? '').replace(unseen, (c) => {
    const code = c.charCodeAt(0);
    return code < 32 ? String.fromCharCode(0x2400 + code) : `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
  });
}

/** The beginning of a text of a stranger, made visible: in a list, one sender must not push everything else off the page. */
export function brief(text, most = 200) {
  const whole = String(text ?? '');
  return whole.length > most ? `${visible(whole.slice(0, most).replace(/[\ud800-\udbff]$/, ''))}…` : visible(whole);
}

/** A link of a stranger; null where it is not http or https. */
export function webLink(text) {
  try {
    const url = new URL(text);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}
