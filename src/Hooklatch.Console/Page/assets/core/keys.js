// Keys of the page. Those of a field, a menu or a dialog belong to them.

const isTyping = (element) => element.closest('input, textarea, select, [contenteditable]');

/** Listens to keys; `onHelp` shows which there are. */
export function listenToKeys(onHelp) {
  document.addEventListener('keydown', (event) => {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof Element)) {
      return;
    }

    if (key === 'Escape' && target.matches('input[type="search"]')) {
      target.blur();
      return;
    }

    if (document.querySelector('dialog[open]') || isTyping(target)) {
      return;
    }

    if (key === '/') {
      const search = document.querySelector('main [data-search]');
      if (search) {
        event.preventDefault();
        search.focus();
        search.select();
      }
    } else if (key === 'j' || (key === 'ArrowDown' && target.matches('[data-row]'))) {
      move(event, 1);
    } else if (key === 'k' || (key === 'ArrowUp' && target.matches('[data-row]'))) {
      move(event, -1);
    } else if (key === 'x') {
      target.closest('[data-selectable]')?.querySelector('input[type="checkbox"]')?.click();
    } else if (key === 'Escape') {
      closeOrGoUp(target);
    } else if (key === '?') {
      onHelp();
    }
  });
}

function move(event, step) {
  const rows = [...document.querySelectorAll('main [data-row]')].filter((row) => row.offsetParent);
  if (rows.length === 0) {
    return;
  }

  event.preventDefault();
  const at = rows.indexOf(document.activeElement);
  const next = rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + step))];
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
}

function closeOrGoUp(target) {
  const open = target.closest('details[open][data-menu]') ?? document.querySelector('details[open][data-menu]');
  if (open) {
    open.open = false;
    open.querySelector('summary').focus();
    return;
  }

  document.querySelector('main [data-up]')?.click();
}
