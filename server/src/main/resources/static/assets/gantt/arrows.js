// What comes before and after the bar that is chosen.
import {drawn} from './dom.js';
import {length} from './places.js';

export function arrows(board) {
  const {chart, sight, state} = board;
  const parts = [];
  for (const arrow of chart.arrows) {
    if (arrow.before !== state.chosen?.upgrade && arrow.after !== state.chosen?.upgrade) continue;
    const before = board.bar(arrow.before);
    const after = board.bar(arrow.after);
    const [upper, lower] = [board.rows.of(before), board.rows.of(after)];
    if (upper === undefined || lower === undefined) continue;
    const slotOf = (bar) => (state.moving?.bar === bar ? state.moving.slot : bar.start);
    const x1 = sight.x(slotOf(before) + length(before));
    const y1 = sight.y(upper) + sight.row / 2;
    const x2 = sight.x(slotOf(after));
    const y2 = sight.y(lower) + sight.row / 2;
    const late = slotOf(before) + length(before) > slotOf(after);
    parts.push(drawn('path', {class: late ? 'g-arrow bad' : 'g-arrow', d: `M${x1} ${y1}C${x1 + 24} ${y1} ${x2 - 24} ${y2} ${x2} ${y2}M${x2 - 6} ${y2 - 4}L${x2} ${y2}L${x2 - 6} ${y2 + 4}`}));
  }
  return parts;
}
