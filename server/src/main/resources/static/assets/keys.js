// Shortcuts of one key, as the list behind "?" says; they can be switched off there.
(() => {
  const OFF = 'evenkeel-shortcuts-off';
  const sheet = document.getElementById('keys');
  const box = sheet.querySelector('[data-shortcuts-on]');
  box.checked = localStorage.getItem(OFF) === null;
  box.addEventListener('change', () => box.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, 'yes'));

  function step(selector, by) {
    const all = [...document.querySelectorAll(selector)];
    const at = all.indexOf(document.activeElement);
    all[Math.min(all.length - 1, Math.max(0, at + by))]?.focus();
  }

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, textarea, select')) return;
    if (event.target.matches('.cell')) return arrows(event);
    if (!box.checked) return;
    act(event);
  });

  /** With the focus on it, so that it comes back there from what opens. */
  function press(button) {
    button?.focus();
    button?.click();
  }

  function act(event) {
    if (event.key === '?') {
      sheet.togglePopover();
      return event.preventDefault();
    }
    const shortcut = sheet.querySelector(`[data-shortcut="${CSS.escape(event.key)}"]`)?.dataset;
    if (!shortcut) return;
    event.preventDefault();
    if (sheet.matches(':popover-open')) sheet.hidePopover();
    if (shortcut.press) press(document.querySelector(shortcut.press));
    if (shortcut.pressAll) document.querySelectorAll(shortcut.pressAll).forEach((button) => button.click());
    if (shortcut.focus) document.querySelector(shortcut.focus)?.focus();
    if (shortcut.next) step(shortcut.next, 1);
    if (shortcut.previous) step(shortcut.previous, -1);
    if (shortcut.go) location.href = shortcut.go;
  }

  // Targets are one stop of the tab key; from there the arrows go on.
  function arrows(event) {
    const cells = [...document.querySelectorAll('.cell')];
    const here = event.target.getBoundingClientRect();
    const at = cells.indexOf(event.target);
    const below = (cell) => { const there = cell.getBoundingClientRect(); return there.top > here.top + 2 && there.right > here.left + 2; };
    const above = (cell) => { const there = cell.getBoundingClientRect(); return there.bottom < here.bottom - 2 && there.left < here.right - 2; };
    const to = {
      ArrowRight: () => cells[at + 1], ArrowLeft: () => cells[at - 1], Home: () => cells[0], End: () => cells.at(-1),
      ArrowDown: () => cells.slice(at).find(below), ArrowUp: () => cells.slice(0, at).findLast(above),
    }[event.key];
    if (!to) return box.checked ? act(event) : undefined;
    event.preventDefault();
    to()?.focus();
  }

  function oneStop() {
    const cells = [...document.querySelectorAll('.cell')];
    const stop = cells.find((cell) => cell === document.activeElement) || cells.find((cell) => cell.getAttribute('tabindex') === '0') || cells[0];
    for (const cell of cells) cell.setAttribute('tabindex', cell === stop ? '0' : '-1');
  }

  document.addEventListener('focusin', (event) => { if (event.target.matches('.cell')) oneStop(); });
  document.addEventListener('htmx:oobAfterSwap', oneStop);
  oneStop();
})();
