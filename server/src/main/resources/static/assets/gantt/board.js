// The chart as it stands in the page: what there is, what is chosen, folded and held, and which rows that makes.
import {drawn, element} from './dom.js';
import {Drawing} from './drawing.js';
import {foldedAtFirst, Rows} from './rows.js';
import {Sight} from './sight.js';

export class Board {
  constructor(holder, chart, server) {
    this.chart = chart;
    this.server = server;
    this.may = holder.dataset.may === 'true';
    this.timetable = holder.dataset.timetable;
    this.bars = chart.bars.sort((a, b) => a.start - b.start);
    this.missing = chart.missing.map((one) => ({...one, ...one.ways[0], start: null, pinned: false}));
    /** chosen: a bar; focus: a bar or the name of a group; moving: what is held, see moves.js. */
    this.state = {chosen: null, focus: null, moving: null, days: 31, folded: foldedAtFirst(this.bars), wanted: ''};
    const room = element('div', {class: 'gantt-room'});
    const svg = drawn('svg', {class: 'gantt-drawing', role: 'group', 'aria-label': 'Bars of the upgrades', 'aria-describedby': 'gantt-keys'});
    room.append(svg);
    holder.replaceChildren(room);
    holder.tabIndex = -1;
    this.sight = new Sight(holder, room, svg, chart);
    this.drawing = new Drawing(svg);
    this.lay();
    this.state.focus = this.keyOf(this.rows.all[0]) ?? null;
    this.waiting = 0;
  }

  bar(upgrade) { return this.bars.find((bar) => bar.upgrade === upgrade); }
  unplaced(upgrade) { return this.missing.find((bar) => bar.upgrade === upgrade); }
  keyOf(row) { return row?.bar ?? row?.group; }
  element(key) { return this.drawing.of(key); }

  /** Which rows there are is reckoned anew, and drawn. */
  lay() {
    this.rows = new Rows(this.bars, this.state.folded, this.state.wanted);
    if (this.rows.of(this.state.focus) === undefined) this.state.focus = this.keyOf(this.rows.all[0]) ?? null;
    this.measure();
  }

  measure(centre) {
    this.sight.measure(this.state.days, this.rows.count);
    if (centre !== undefined) this.sight.centre(centre);
    this.draw();
  }

  draw() { this.drawing.draw(this); }

  /** Draws once before the next picture of the screen, however often it was asked for. */
  later() { this.waiting ||= requestAnimationFrame(() => { this.waiting = 0; this.draw(); }); }

  fold(group, folded) {
    if (folded) this.state.folded.add(group);
    else this.state.folded.delete(group);
    this.lay();
  }

  get groups() { return [...new Set(this.bars.map((bar) => bar.group))]; }

  search(text) {
    this.state.wanted = text;
    this.sight.holder.scrollTop = 0;
    this.lay();
    const first = this.rows.all.find((row) => row.bar)?.bar;
    if (text.trim() && first) this.sight.revealSlot(first.start);
    this.later();
  }

  /** Brings a bar into sight, out of what is folded or not searched for. */
  reveal(bar, slot = bar.start) {
    if (bar.start !== null && this.rows.of(bar) === undefined) {
      this.state.folded.delete(bar.group);
      if (!new Rows(this.bars, this.state.folded, this.state.wanted).of(bar)) this.state.wanted = '';
      this.lay();
    }
    if (this.rows.of(bar) !== undefined) this.sight.revealRow(this.rows.of(bar));
    this.sight.revealSlot(slot);
  }

  /** Gives the focus to a bar or to the name of a group. */
  focus(key) {
    this.state.focus = key;
    if (key.upgrade) this.reveal(key);
    else this.sight.revealRow(this.rows.of(key));
    this.draw();
    this.element(key)?.focus({preventScroll: true});
  }

  /** What the server said of a place is true from now on. */
  placed(bar, told) {
    if (bar.start === null) {
      this.missing = this.missing.filter((one) => one !== bar);
      const at = this.bars.findIndex((one) => one.start > this.slotOf(told));
      this.bars.splice(at < 0 ? this.bars.length : at, 0, bar);
    }
    Object.assign(bar, {start: this.slotOf(told), pinned: true, total: told.total, downtime: told.downtime, risk: told.risk, cost: told.cost});
    this.changed();
  }

  takenOut(bar) {
    this.bars = this.bars.filter((one) => one !== bar);
    bar.start = null;
    bar.pinned = false;
    this.missing.push(bar);
    this.changed();
  }

  slotOf(told) { return Math.round(this.sight.scale.slotAt(new Date(told.start))); }

  changed() {
    for (const one of [...this.bars, ...this.missing]) delete one.free;
    this.lay();
    document.dispatchEvent(new CustomEvent('gantt:changed'));
  }
}
