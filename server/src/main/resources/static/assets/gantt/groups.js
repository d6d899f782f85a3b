// The rows that name a group: they fold, and show in short what stands below them meanwhile.
import {drawn} from './dom.js';
import {length} from './places.js';

export function made(group) {
  return drawn('g', {class: 'g-heading', role: 'button', 'data-group': group}, drawn('rect', {class: 'g-head'}), drawn('path', {class: 'g-fold'}), drawn('text', {class: 'g-group'}), drawn('path', {class: 'g-short'}));
}

export function place(one, row, top, sight, focused) {
  const {group, bars, folded} = row;
  const [head, fold, text, short] = one.children;
  for (const [key, value] of Object.entries({x: 0, y: top, width: sight.wide, height: sight.row})) head.setAttribute(key, value);
  const middle = top + sight.row / 2;
  fold.setAttribute('d', folded ? `M8 ${middle - 4}l5 4-5 4z` : `M6 ${middle - 2}h9l-4.500 5z`);
  text.setAttribute('x', 20);
  text.setAttribute('y', top + (folded && sight.narrow ? 14 : sight.row / 2 + 4));
  const words = `${group} (${bars.length})`;
  const most = Math.floor(((sight.names || sight.wide) - 28) / 7);
  text.textContent = words.length > most ? `${group.slice(0, most - 6)}… (${bars.length})` : words;
  short.setAttribute('d', folded ? shortly(bars, top, sight) : '');
  one.setAttribute('aria-expanded', String(!folded));
  one.setAttribute('aria-label', `${group}, ${bars.length} upgrades`);
  one.setAttribute('tabindex', focused ? 0 : -1);
}

/** All bars of a group in one row, as far as they are in sight. */
function shortly(bars, top, sight) {
  const y = top + (sight.narrow ? 22 : 8);
  const high = sight.row - (sight.narrow ? 28 : 16);
  let d = '';
  for (const bar of bars) {
    const from = Math.max(sight.x(bar.start), sight.names);
    const to = Math.min(Math.max(sight.x(bar.start + length(bar)), sight.x(bar.start) + 2), sight.wide);
    if (from < to) d += `M${from.toFixed(1)} ${y}H${to.toFixed(1)}v${high}H${from.toFixed(1)}z`;
  }
  return d;
}
