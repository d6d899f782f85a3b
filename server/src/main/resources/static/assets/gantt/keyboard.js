// Everything by keys: from row to row, a bar to its next place, dropped, put back; out of the tray as well.
import {element} from './dom.js';
import {next} from './places.js';

export class Keyboard {
  constructor(board, moves, chosen, telling, pointer, tray) {
    Object.assign(this, {board, moves, chosen, telling, pointer});
    const {bars, heads} = board.drawing;
    bars.addEventListener('focusin', (event) => {
      const bar = this.barOf(event);
      if (!bar || board.state.chosen === bar) return;
      this.chosen.show(bar);
      board.reveal(bar);
    });
    bars.addEventListener('keydown', (event) => this.onBar(event, this.barOf(event)));
    heads.addEventListener('keydown', (event) => this.onGroup(event, event.target.closest('.g-heading')?.dataset.group));
    tray.addEventListener('keydown', (event) => this.onTray(event, board.unplaced(Number(event.target.dataset.upgrade))));
    for (const where of [bars, tray]) where.addEventListener('focusout', (event) => this.left(event));
  }

  barOf(event) {
    const one = event.target.closest('.g-bar');
    return one && this.board.bar(Number(one.dataset.upgrade));
  }

  onBar(event, bar) {
    if (!bar || event.ctrlKey || event.altKey || event.metaKey) return;
    if (this.steps(event, bar) || this.ends(event, bar)) event.preventDefault();
    else if (!this.moves.held && this.walks(event, bar)) event.preventDefault();
    else if (event.key === 'Enter' || event.key === ' ') {
      document.querySelector('#gantt-chosen a')?.focus();
      event.preventDefault();
    }
  }

  onGroup(event, group) {
    if (group === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    const folded = this.board.state.folded.has(group);
    if (event.key === 'Enter' || event.key === ' ' || event.key === (folded ? 'ArrowRight' : 'ArrowLeft')) this.pointer.turn(group);
    else if (!this.walks(event, group)) return;
    event.preventDefault();
  }

  onTray(event, bar) {
    if (!bar || event.ctrlKey || event.altKey || event.metaKey) return;
    if (this.steps(event, bar) || this.ends(event, bar)) event.preventDefault();
  }

  /** Left and right: to the next place. */
  steps(event, bar) {
    const way = {ArrowLeft: -1, ArrowRight: 1}[event.key];
    if (!way || !this.board.may) return false;
    if (bar.start === null && !this.moves.held) this.chosen.show(bar);
    const {sight, chart} = this.board;
    const here = this.moves.held?.slot ?? bar.start ?? Math.max(-1, sight.from - 1);
    if (event.shiftKey) this.leap(bar, this.moves.held?.slot ?? bar.start ?? -1, way);
    else this.stepTo(bar, next(chart, bar, here, way), way);
    return true;
  }

  /** To the next place that the server knows to be free. */
  async leap(bar, here, way) {
    const all = await this.chosen.free(bar).catch(() => []);
    const place = way > 0 ? all.find((one) => one.slot > here) : all.findLast((one) => one.slot < here);
    if (place) this.chosen.turn(bar, place.mode);
    this.stepTo(bar, place ? place.slot : -1, way);
  }

  stepTo(bar, slot, way) {
    if (slot >= 0) {
      this.board.reveal(bar, slot);
      this.moves.hold(bar, slot);
    } else this.telling.notice('', element('p', {}, `${bar.title} has no possible place ${way > 0 ? 'after' : 'before'} that.`));
  }

  ends(event, bar) {
    if (!this.moves.held) return false;
    if (event.key === 'Enter') this.moves.drop();
    else if (event.key === 'Escape') this.moves.putBack(`${bar.title} is back. ${this.moves.stands(bar)}`);
    else return false;
    return true;
  }

  /** Up and down, to the first and to the last. */
  walks(event, key) {
    const {rows} = this.board;
    const at = rows.of(key);
    const to = {ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: rows.count - 1}[event.key];
    if (to === undefined) return false;
    if (rows.all[to]) this.board.focus(this.board.keyOf(rows.all[to]));
    return true;
  }

  left(event) {
    const to = event.relatedTarget;
    if (!this.moves.held || this.pointer.grip || to?.closest?.('.g-bar, .tray-grip, .places')) return;
    if (document.hasFocus()) this.moves.putBack(`${this.moves.held.bar.title} is back. ${this.moves.stands(this.moves.held.bar)}`);
  }
}
