// Ids are text, since a number of JavaScript is not exact above 2^53. Both are digits without leading zeros.

const compare = (a, b) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

/** Puts new and changed rows among those of a list, newest first. */
export function merge(rows, changes) {
  const all = new Map(rows.map((row) => [row.id, row]));
  for (const row of changes) {
    all.set(row.id, row);
  }

  return [...all.values()].sort((a, b) => compare(b.id, a.id));
}
