// The column of the names, and where what is not in sight stands.
import {drawn} from './dom.js';
import {length} from './places.js';
import {HEAD} from './sight.js';

export function side(sight) {
  return sight.names ? [drawn('rect', {class: 'g-side', x: 0, y: HEAD, width: sight.names, height: sight.high})] : [];
}

export function edge(sight) {
  return sight.names ? [drawn('path', {class: 'g-edge', d: `M${sight.names} 0V${sight.high}`})] : [];
}

const below = (sight, top) => top + (sight.narrow ? 12 : sight.row / 2 + 4);

export function name(sight, bar, top, chosen) {
  const most = Math.floor(((sight.names || sight.wide) - 20) / 6.7);
  const text = bar.title.length > most ? `${bar.title.slice(0, most - 1)}…` : bar.title;
  return drawn('text', {class: `g-name ${chosen ? 'chosen' : ''}`, x: sight.narrow ? 6 : 16, y: below(sight, top), 'data-name': bar.upgrade}, text);
}

/** The way to a bar that stands before or after what is in sight. */
export function off(sight, bar, top) {
  const x = sight.scale.x(bar.start) - sight.holder.scrollLeft;
  const before = x + sight.scale.x(length(bar)) < 0;
  if (!before && x <= sight.scale.width) return [];
  const day = sight.scale.at(bar.start).toLocaleDateString('en-GB', {day: 'numeric', month: 'short'});
  return [drawn('text', {class: 'g-off', x: before ? sight.names + 4 : sight.wide - 6, y: below(sight, top), 'text-anchor': before ? 'start' : 'end', 'data-name': bar.upgrade}, before ? `← ${day}` : `${day} →`)];
}
