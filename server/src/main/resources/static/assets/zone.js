// Times are typed by the clock of who types; the server is told where that clock hangs.
(() => {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
  const wall = (at) => `${written.day(at)}T${written.time(at).slice(0, 5)}`;

  function settle() {
    for (const zone of document.querySelectorAll('input[data-zone]')) zone.value = here;
    for (const name of document.querySelectorAll('[data-zone-name]')) name.textContent = here;
    for (const field of document.querySelectorAll('input[data-at]')) {
      if (!field.value) field.value = wall(new Date(field.dataset.at));
    }
  }

  document.addEventListener('DOMContentLoaded', settle);
  document.addEventListener('htmx:afterSettle', settle);
  document.addEventListener('htmx:oobAfterSwap', settle);
})();
