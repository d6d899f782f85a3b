// Times in the reader's own zone, and stop-watches that run. The server's clock counts, not the reader's.
(() => {
  let ahead = 0; // milliseconds the server's clock is ahead of this one

  const two = (number) => String(number).padStart(2, '0');

  function count(milliseconds) {
    const seconds = Math.max(0, Math.floor(milliseconds / 1000));
    const days = Math.floor(seconds / 86400);
    const rest = seconds % 86400;
    if (seconds < 3600) return `${Math.floor(rest / 60)}:${two(rest % 60)}`;
    return `${days ? days + ' d ' : ''}${Math.floor(rest / 3600)}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}`;
  }

  function clock(at) {
    const today = new Date(Date.now() + ahead).toDateString() === at.toDateString();
    return today ? written.time(at) : `${written.day(at)} ${written.time(at)}`;
  }

  /** The server says what time it is. */
  function set(now) {
    if (now) ahead = Date.parse(now) - Date.now();
  }

  function localise(root = document) {
    for (const time of root.querySelectorAll('time[data-local="clock"]')) {
      const said = clock(new Date(time.dateTime));
      if (time.textContent !== said) time.textContent = said;
    }
    for (const label of root.querySelectorAll('text[data-at]')) {
      label.textContent = written.time(new Date(label.dataset.at));
    }
  }

  function tick() {
    const now = Date.now() + ahead;
    for (const watch of document.querySelectorAll('[data-since]')) watch.textContent = count(now - Date.parse(watch.dataset.since));
    for (const watch of document.querySelectorAll('[data-until]')) {
      const left = Date.parse(watch.dataset.until) - now;
      watch.textContent = count(left);
      watch.closest('.last')?.classList.toggle('late', left <= 0);
    }
    for (const bar of document.querySelectorAll('progress[data-from]')) bar.value = (now - Date.parse(bar.dataset.from)) / 1000;
  }

  window.clocks = {set, clock, localise, now: () => new Date(Date.now() + ahead)};
  document.addEventListener('DOMContentLoaded', () => {
    set(document.querySelector('[data-now]')?.dataset.now);
    localise();
    tick();
    setInterval(tick, 1000);
  });
  document.addEventListener('htmx:afterSettle', () => localise());
  document.addEventListener('htmx:oobAfterSwap', () => localise());
})();
