// Where an upgrade can stand as far as its windows and freezes tell; the server knows the rest. Touches no page.

export const length = (bar) => bar.work + bar.buffer + bar.wayBack;

/** What is against a place; nothing when windows and freezes allow it. */
export function against(chart, bar, start) {
  const end = start + length(bar);
  if (start < 0 || end > chart.slots) return 'outside of the timetable';
  for (const number of bar.freezes) {
    const freeze = chart.freezes[number];
    if (freeze.from < end && start < freeze.to) return freeze.says;
  }
  const windows = chart.windows[bar.windows];
  for (let i = firstAfter(windows, start); i < windows.length && windows[i] <= start; i += 2) {
    if (end <= windows[i + 1]) return '';
  }
  return 'no window that it fits into';
}

/** The next start, that way, that windows and freezes allow; -1 when there is none. */
export function next(chart, bar, start, way) {
  for (let slot = start + way; slot >= 0 && slot + length(bar) <= chart.slots; slot += way) {
    if (!against(chart, bar, slot)) return slot;
  }
  return -1;
}

/** The start itself when it is allowed, else the nearest that is, so many slots away at most, else the start itself. */
export function near(chart, bar, start, within) {
  for (let by = 0; by <= within; by++) {
    if (!against(chart, bar, start + by)) return start + by;
    if (!against(chart, bar, start - by)) return start - by;
  }
  return start;
}

/** Where windows that end later begin in the list; each is two numbers. */
export function firstAfter(windows, slot) {
  let low = 0;
  let high = windows.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (windows[2 * middle + 1] <= slot) low = middle + 1;
    else high = middle;
  }
  return 2 * low;
}
