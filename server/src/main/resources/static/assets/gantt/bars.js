// Bars: work, buffer and way back of upgrades, where they stand or are held.
import {drawn} from './dom.js';
import {length} from './places.js';
import {span} from './words.js';

/** An empty bar. */
export function made(upgrade) {
  return drawn('g', {'data-upgrade': upgrade}, drawn('rect', {class: 'g-touch'}), drawn('rect', {class: 'g-work'}), drawn('rect', {class: 'g-buffer'}), drawn('rect', {class: 'g-back'}), drawn('rect', {class: 'g-frame', rx: 2}), drawn('path', {class: 'g-pin'}));
}

/** Gives a bar its size and place; top is where its row begins. */
export function place(one, bar, from, top, sight) {
  const x = sight.x(from);
  const y = top + (sight.narrow ? 18 : 5);
  const high = sight.row - (sight.narrow ? 23 : 10);
  const wide = Math.max(5, sight.scale.x(length(bar)));
  const part = wide / length(bar);
  const handle = Math.max(wide, sight.narrow ? 36 : 16);
  const [touch, work, buffer, wayBack, frame, pin] = one.children;
  box(touch, x - (handle - wide) / 2, handle, top, sight.row);
  box(work, x, bar.work * part, y, high);
  box(buffer, x + bar.work * part, bar.buffer * part, y, high);
  box(wayBack, x + (bar.work + bar.buffer) * part, bar.wayBack * part, y, high);
  box(frame, x, wide, y, high);
  pin.setAttribute('d', bar.pinned ? `M${x - 6} ${y + high / 2}m0 -4l4 4-4 4-4-4z` : '');
}

function box(rect, x, width, y, height) {
  rect.setAttribute('x', x.toFixed(1));
  rect.setAttribute('y', y);
  rect.setAttribute('width', Math.max(0, width).toFixed(1));
  rect.setAttribute('height', height);
}

/** Says what a bar is, for the look and for whoever hears it. */
export function describe(one, bar, {board, moving, from}) {
  const late = bar.deadline != null && from + length(bar) > bar.deadline;
  const {state, may} = board;
  one.setAttribute('class', ['g-bar', may ? 'may' : '', bar === state.chosen ? 'chosen' : '', late ? 'late' : '', moving ? `moving ${moving.state}` : ''].filter(Boolean).join(' '));
  one.setAttribute('role', 'button');
  one.setAttribute('tabindex', bar === state.focus ? 0 : -1);
  one.setAttribute('aria-label', `${bar.title}, ${span(board.sight.scale, bar, from)}${bar.pinned ? ', pinned' : ''}${may ? '' : ', cannot be moved'}`);
}
