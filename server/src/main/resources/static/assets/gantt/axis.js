// Months and days above the rows.
import {drawn} from './dom.js';
import {HEAD} from './sight.js';

const words = (date, options) => date.toLocaleDateString('en-GB', options);

export function axis(sight) {
  const parts = [drawn('rect', {class: 'g-axis', x: 0, y: 0, width: sight.wide, height: HEAD})];
  const ticks = sight.scale.ticks(sight.from, sight.to);
  let month = '';
  let clear = sight.names;
  for (const tick of ticks) {
    const x = Math.max(sight.names, sight.x(tick.slot));
    const date = tick.slot < sight.from ? sight.scale.at(sight.from) : tick.date;
    const name = words(date, {month: 'long', year: 'numeric'});
    if (name !== month && x >= clear - 1) {
      month = name;
      const text = tick.unit === 'month' ? words(date, {month: 'short', year: date.getMonth() === 0 || tick === ticks[0] ? 'numeric' : undefined}) : name;
      parts.push(drawn('text', {class: 'g-month', x: x + 4, y: 15}, text));
      clear = x + text.length * 7.5;
    }
    if (tick.unit === 'month' || sight.x(tick.slot) < sight.names - 1) continue;
    const wide = tick.unit === 'day' && (86400000 / sight.scale.slotMs) * sight.scale.px > 46;
    parts.push(drawn('text', {class: 'g-day', x: sight.x(tick.slot) + 4, y: 33}, wide ? words(tick.date, {weekday: 'short', day: 'numeric'}) : String(tick.date.getDate())));
  }
  parts.push(drawn('path', {class: 'g-edge', d: `M0 ${HEAD}H${sight.wide}`}));
  return parts;
}
