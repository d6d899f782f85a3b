// What has no place waits in the tray, with what keeps it from the best one; from there it is brought onto the chart.
import {element} from './dom.js';
import {money} from './words.js';

export class Tray {
  constructor(board, chosen, box) {
    Object.assign(this, {board, chosen, box});
    this.list = box.querySelector('ul');
    this.sight = new IntersectionObserver((seen) => seen.filter((one) => one.isIntersecting).forEach((one) => this.see(one.target)), {root: this.list});
    this.asked = Promise.resolve();
    document.addEventListener('gantt:changed', () => this.fill());
    this.fill();
  }

  fill() {
    const {missing, bars, may} = this.board;
    this.box.hidden = !missing.length;
    document.getElementById('gantt-count').textContent = `${bars.length} placed, ${missing.length} without a place`;
    document.getElementById('tray-count').textContent = missing.length;
    const there = new Map([...this.list.children].filter((one) => one.bar).map((one) => [one.bar, one]));
    this.list.replaceChildren(...missing.map((bar) => there.get(bar) ?? this.item(bar, may)));
  }

  item(bar, may) {
    const title = may
      ? element('button', {type: 'button', class: 'tray-grip', 'data-upgrade': bar.upgrade, 'aria-describedby': `why-${bar.upgrade}`}, bar.title)
      : element('a', {href: `/schedule/timetables/${this.board.timetable}/explain/${bar.upgrade}`}, bar.title);
    const why = element('span', {class: 'small muted', id: `why-${bar.upgrade}`}, `${bar.group}; leaving it out costs ${money(bar.penalty)}`);
    const item = element('li', {}, title, ' ', why);
    item.bar = bar;
    title.addEventListener('click', () => may && !this.board.state.moving && this.chosen.show(bar));
    this.sight.observe(item);
    return item;
  }

  /** What keeps it from the best place; asked for one after the other, and only of what is in sight. */
  see(item) {
    this.sight.unobserve(item);
    this.asked = this.asked.then(() => this.board.server.explain(item.bar)).then((told) => {
      const best = told.better?.[0];
      if (best?.obstacles?.length) item.lastChild.textContent = `${best.obstacles.map((one) => one.says).join('; ')} (would save ${money(best.saves)})`;
    }).catch(() => {});
  }
}
