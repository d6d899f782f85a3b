// Time on the screen: slots, instants and places, and back. Touches no page.

/** Slots to instants and to places on the screen, and back. */
export class Scale {
  constructor(chart, width) {
    this.begin = Date.parse(chart.start);
    this.slotMs = chart.slotMinutes * 60000;
    this.slots = chart.slots;
    this.width = width;
    this.px = 1;
  }

  /** Shows so many days at once; all of it for 0. */
  show(days) {
    const slots = days ? Math.min(this.slots, (days * 86400000) / this.slotMs) : this.slots;
    this.px = this.width / slots;
  }

  get whole() { return this.slots * this.px; }
  x(slot) { return slot * this.px; }
  slot(x) { return x / this.px; }
  at(slot) { return new Date(this.begin + slot * this.slotMs); }
  slotAt(date) { return (date.getTime() - this.begin) / this.slotMs; }

  /** Beginnings of days, weeks or months of the reader's clock, as many as can be told apart. */
  ticks(from, to) {
    const dayPx = (86400000 / this.slotMs) * this.px;
    const unit = dayPx >= 22 ? 'day' : dayPx >= 5 ? 'week' : 'month';
    const ticks = [];
    const day = this.at(Math.max(0, from));
    day.setHours(0, 0, 0, 0);
    if (unit === 'week') day.setDate(day.getDate() - ((day.getDay() + 6) % 7));
    if (unit === 'month') day.setDate(1);
    const end = this.at(Math.min(this.slots, to));
    while (day <= end) {
      ticks.push({unit, date: new Date(day), slot: this.slotAt(day)});
      if (unit === 'month') day.setMonth(day.getMonth() + 1);
      else day.setDate(day.getDate() + (unit === 'week' ? 7 : 1));
    }
    return ticks;
  }
}
