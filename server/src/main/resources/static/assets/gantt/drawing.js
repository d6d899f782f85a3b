// Draws what is in sight of the chart, layer by layer; only rows in sight are there at all.
import {arrows} from './arrows.js';
import {axis} from './axis.js';
import * as background from './background.js';
import * as bars from './bars.js';
import {drawn} from './dom.js';
import * as groups from './groups.js';
import * as names from './names.js';
import {HEAD} from './sight.js';

export class Drawing {
  constructor(svg) {
    this.clip = drawn('rect');
    this.clipTall = drawn('rect');
    const stripes = drawn('pattern', {id: 'g-stripes', width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)'}, drawn('rect', {class: 'g-stripe', width: 1.6, height: 6}));
    const defs = drawn('defs', {}, drawn('clipPath', {id: 'g-plot'}, this.clip), drawn('clipPath', {id: 'g-rows'}, this.clipTall), stripes);
    const layer = (look, clip) => drawn('g', {class: look, ...(clip && {'clip-path': `url(#${clip})`})});
    this.back = layer('g-back-layer', 'g-plot');
    this.lines = layer('g-lines', 'g-plot');
    this.bars = layer('g-bars', 'g-plot');
    this.side = layer('g-side-layer', 'g-rows');
    this.heads = layer('g-heads', 'g-rows');
    this.held = layer('g-held-layer', 'g-plot');
    this.axis = layer('g-axis-layer');
    svg.append(defs, this.back, this.lines, this.bars, this.side, this.heads, this.held, this.axis);
    /** Bars and groups that are drawn, which keep the focus while things move. */
    this.elements = new Map();
  }

  /** The element of a bar or of the name of a group, when it is in sight. */
  of(key) { return this.elements.get(key); }

  draw(board) {
    const {chart, rows, sight, state} = board;
    this.frame(sight);
    const first = sight.first;
    const shown = rows.slice(first, sight.last).map((row, at) => ({...row, top: sight.y(first + at)}));
    const behind = new background.Background(chart, sight);
    const placed = shown.filter((row) => row.bar);
    this.back.replaceChildren(
      ...background.days(sight),
      ...placed.flatMap(({bar, top}) => behind.row(bar, top)),
      ...placed.filter(({bar}) => bar === state.chosen).map(({top}) => drawn('rect', {class: 'g-row', x: sight.names, y: top, width: sight.scale.width, height: sight.row})),
      ...background.today(sight));
    this.lines.replaceChildren(...arrows(board));
    this.side.replaceChildren(
      ...names.side(sight),
      ...placed.map(({bar, top}) => names.name(sight, bar, top, bar === state.chosen)),
      ...placed.filter(({bar}) => state.moving?.bar !== bar).flatMap(({bar, top}) => names.off(sight, bar, top)),
      ...names.edge(sight));
    this.keep(board, shown);
    this.held.replaceChildren(...this.carried(board, behind));
    this.axis.replaceChildren(...axis(sight));
  }

  frame(sight) {
    const set = (rect, x, width) => { for (const [key, value] of Object.entries({x, y: HEAD, width: Math.max(0, width), height: Math.max(0, sight.high - HEAD)})) rect.setAttribute(key, value); };
    set(this.clip, sight.names, sight.wide - sight.names);
    set(this.clipTall, 0, sight.wide);
  }

  /** Elements of the rows in sight stay the same from one drawing to the next. */
  keep(board, shown) {
    const {rows, sight, state} = board;
    const wanted = new Map(shown.map((row) => [row.bar ?? row.group, row]));
    for (const kept of [state.focus, state.moving?.bar]) {
      const at = kept === null || kept === undefined ? undefined : rows.of(kept);
      if (at !== undefined && !wanted.has(kept)) wanted.set(kept, {...rows.all[at], top: sight.y(at)});
    }
    for (const [key, one] of this.elements) {
      if (!wanted.has(key)) {
        one.remove();
        this.elements.delete(key);
      }
    }
    for (const [key, row] of wanted) {
      if (!this.elements.has(key)) {
        const one = row.bar ? bars.made(row.bar.upgrade) : groups.made(row.group);
        this.elements.set(key, one);
        (row.bar ? this.bars : this.heads).append(one);
      }
      const one = this.elements.get(key);
      if (row.bar) {
        const moving = state.moving?.bar === row.bar ? state.moving : null;
        const from = moving ? moving.slot : row.bar.start;
        bars.place(one, row.bar, from, row.top, sight);
        bars.describe(one, row.bar, {board, moving, from});
      } else groups.place(one, row, row.top, sight, state.focus === row.group);
    }
  }

  /** What comes from the tray has no row yet: it is held in one above the others. */
  carried(board, behind) {
    const {sight, state} = board;
    const moving = state.moving;
    if (!moving || moving.bar.start !== null || moving.slot === null) return [];
    const top = HEAD;
    const one = bars.made(moving.bar.upgrade);
    bars.place(one, moving.bar, moving.slot, top, sight);
    one.setAttribute('class', `g-bar moving ${moving.state}`);
    return [
      drawn('rect', {class: 'g-held', x: sight.names, y: top, width: sight.scale.width, height: sight.row}),
      ...behind.row(moving.bar, top),
      one,
      drawn('path', {class: 'g-edge', d: `M${sight.names} ${top + sight.row}H${sight.wide}`}),
    ];
  }
}
