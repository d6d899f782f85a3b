// Mouse, pen and fingers. A finger that moves up or down scrolls, also where it began on a bar; what it then does to the side
// is kept from the browser here, as touch-action does nothing for parts of a drawing.
import {near} from './places.js';

/** So far a pointer moves before something is held, and so near to a window is in it. */
const FAR = 4;
const SNAP = 8;
const EDGE = 28;

export class Pointer {
  constructor(board, moves, chosen, tray) {
    Object.assign(this, {board, moves, chosen});
    this.grip = null;
    const {bars, side} = board.drawing;
    this.listen(bars, (event) => event.target.closest('.g-bar'), (one) => board.bar(Number(one.dataset.upgrade)));
    this.listen(tray, (event) => event.target.closest('.tray-grip'), (one) => board.unplaced(Number(one.dataset.upgrade)));
    bars.addEventListener('touchmove', (event) => this.grip?.moved && event.preventDefault(), {passive: false});
    board.drawing.heads.addEventListener('click', (event) => {
      const one = event.target.closest('.g-heading');
      if (one) this.turn(one.dataset.group);
    });
    side.addEventListener('click', (event) => {
      const bar = board.bar(Number(event.target.dataset?.name));
      if (bar) { chosen.show(bar); board.focus(bar); }
    });
  }

  turn(group) {
    this.board.fold(group, !this.board.state.folded.has(group));
    this.board.focus(group);
  }

  listen(where, find, barOf) {
    where.addEventListener('pointerdown', (event) => {
      const one = find(event);
      const bar = one && barOf(one);
      if (!bar || event.button || this.grip) return;
      this.begin(event, one, bar);
    });
    where.addEventListener('pointermove', (event) => this.move(event));
    where.addEventListener('pointerup', (event) => this.end(event));
    where.addEventListener('pointercancel', (event) => {
      if (this.grip?.pointer !== event.pointerId) return;
      this.grip = null;
      this.moves.putBack('');
    });
  }

  begin(event, one, bar) {
    const {board} = this;
    if (board.state.moving?.putting) return;
    this.moves.putBack('');
    this.chosen.show(bar);
    one.focus({preventScroll: true});
    event.preventDefault();
    if (!board.may) return;
    this.grip = {pointer: event.pointerId, bar, x: event.clientX, y: event.clientY, scroll: board.sight.holder.scrollLeft, moved: false};
    one.setPointerCapture(event.pointerId);
  }

  move(event) {
    const {grip} = this;
    if (grip?.pointer !== event.pointerId) return;
    if (grip.moved && this.moves.held?.bar !== grip.bar) { this.grip = null; return; } // put back meanwhile
    const [aside, down] = [Math.abs(event.clientX - grip.x), Math.abs(event.clientY - grip.y)];
    if (!grip.moved && (Math.hypot(aside, down) < FAR || this.scrolls(event, aside, down))) return;
    grip.moved = true;
    grip.at = {x: event.clientX, y: event.clientY};
    this.hold();
    this.scroll();
  }

  /** Whether it is a finger that wants to see other rows. */
  scrolls(event, aside, down) { return event.pointerType === 'touch' && this.grip.bar.start !== null && down > aside; }

  hold() {
    const {board, grip} = this;
    const {sight, chart} = board;
    let slot = null;
    if (grip.bar.start !== null) slot = grip.bar.start + Math.round(sight.scale.slot(grip.at.x - grip.x + sight.holder.scrollLeft - grip.scroll));
    else if (sight.holds(grip.at.x, grip.at.y)) slot = Math.round(sight.slotAt(grip.at.x));
    if (slot !== null) slot = near(chart, grip.bar, slot, Math.ceil(sight.scale.slot(SNAP)));
    this.moves.hold(grip.bar, slot, grip.at);
  }

  /** At the edge the chart goes on, as long as something is held there. */
  scroll() {
    const {grip} = this;
    if (!grip || grip.scrolling) return;
    const {sight} = this.board;
    const step = () => {
      if (this.grip !== grip || this.moves.held?.bar !== grip.bar || this.moves.held.putting) { grip.scrolling = false; return; }
      const at = sight.holder.getBoundingClientRect();
      const by = !sight.holds(grip.at.x, grip.at.y) && grip.bar.start === null ? 0 : grip.at.x > at.right - EDGE ? 10 : grip.at.x < at.left + sight.names + EDGE ? -10 : 0;
      grip.scrolling = by !== 0;
      if (!by) return;
      sight.holder.scrollLeft += by;
      this.hold();
      requestAnimationFrame(step);
    };
    step();
  }

  end(event) {
    const {grip} = this;
    if (grip?.pointer !== event.pointerId) return;
    this.grip = null;
    if (grip.moved && this.moves.held?.bar === grip.bar) this.moves.drop();
  }
}
