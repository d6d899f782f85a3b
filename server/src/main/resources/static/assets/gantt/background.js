// What lies behind the bars: days, windows, freezes, ends of support, today.
import {drawn} from './dom.js';
import {firstAfter} from './places.js';
import {HEAD} from './sight.js';

/** Lines of the days, weekends and today. */
export function days(sight) {
  const parts = [];
  for (const tick of sight.scale.ticks(sight.from, sight.to)) {
    if (tick.unit === 'day' && [0, 6].includes(tick.date.getDay())) {
      const end = new Date(tick.date);
      end.setDate(end.getDate() + 1);
      parts.push(drawn('rect', {class: 'g-weekend', x: sight.x(tick.slot), y: HEAD, width: sight.scale.x(sight.scale.slotAt(end) - tick.slot), height: sight.high}));
    }
    parts.push(drawn('path', {class: 'g-grid', d: `M${sight.x(tick.slot).toFixed(1)} ${HEAD}V${sight.high}`}));
  }
  return parts;
}

export function today(sight) {
  const now = sight.scale.slotAt(new Date());
  return now < 0 || now > sight.scale.slots ? [] : [drawn('path', {class: 'g-now', d: `M${sight.x(now)} ${HEAD}V${sight.high}`})];
}

/** When upgrades may be done, and until when they should be. What many rows share is reckoned once for a drawing. */
export class Background {
  constructor(chart, sight) {
    Object.assign(this, {chart, sight, known: new Map()});
  }

  row(bar, top) {
    const {chart, sight} = this;
    const parts = [];
    const y = top + (sight.narrow ? 15 : 2);
    const add = (look, d) => d && parts.push(drawn('path', {class: look, d, transform: `translate(0 ${y})`}));
    add('g-window', this.once(`w${bar.windows}`, () => openings(chart.windows[bar.windows], sight.from, sight.to)));
    const frozen = this.once(`f${bar.freezes}`, () => bar.freezes.map((number) => chart.freezes[number]).filter((one) => one.from < sight.to && one.to > sight.from).map((one) => [one.from, one.to]));
    add('g-frozen', frozen);
    add('g-striped', frozen);
    if (bar.deadline != null && bar.deadline >= sight.from && bar.deadline <= sight.to) {
      const x = sight.x(bar.deadline);
      parts.push(drawn('path', {class: 'g-deadline', d: `M${x} ${top}v${sight.row}M${x} ${top + 2}h6l-2 3 2 3h-6`}));
    }
    return parts;
  }

  once(key, spans) {
    if (!this.known.has(key)) this.known.set(key, boxes(this.sight, spans()));
    return this.known.get(key);
  }
}

function openings(windows, from, to) {
  const open = [];
  for (let i = firstAfter(windows, from); i < windows.length && windows[i] < to; i += 2) open.push([windows[i], windows[i + 1]]);
  return open;
}

/** One path of all; what is nearer to each other than can be seen is drawn as one. */
function boxes(sight, spans) {
  const high = sight.row - (sight.narrow ? 17 : 4);
  let d = '';
  let begin = null;
  let end = 0;
  const add = () => { if (begin !== null) d += `M${begin.toFixed(1)} 0H${end.toFixed(1)}v${high}H${begin.toFixed(1)}z`; };
  for (const [from, to] of spans) {
    const x = Math.max(sight.x(from), sight.names - 2);
    if (begin === null || x > end + .6) {
      add();
      begin = x;
    }
    end = Math.min(sight.x(to), sight.wide + 2);
  }
  add();
  return d;
}
