// The panel beside the chart: what is known of the upgrade that is chosen, and where else it could stand.
import {element, quietly} from './dom.js';
import {length} from './places.js';
import {hours, money, span, time} from './words.js';

/** Whoever walks over bars does not ask for the places of each. */
const STAYED = 250;

export class Chosen {
  constructor(board, moves, telling, panel) {
    Object.assign(this, {board, moves, telling, panel});
  }

  show(bar) {
    const {board} = this;
    board.state.chosen = bar;
    if (bar.start !== null) board.state.focus = bar;
    const places = element('div', {class: 'places'});
    this.panel.replaceChildren(element('h2', {}, element('a', {href: `/upgrades/${bar.upgrade}`}, bar.title)), this.facts(bar), this.ways(bar), places);
    board.later();
    clearTimeout(this.asking);
    if (board.may) this.asking = setTimeout(() => this.free(bar).then((all) => this.list(bar, all, places)).catch(() => {}), STAYED);
  }

  facts(bar) {
    const {scale} = this.board.sight;
    const facts = element('dl', {class: 'facts small'});
    const fact = (name, ...what) => facts.append(element('dt', {}, name), element('dd', {}, ...what));
    if (bar.start === null) {
      fact('Stands', 'nowhere');
      fact('Takes', `${hours(length(bar), this.board.chart.slotMinutes)}: work, buffer and way back`);
    } else {
      fact('Stands', span(scale, bar));
      fact('Work until', time(scale, bar.start + bar.work));
      if (bar.buffer) fact('Way back from', time(scale, bar.start + bar.work + bar.buffer));
    }
    fact('Way', bar.start === null && bar.ways.length > 1 ? this.choice(bar) : bar.mode);
    fact('Systems', bar.systems.join(', '));
    if (bar.deadline != null) fact('Support ends', element('span', {class: bar.start !== null && bar.start + length(bar) > bar.deadline ? 'bad' : ''}, time(scale, bar.deadline)));
    if (bar.start === null) fact('Left out', `costs ${money(bar.penalty)}`);
    else fact('Costs', `${money(bar.total)}: downtime ${money(bar.downtime)}, risk ${money(bar.risk)}, money ${money(bar.cost)}`);
    this.neighbours(bar).forEach(([name, other, why]) => fact(name, quietly(other.title, () => { this.show(other); this.board.focus(other); }), ` ${why || ''}`));
    return facts;
  }

  neighbours(bar) {
    return this.board.chart.arrows.flatMap((arrow) => {
      const other = this.board.bar(arrow.before === bar.upgrade ? arrow.after : arrow.after === bar.upgrade ? arrow.before : -1);
      return other ? [[arrow.before === bar.upgrade ? 'Before' : 'After', other, arrow.why]] : [];
    });
  }

  /** The ways in which something without a place could be done. */
  choice(bar) {
    const select = element('select', {class: 'inline', 'aria-label': 'Way'}, ...bar.ways.map((way) => element('option', way.mode === bar.mode ? {selected: ''} : {}, way.mode)));
    select.addEventListener('change', () => {
      Object.assign(bar, bar.ways[select.selectedIndex]);
      this.show(bar);
    });
    return select;
  }

  ways(bar) {
    const {board} = this;
    const link = (text, href, primary) => element('a', {class: primary ? 'button primary' : 'button', href}, text);
    const why = link(bar.start === null ? 'Why no place?' : 'Why here?', `/schedule/timetables/${board.timetable}/explain/${bar.upgrade}`);
    if (bar.start === null) return element('p', {class: 'row'}, why);
    const at = encodeURIComponent(board.sight.scale.at(bar.start).toISOString());
    const ways = element('p', {class: 'row'}, link('Schedule the run', `/runs/schedule?system=${encodeURIComponent(bar.systems[0] || '')}&at=${at}&upgrade=${bar.upgrade}`, true), why);
    if (board.may) {
      const pin = element('button', {type: 'button'}, bar.pinned ? 'Unpin' : 'Pin here');
      pin.addEventListener('click', () => this.moves.pin(bar, !bar.pinned).then(() => this.show(bar)).catch((trouble) => this.telling.bad(trouble.message)));
      ways.append(pin);
    }
    return ways;
  }

  /** Places that are free with all others where they are, by time; asked for once, until something moves. What has none may take any way. */
  free(bar) {
    const {scale} = this.board.sight;
    bar.free ||= this.board.server.explain(bar).then((told) => told.next
      .filter((one) => bar.start === null || one.mode === bar.mode)
      .map((one) => ({slot: Math.round(scale.slotAt(new Date(one.start))), mode: one.mode, more: one.total - told.total}))
      .sort((a, b) => a.slot - b.slot));
    bar.free.catch(() => delete bar.free);
    return bar.free;
  }

  /** A free place may be one of another way. */
  turn(bar, mode) {
    if (mode !== bar.mode) Object.assign(bar, bar.ways.find((way) => way.mode === mode));
  }

  list(bar, all, into) {
    if (this.board.state.chosen !== bar || this.board.state.moving) return;
    const best = [...all].sort((a, b) => a.more - b.more).slice(0, 4);
    if (!best.length) return;
    const rows = best.map((one) => element('li', {},
      quietly(`${span(this.board.sight.scale, one.mode === bar.mode ? bar : {...bar, ...bar.ways.find((way) => way.mode === one.mode)}, one.slot)}${one.mode === bar.mode ? '' : `, ${one.mode}`}`, () => this.take(bar, one)),
      element('span', {class: `small ${one.more < 0 ? 'good' : 'muted'}`}, ` ${one.more > 0 ? `${money(one.more)} more` : one.more < 0 ? `saves ${money(-one.more)}` : 'the same'}`)));
    into.replaceChildren(element('h3', {}, 'Free places, the cheapest first'), element('ul', {class: 'plain small'}, ...rows));
  }

  /** Holds it there, so that it is seen before Enter or the button drops it. */
  take(bar, {slot, mode}) {
    this.turn(bar, mode);
    this.board.reveal(bar, slot);
    this.board.draw();
    (this.board.element(bar) ?? document.querySelector(`.tray-grip[data-upgrade="${bar.upgrade}"]`))?.focus({preventScroll: true});
    this.moves.hold(bar, slot);
    const drop = element('button', {type: 'button', class: 'primary'}, 'Put it there');
    drop.addEventListener('pointerdown', (event) => event.preventDefault());
    drop.addEventListener('click', () => this.moves.drop());
    this.panel.querySelector('.places').replaceChildren(element('p', {class: 'row'}, drop));
  }
}
