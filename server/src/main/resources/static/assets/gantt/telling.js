// Says what is going on: beside what is held, and in the panel, where it is heard too.
import {element, line} from './dom.js';
import {HEAD} from './sight.js';
import {span, worth} from './words.js';

export class Telling {
  constructor(board, says) {
    this.board = board;
    this.says = says;
    this.tip = element('div', {class: 'tip gantt-tip', hidden: ''});
    document.body.append(this.tip);
  }

  /** What a place means; conflicts as far as they are known, the difference when it is. */
  place(moving, conflicts, difference) {
    const {bar, slot} = moving;
    const parts = [line(span(this.board.sight.scale, bar, slot), 'title')];
    if (moving.state === 'lost') parts.push(line('What it costs is not known.', 'muted worth'));
    else parts.push(line(difference == null ? 'Asking what it costs…' : worth(difference), `${difference > 0 ? 'warn' : difference < 0 ? 'good' : 'muted'} worth`));
    if (conflicts.length) parts.push(element('ul', {class: 'plain conflicts'}, ...conflicts.map((text) => element('li', {class: 'bad'}, text))));
    else if (difference != null) parts.push(line('Nothing is against it.', 'good'));
    this.beside(moving, parts);
  }

  /** Held, and not over the chart yet. */
  outside(moving) {
    this.beside(moving, [line(moving.bar.title, 'title'), line('Bring it over the chart, to a day.', 'muted')]);
  }

  beside(moving, parts) {
    this.tip.replaceChildren(...parts.map((part) => part.cloneNode(true)));
    this.tip.hidden = false;
    const {x, top, bottom} = this.spot(moving);
    const left = Math.max(8, Math.min(x, document.documentElement.clientWidth - this.tip.offsetWidth - 8));
    const below = bottom + 8;
    this.tip.style.left = `${left + scrollX}px`;
    this.tip.style.top = `${(below + this.tip.offsetHeight > innerHeight ? Math.max(4, top - this.tip.offsetHeight - 8) : below) + scrollY}px`;
    this.says.replaceChildren(element('div', {class: 'notice'}, element('p', {}, element('b', {}, moving.bar.title)), ...parts));
  }

  /** Where on the screen something is held. */
  spot(moving) {
    const {sight, rows} = this.board;
    if (moving.slot === null) return {x: moving.at.x + 12, top: moving.at.y - 12, bottom: moving.at.y + 12};
    const at = sight.holder.getBoundingClientRect();
    const row = moving.bar.start === null ? HEAD : sight.y(rows.of(moving.bar) ?? 0);
    return {x: at.left + sight.x(moving.slot), top: at.top + row, bottom: at.top + row + sight.row};
  }

  over() { this.tip.hidden = true; }

  notice(look, ...inside) { this.says.replaceChildren(element('div', {class: `notice ${look}`}, ...inside)); }

  bad(text) { this.notice('bad', line(text, '')); }

  nothing() { this.says.replaceChildren(); }
}
