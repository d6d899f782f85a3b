// Holding an upgrade over another place and dropping it: a first guess at once, then what the server says.
//
// What is held: {bar, slot, state, told, putting, at}. slot is null while it is not over the chart; told is what the server
// said of exactly this slot; state is 'asking', 'well', 'no' or 'lost' and gives the look.
import {element} from './dom.js';
import {against, length} from './places.js';
import {NoAnswer} from './server.js';
import {span, worth} from './words.js';

const ASK_AGAIN = 2000;

export class Moves {
  constructor(board, telling) {
    this.board = board;
    this.telling = telling;
  }

  get held() { return this.board.state.moving; }

  stands(bar) { return bar.start === null ? 'It has no place still.' : `It stays ${span(this.board.sight.scale, bar)}.`; }

  /** Holds a bar over a slot, or beside the chart when there is none; at is where on the screen. */
  hold(bar, slot, at) {
    const {board} = this;
    if (this.held?.putting) return;
    if (this.held?.bar !== bar) board.state.moving = {bar, slot: null, state: '', told: null, putting: false, at};
    const moving = this.held;
    moving.at = at;
    if (slot === null) {
      Object.assign(moving, {slot, told: null, state: ''});
      this.telling.outside(moving);
      return board.later();
    }
    slot = Math.max(0, Math.min(board.chart.slots - length(bar), slot));
    if (moving.slot === slot && moving.state && moving.state !== 'lost') return;
    const guess = against(board.chart, bar, slot);
    Object.assign(moving, {slot, told: null, state: guess ? 'no' : 'asking'});
    this.telling.place(moving, guess ? [guess] : [], null);
    board.later();
    this.ask(moving);
  }

  /** One question at a time: while something moves on, only the last place is asked for next. */
  async ask(moving) {
    if (moving.asking) return;
    moving.asking = true;
    while (this.held === moving && moving.slot !== null && !moving.told && moving.state !== 'lost') {
      const slot = moving.slot;
      let told = null;
      let trouble = null;
      try {
        told = await this.board.server.tryOut(moving.bar, this.board.sight.scale.at(slot));
      } catch (one) {
        trouble = one;
      }
      if (this.held !== moving || moving.slot !== slot || moving.putting) continue;
      moving.told = told;
      moving.state = trouble ? 'lost' : told.conflicts.length ? 'no' : 'well';
      this.telling.place(moving, trouble ? [trouble.message] : told.conflicts.map((one) => one.says), trouble ? null : told.difference);
      this.board.later();
    }
    moving.asking = false;
  }

  /** Lets go of what is held; it is where it was. */
  putBack(text) {
    if (!this.held || this.held.putting) return;
    this.letGo();
    if (text) this.telling.notice('', element('p', {}, text));
    else this.telling.nothing();
  }

  letGo() {
    this.board.state.moving = null;
    this.telling.over();
    this.board.later();
  }

  async drop() {
    const moving = this.held;
    if (!moving || moving.putting) return;
    const {bar, slot} = moving;
    if (slot === null || slot === bar.start) return this.putBack('');
    const conflicts = moving.told ? moving.told.conflicts.map((one) => one.says) : [against(this.board.chart, bar, slot)].filter(Boolean);
    if (conflicts.length) {
      this.letGo();
      return this.telling.bad(`It cannot be there: ${conflicts.join('; ')}. ${this.stands(bar)}`);
    }
    moving.putting = true;
    const was = {start: bar.start, pinned: bar.pinned};
    try {
      const told = await this.board.server.put(bar, this.board.sight.scale.at(slot));
      this.letGo();
      this.board.placed(bar, told);
      this.kept(bar, was, told);
    } catch (trouble) {
      this.letGo();
      if (trouble instanceof NoAnswer) this.settle(bar, slot, was);
      else this.telling.bad(`${trouble.message} ${this.stands(bar)}`);
    }
  }

  kept(bar, was, told) {
    const undo = element('button', {type: 'button'}, 'Undo');
    undo.addEventListener('click', () => this.undo(bar, was));
    const price = told ? `${worth(told.difference)}.` : '';
    this.telling.notice('good', element('p', {}, element('b', {}, bar.title), ` now stands ${span(this.board.sight.scale, bar)} and is pinned there. ${price}`), element('p', {class: 'row'}, undo));
    this.board.focus(bar);
  }

  /** The order went out and no answer came: it is asked for what is true until it is known. */
  settle(bar, slot, was) {
    const {server, sight} = this.board;
    const round = bar.settling = {};
    const where = bar.start === null ? 'without a place' : 'where it was';
    this.telling.bad(`The server does not answer, so that it is not known whether ${bar.title} was moved. It is shown ${where} until the server says.`);
    const look = async () => {
      if (bar.settling !== round || bar.start !== was.start || this.held?.bar === bar) return;
      let now;
      try {
        now = await server.chart(sight.holder.dataset.by);
      } catch {
        return setTimeout(look, ASK_AGAIN);
      }
      delete bar.settling;
      const there = now.bars.find((one) => one.upgrade === bar.upgrade);
      if (there?.start === slot) {
        this.board.placed(bar, {...there, start: sight.scale.at(slot).toISOString()});
        this.kept(bar, was, null);
      } else this.telling.notice('', element('p', {}, `The server answers again, and did not get that: ${bar.title} was not moved. ${this.stands(bar)}`));
    };
    setTimeout(look, ASK_AGAIN);
  }

  async undo(bar, was) {
    const {server, sight} = this.board;
    try {
      if (was.start === null) {
        await server.takeOut(bar);
        this.board.takenOut(bar);
        return this.telling.notice('', element('p', {}, element('b', {}, bar.title), ' has no place again.'));
      }
      this.board.placed(bar, await server.put(bar, sight.scale.at(was.start)));
      if (!was.pinned) await this.pin(bar, false);
      this.telling.notice('', element('p', {}, element('b', {}, bar.title), ` stands ${span(sight.scale, bar)} again${was.pinned ? ', pinned' : ''}.`));
      this.board.focus(bar);
    } catch (trouble) {
      this.telling.bad(trouble.message);
    }
  }

  async pin(bar, pinned) {
    await this.board.server.pin(bar, pinned);
    bar.pinned = pinned;
    this.board.later();
  }
}
