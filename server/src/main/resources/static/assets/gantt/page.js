// The chart of a timetable: bars in time, which can be moved. What it shows stands in the table of the page too.
import {Board} from './board.js';
import {Chosen} from './chosen.js';
import {element} from './dom.js';
import {Keyboard} from './keyboard.js';
import {Moves} from './moves.js';
import {Pointer} from './pointer.js';
import {timetable} from './server.js';
import {table} from './table.js';
import {Telling} from './telling.js';
import {Tray} from './tray.js';
import {zone} from './words.js';

const holder = document.getElementById('gantt');
if (holder) start().catch((trouble) => { holder.replaceChildren(element('p', {class: 'notice bad'}, `The drawing could not be loaded: ${trouble.message} Load the page again; the table below has the same.`)); });

async function start() {
  table(document.getElementById('gantt-table'));
  const server = timetable(holder.dataset.timetable);
  const board = new Board(holder, await server.chart(holder.dataset.by), server);
  const box = document.getElementById('gantt-tray');
  const telling = new Telling(board, document.getElementById('gantt-says'));
  const moves = new Moves(board, telling);
  const chosen = new Chosen(board, moves, telling, document.getElementById('gantt-chosen'));
  new Tray(board, chosen, box);
  const pointer = new Pointer(board, moves, chosen, box);
  new Keyboard(board, moves, chosen, telling, pointer, box);
  document.addEventListener('gantt:changed', () => board.state.chosen && chosen.show(board.state.chosen));
  document.getElementById('gantt-zone').textContent = `Times of ${zone}`;
  tools(board);
  holder.addEventListener('scroll', () => board.later(), {passive: true});
  new ResizeObserver(() => board.measure()).observe(holder);
  if (board.bars.length) holder.scrollLeft = Math.max(0, board.sight.scale.x(board.bars[0].start) - 40);
  board.draw();
  holder.dataset.ready = 'yes';
  window.evenkeelGantt = {board, choose: (upgrade) => { const bar = board.bar(upgrade); chosen.show(bar); board.focus(bar); }};
}

function tools(board) {
  const {sight, state} = board;
  const zoom = document.querySelector('.zoom');
  const show = (days) => {
    const centre = state.chosen?.start ?? sight.middle;
    state.days = days;
    for (const button of zoom.children) button.setAttribute('aria-pressed', String(Number(button.dataset.days) === days));
    board.measure(centre);
  };
  zoom.addEventListener('click', (event) => event.target.dataset.days !== undefined && show(Number(event.target.dataset.days)));
  show(sight.narrow ? 14 : 31);
  const search = document.getElementById('gantt-search');
  const found = document.getElementById('gantt-found');
  search.addEventListener('input', () => {
    board.search(search.value);
    found.textContent = search.value.trim() ? `${board.rows.found} of ${board.bars.length}` : '';
  });
  document.querySelector('#chart-by select').addEventListener('change', (event) => event.target.form.submit());
  document.getElementById('gantt-fold').addEventListener('click', () => {
    const all = board.groups;
    const folded = all.some((group) => !state.folded.has(group));
    all.forEach((group) => (folded ? state.folded.add(group) : state.folded.delete(group)));
    sight.holder.scrollTop = 0;
    board.lay();
  });
}
