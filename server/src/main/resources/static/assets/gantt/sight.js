// What of the chart is in sight: the holder scrolls a room as large as all of it, the drawing stays and shows a part.
import {Scale} from './scale.js';

export const HEAD = 40;

export class Sight {
  constructor(holder, room, svg, chart) {
    this.holder = holder;
    this.room = room;
    this.svg = svg;
    this.phone = matchMedia('(max-width: 700px)');
    this.scale = new Scale(chart, 1);
    this.rows = 0;
  }

  get narrow() { return this.phone.matches; }
  /** How high a row is. On a phone the name stands above its bar. */
  get row() { return this.narrow ? 40 : 26; }
  /** How wide the names are, where they have a column. */
  get names() { return this.narrow ? 0 : 210; }
  get wide() { return this.holder.clientWidth; }
  get high() { return this.holder.clientHeight; }

  x(slot) { return this.names + this.scale.x(slot) - this.holder.scrollLeft; }
  y(row) { return HEAD + row * this.row - this.holder.scrollTop; }
  /** The slot below a place of the window. */
  slotAt(clientX) { return this.scale.slot(clientX - this.holder.getBoundingClientRect().left - this.names + this.holder.scrollLeft); }

  /** Whether a place of the window lies where bars are drawn. */
  holds(clientX, clientY) {
    const at = this.holder.getBoundingClientRect();
    return clientX >= at.left + this.names && clientX <= at.right && clientY >= at.top && clientY <= at.bottom;
  }

  get from() { return Math.floor(this.scale.slot(this.holder.scrollLeft)); }
  get to() { return Math.ceil(this.scale.slot(this.holder.scrollLeft + this.scale.width)); }
  get middle() { return this.scale.slot(this.holder.scrollLeft + this.scale.width / 2); }
  get first() { return Math.max(0, Math.floor(this.holder.scrollTop / this.row)); }
  get last() { return Math.min(this.rows - 1, Math.ceil((this.holder.scrollTop + this.high - HEAD) / this.row)); }

  /** Takes over how large things are, and so many days at once; all of them for 0. */
  measure(days, rows) {
    this.rows = rows;
    this.scale.width = Math.max(120, this.wide - this.names - 1);
    this.scale.show(days);
    this.room.style.width = `${this.names + this.scale.whole}px`;
    this.room.style.height = `${HEAD + rows * this.row}px`;
    this.svg.setAttribute('width', this.wide);
    this.svg.setAttribute('height', this.high);
  }

  centre(slot) { this.holder.scrollLeft = this.scale.x(slot) - this.scale.width / 2; }

  revealRow(row) {
    const y = row * this.row;
    if (y < this.holder.scrollTop + this.row) this.holder.scrollTop = y - this.row;
    else if (y + this.row > this.holder.scrollTop + this.high - HEAD) this.holder.scrollTop = y + 2 * this.row - (this.high - HEAD);
  }

  revealSlot(slot) {
    const x = this.scale.x(slot);
    if (x < this.holder.scrollLeft + 20 || x > this.holder.scrollLeft + this.scale.width - 60) this.centre(slot);
  }
}
