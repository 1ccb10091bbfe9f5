// A classic script, so that it runs before the first paint: a module would show the other theme for a moment.
try {
  const theme = localStorage.getItem('hooklatch.theme');
  if (theme === 'light' || theme === 'dark') {
    document.documentElement.dataset.theme = theme;
  }
} catch {
  // Storage can be forbidden. The page then follows the system.
}
