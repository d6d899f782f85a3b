// The chart of a timetable: bars in time, which can be dragged. What it shows stands in the table of the page too.
import {Scale, against, length, next} from './schedule-scale.js';

const holder = document.getElementById('gantt');
const says = document.getElementById('gantt-says');
const chosen = document.getElementById('gantt-chosen');
if (holder) start().catch((trouble) => { holder.replaceChildren(element('p', {class: 'notice bad'}, `The drawing could not be loaded: ${trouble.message} Load the page again; the table below has the same.`)); });

function element(name, attributes = {}, ...inside) {
  const one = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) one.setAttribute(key, value);
  one.append(...inside);
  return one;
}

function drawn(name, attributes = {}, text) {
  const one = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) one.setAttribute(key, value);
  if (text !== undefined) one.textContent = text;
  return one;
}

async function ask(path, method = 'GET', body, signal) {
  const headers = {Accept: 'application/json', ...JSON.parse(document.body.getAttribute('hx-headers') || '{}')};
  if (body) headers['Content-Type'] = 'application/json';
  const answer = await fetch(path, {method, headers, body: body && JSON.stringify(body), signal});
  const told = answer.status === 204 ? {} : await answer.json().catch(() => ({}));
  if (!answer.ok) throw Object.assign(new Error(told.detail || `The server answered ${answer.status}.`), {told});
  return told;
}

async function start() {
  const id = holder.dataset.timetable;
  const may = holder.dataset.may === 'true';
  const chart = await ask(`/api/timetables/${id}/chart?by=${holder.dataset.by}`);
  const bars = chart.bars;
  const byUpgrade = new Map(bars.map((bar) => [bar.upgrade, bar]));
  const order = [...bars].sort((a, b) => a.row - b.row);
  const narrow = matchMedia('(max-width: 700px)').matches;
  const ROW = narrow ? 40 : 26;
  const HEAD = 40;
  const NAMES = narrow ? 0 : 210;
  const state = {chosen: null, moving: null, days: 31, focus: order[0]?.upgrade};

  const room = element('div', {class: 'gantt-room'});
  const svg = drawn('svg', {class: 'gantt-drawing', role: 'group', 'aria-label': 'Bars of the upgrades', 'aria-describedby': 'gantt-keys'});
  const back = drawn('g');
  const lines = drawn('g', {class: 'g-lines'});
  const front = drawn('g');
  const axis = drawn('g');
  const names = drawn('g', {class: 'g-names'});
  const clip = drawn('clipPath', {id: 'g-plot'});
  const clipBox = drawn('rect');
  clip.append(clipBox);
  const pattern = drawn('pattern', {id: 'g-stripes', width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)'});
  pattern.append(drawn('rect', {class: 'g-stripe', width: 1.6, height: 6}));
  const defs = drawn('defs');
  defs.append(clip, pattern);
  for (const part of [back, lines, front]) part.setAttribute('clip-path', 'url(#g-plot)');
  svg.append(defs, back, lines, front, names, axis);
  room.append(svg);
  const tip = element('div', {class: 'tip gantt-tip', hidden: ''});
  document.body.append(tip);
  holder.replaceChildren(room);
  holder.tabIndex = -1;
  const scale = new Scale(chart, 1);
  const elements = new Map();

  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  document.getElementById('gantt-zone').textContent = `Times of ${zone}`;
  const moment = new Intl.DateTimeFormat('en-GB', {weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit'});
  const clock = new Intl.DateTimeFormat('en-GB', {hour: '2-digit', minute: '2-digit'});
  const time = (slot) => moment.format(scale.at(slot)).replace(',', '');
  const span = (bar, from = bar.start) => {
    const end = scale.at(from + length(bar));
    return `${time(from)} to ${end.toDateString() === scale.at(from).toDateString() ? clock.format(end) : time(from + length(bar))}`;
  };
  const money = (amount) => Math.round(amount).toLocaleString('en');
  const yOf = (row) => HEAD + row * ROW - holder.scrollTop;
  const xOf = (slot) => NAMES + scale.x(slot) - holder.scrollLeft;

  function measure(centre) {
    const wide = holder.clientWidth;
    scale.width = Math.max(120, wide - NAMES - 1);
    scale.show(state.days);
    room.style.width = `${NAMES + scale.whole}px`;
    room.style.height = `${HEAD + chart.rows * ROW}px`;
    svg.setAttribute('width', wide);
    svg.setAttribute('height', holder.clientHeight);
    for (const [key, value] of Object.entries({x: NAMES, y: HEAD, width: Math.max(0, wide - NAMES), height: Math.max(0, holder.clientHeight - HEAD)})) clipBox.setAttribute(key, value);
    if (centre !== undefined) holder.scrollLeft = scale.x(centre) - scale.width / 2;
    draw();
  }

  let waiting = 0;
  const later = () => { waiting ||= requestAnimationFrame(() => { waiting = 0; draw(); }); };

  function draw() {
    const first = Math.max(0, Math.floor(holder.scrollTop / ROW));
    const last = Math.min(chart.rows - 1, Math.ceil((holder.scrollTop + holder.clientHeight - HEAD) / ROW));
    const from = Math.floor(scale.slot(holder.scrollLeft));
    const to = Math.ceil(scale.slot(holder.scrollLeft + scale.width));
    const shown = order.filter((bar) => bar.row >= first && bar.row <= last);
    drawBack(shown, first, last, from, to);
    drawLines();
    drawBars(shown);
    drawNames(shown, first, last);
    drawAxis(from, to);
  }

  function drawBack(shown, first, last, from, to) {
    const parts = [];
    for (const tick of scale.ticks(from, to)) {
      if (tick.unit === 'day' && [0, 6].includes(tick.date.getDay())) {
        const end = new Date(tick.date);
        end.setDate(end.getDate() + 1);
        parts.push(drawn('rect', {class: 'g-weekend', x: xOf(tick.slot), y: HEAD, width: scale.x(scale.slotAt(end) - tick.slot), height: holder.clientHeight}));
      }
      parts.push(drawn('path', {class: 'g-grid', d: `M${xOf(tick.slot).toFixed(1)} ${HEAD}V${holder.clientHeight}`}));
    }
    for (const bar of shown) {
      const y = yOf(bar.row) + (narrow ? 15 : 2);
      const high = ROW - (narrow ? 17 : 4);
      const windows = chart.windows[bar.windows];
      let d = '';
      for (let i = firstAfter(windows, from); i < windows.length && windows[i] < to; i += 2) d += box(windows[i], windows[i + 1], y, high);
      if (d) parts.push(drawn('path', {class: 'g-window', d}));
      let frozen = '';
      for (const number of bar.freezes) {
        const freeze = chart.freezes[number];
        if (freeze.from < to && freeze.to > from) frozen += box(freeze.from, freeze.to, y, high);
      }
      if (frozen) parts.push(drawn('path', {class: 'g-frozen', d: frozen}), drawn('path', {class: 'g-striped', d: frozen}));
      if (bar.deadline != null && bar.deadline >= from && bar.deadline <= to) {
        const x = xOf(bar.deadline);
        parts.push(drawn('path', {class: 'g-deadline', d: `M${x} ${yOf(bar.row)}v${ROW}M${x} ${yOf(bar.row) + 2}h6l-2 3 2 3h-6`}));
      }
      if (bar.upgrade === state.chosen) parts.push(drawn('rect', {class: 'g-row', x: NAMES, y: yOf(bar.row), width: scale.width, height: ROW}));
    }
    const today = scale.slotAt(new Date());
    if (today >= 0 && today <= scale.slots) parts.push(drawn('path', {class: 'g-now', d: `M${xOf(today)} ${HEAD}V${holder.clientHeight}`}));
    back.replaceChildren(...parts);
  }

  const box = (from, to, y, high) => `M${xOf(from).toFixed(1)} ${y}h${scale.x(to - from).toFixed(1)}v${high}h${(-scale.x(to - from)).toFixed(1)}z`;

  /** Where windows that end later begin in the list; each is two numbers. */
  function firstAfter(windows, slot) {
    let low = 0;
    let high = windows.length / 2;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (windows[2 * middle + 1] <= slot) low = middle + 1;
      else high = middle;
    }
    return 2 * low;
  }

  function drawBars(shown) {
    const wanted = new Set(shown.map((bar) => bar.upgrade));
    if (state.moving) wanted.add(state.moving.bar.upgrade);
    if (state.focus) wanted.add(state.focus);
    for (const [upgrade, one] of elements) {
      if (!wanted.has(upgrade)) { one.remove(); elements.delete(upgrade); }
    }
    for (const upgrade of wanted) {
      const bar = byUpgrade.get(upgrade);
      if (!bar) continue;
      let one = elements.get(upgrade);
      if (!one) {
        one = drawn('g', {role: 'button', 'data-upgrade': upgrade});
        one.append(drawn('rect', {class: 'g-touch'}), drawn('rect', {class: 'g-work'}), drawn('rect', {class: 'g-buffer'}), drawn('rect', {class: 'g-back'}), drawn('rect', {class: 'g-frame', rx: 2}), drawn('path', {class: 'g-pin'}));
        elements.set(upgrade, one);
        front.append(one);
      }
      place(one, bar);
    }
  }

  function place(one, bar) {
    const moving = state.moving?.bar === bar ? state.moving : null;
    const from = moving ? moving.slot : bar.start;
    const x = xOf(from);
    const y = yOf(bar.row) + (narrow ? 18 : 5);
    const high = ROW - (narrow ? 23 : 10);
    const least = 5;
    const wide = Math.max(least, scale.x(length(bar)));
    const part = wide / length(bar);
    const [touch, work, buffer, wayBack, frame, pin] = one.children;
    const set = (rect, rx, width, ry = y, h = high) => { rect.setAttribute('x', rx.toFixed(1)); rect.setAttribute('y', ry); rect.setAttribute('width', Math.max(0, width).toFixed(1)); rect.setAttribute('height', h); };
    const handle = Math.max(wide, narrow ? 36 : 16);
    set(touch, x - (handle - wide) / 2, handle, yOf(bar.row), ROW);
    set(work, x, bar.work * part);
    set(buffer, x + bar.work * part, bar.buffer * part);
    set(wayBack, x + (bar.work + bar.buffer) * part, bar.wayBack * part);
    set(frame, x, wide);
    pin.setAttribute('d', bar.pinned ? `M${x - 6} ${y + high / 2}m0 -4l4 4-4 4-4-4z` : '');
    one.setAttribute('class', ['g-bar', may ? 'may' : '', bar.upgrade === state.chosen ? 'chosen' : '', bar.deadline != null && bar.start + length(bar) > bar.deadline ? 'late' : '', moving ? `moving ${moving.state}` : ''].join(' '));
    one.setAttribute('tabindex', bar.upgrade === state.focus ? 0 : -1);
    one.setAttribute('aria-label', `${bar.title}, ${span(bar, from)}${bar.pinned ? ', pinned' : ''}${may ? '' : ', cannot be moved'}`);
  }

  function drawNames(shown, first, last) {
    const parts = [];
    const wide = NAMES || holder.clientWidth;
    if (NAMES) parts.push(drawn('rect', {class: 'g-side', x: 0, y: HEAD, width: NAMES, height: holder.clientHeight}));
    for (const head of chart.heads) {
      if (head.row < first || head.row > last) continue;
      parts.push(drawn('rect', {class: 'g-head', x: 0, y: yOf(head.row), width: holder.clientWidth, height: ROW}));
      parts.push(drawn('text', {class: 'g-group', x: 8, y: yOf(head.row) + ROW / 2 + 4}, `${head.title} (${head.bars})`));
    }
    for (const bar of shown) {
      const most = Math.floor((wide - 20) / 6.7);
      const text = bar.title.length > most ? `${bar.title.slice(0, most - 1)}…` : bar.title;
      parts.push(drawn('text', {class: `g-name ${bar.upgrade === state.chosen ? 'chosen' : ''}`, x: narrow ? 6 : 16, y: yOf(bar.row) + (narrow ? 12 : ROW / 2 + 4), 'data-name': bar.upgrade}, text));
    }
    for (const bar of shown) {
      if (state.moving?.bar === bar) continue;
      const x = scale.x(bar.start) - holder.scrollLeft;
      const before = x + scale.x(length(bar)) < 0;
      if (!before && x <= scale.width) continue;
      const day = scale.at(bar.start).toLocaleDateString('en-GB', {day: 'numeric', month: 'short'});
      parts.push(drawn('text', {class: 'g-off', x: before ? NAMES + 4 : holder.clientWidth - 6, y: yOf(bar.row) + (narrow ? 12 : ROW / 2 + 4), 'text-anchor': before ? 'start' : 'end', 'data-name': bar.upgrade}, before ? `← ${day}` : `${day} →`));
    }
    if (NAMES) parts.push(drawn('path', {class: 'g-edge', d: `M${NAMES} 0V${holder.clientHeight}`}));
    names.replaceChildren(...parts);
  }

  function drawAxis(from, to) {
    const parts = [drawn('rect', {class: 'g-axis', x: 0, y: 0, width: holder.clientWidth, height: HEAD})];
    const ticks = scale.ticks(from, to);
    let month = '';
    let clear = NAMES;
    const words = (date, options) => date.toLocaleDateString('en-GB', options);
    for (const tick of ticks) {
      const x = Math.max(NAMES, xOf(tick.slot));
      const date = tick.slot < from ? scale.at(from) : tick.date;
      const name = words(date, {month: 'long', year: 'numeric'});
      if (name !== month && x >= clear - 1) {
        month = name;
        const text = tick.unit === 'month' ? words(date, {month: 'short', year: date.getMonth() === 0 || tick === ticks[0] ? 'numeric' : undefined}) : name;
        parts.push(drawn('text', {class: 'g-month', x: x + 4, y: 15}, text));
        clear = x + text.length * 7.5;
      }
      if (tick.unit === 'month' || xOf(tick.slot) < NAMES - 1) continue;
      const day = tick.unit === 'day' && (86400000 / scale.slotMs) * scale.px > 46 ? words(tick.date, {weekday: 'short', day: 'numeric'}) : String(tick.date.getDate());
      parts.push(drawn('text', {class: 'g-day', x: xOf(tick.slot) + 4, y: 33}, day));
    }
    parts.push(drawn('path', {class: 'g-edge', d: `M0 ${HEAD}H${holder.clientWidth}`}));
    axis.replaceChildren(...parts);
  }

  function drawLines() {
    const upgrade = state.chosen;
    const parts = [];
    for (const arrow of chart.arrows) {
      if (arrow.before !== upgrade && arrow.after !== upgrade) continue;
      const before = byUpgrade.get(arrow.before);
      const after = byUpgrade.get(arrow.after);
      if (!before || !after) continue;
      const slotOf = (bar) => (state.moving?.bar === bar ? state.moving.slot : bar.start);
      const x1 = xOf(slotOf(before) + length(before));
      const y1 = yOf(before.row) + ROW / 2;
      const x2 = xOf(slotOf(after));
      const y2 = yOf(after.row) + ROW / 2;
      const late = slotOf(before) + length(before) > slotOf(after);
      parts.push(drawn('path', {class: late ? 'g-arrow bad' : 'g-arrow', d: `M${x1} ${y1}C${x1 + 24} ${y1} ${x2 - 24} ${y2} ${x2} ${y2}M${x2 - 6} ${y2 - 4}L${x2} ${y2}L${x2 - 6} ${y2 + 4}`}));
    }
    lines.replaceChildren(...parts);
  }

  function choose(bar) {
    state.chosen = bar.upgrade;
    state.focus = bar.upgrade;
    const link = (text, href, primary) => element('a', {class: primary ? 'button primary' : 'button', href}, text);
    const facts = element('dl', {class: 'facts small'});
    const fact = (name, ...what) => facts.append(element('dt', {}, name), element('dd', {}, ...what));
    fact('Stands', span(bar));
    fact('Work until', time(bar.start + bar.work));
    if (bar.buffer) fact('Way back from', time(bar.start + bar.work + bar.buffer));
    fact('Way', bar.mode);
    fact('Systems', bar.systems.join(', '));
    if (bar.deadline != null) fact('Support ends', element('span', {class: bar.start + length(bar) > bar.deadline ? 'bad' : ''}, time(bar.deadline)));
    fact('Costs', `${money(bar.total)}: downtime ${money(bar.downtime)}, risk ${money(bar.risk)}, money ${money(bar.cost)}`);
    for (const arrow of chart.arrows) {
      const other = byUpgrade.get(arrow.before === bar.upgrade ? arrow.after : arrow.after === bar.upgrade ? arrow.before : -1);
      if (!other) continue;
      const go = element('button', {type: 'button', class: 'quiet link'}, other.title);
      go.addEventListener('click', () => focus(other));
      fact(arrow.before === bar.upgrade ? 'Before' : 'After', go, ` ${arrow.why || ''}`);
    }
    const ways = element('p', {class: 'row'}, link('Schedule the run', `/runs/schedule?system=${encodeURIComponent(bar.systems[0] || '')}&at=${encodeURIComponent(scale.at(bar.start).toISOString())}`, true), link('Why here?', `/schedule/timetables/${id}/explain/${bar.upgrade}`));
    if (may) {
      const pin = element('button', {type: 'button'}, bar.pinned ? 'Unpin' : 'Pin here');
      pin.addEventListener('click', () => setPin(bar, !bar.pinned).then(() => choose(bar)).catch(refused));
      ways.append(pin);
    }
    const places = element('div', {class: 'places'});
    chosen.replaceChildren(element('h2', {}, element('a', {href: `/upgrades/${bar.upgrade}`}, bar.title)), facts, ways, places);
    if (may) free(bar).then((all) => list(bar, all, places)).catch(() => {});
    later();
  }

  /** Places that are free with all others where they are, by time; asked for once, until something moves. */
  function free(bar) {
    bar.free ||= ask(`/api/timetables/${id}/explain/${bar.upgrade}`).then((told) => told.next
      .filter((one) => one.mode === bar.mode)
      .map((one) => ({slot: Math.round(scale.slotAt(new Date(one.start))), more: one.total - bar.total}))
      .sort((a, b) => a.slot - b.slot));
    return bar.free;
  }

  function list(bar, all, into) {
    if (state.chosen !== bar.upgrade || state.moving) return;
    const best = [...all].sort((a, b) => a.more - b.more).slice(0, 4);
    if (!best.length) return;
    const rows = best.map((one) => {
      const go = element('button', {type: 'button', class: 'quiet link'}, span(bar, one.slot));
      go.addEventListener('click', () => { reveal(bar.row, one.slot); draw(); elements.get(bar.upgrade)?.focus({preventScroll: true}); move(bar, one.slot); });
      return element('li', {}, go, element('span', {class: `small ${one.more < 0 ? 'good' : 'muted'}`}, ` ${one.more > 0 ? `${money(one.more)} more` : one.more < 0 ? `saves ${money(-one.more)}` : 'the same'}`));
    });
    into.replaceChildren(element('h3', {}, 'Free places, the cheapest first'), element('ul', {class: 'plain small'}, ...rows));
  }

  async function setPin(bar, pinned) {
    await ask(`/api/timetables/${id}/placements/${bar.upgrade}/pin`, 'PUT', {pinned});
    bar.pinned = pinned;
  }

  function refused(trouble) {
    says.replaceChildren(element('p', {class: 'notice bad'}, trouble.message));
  }

  /** Brings a bar into sight, and the focus to it. */
  function focus(bar) {
    choose(bar);
    reveal(bar.row, bar.start);
    draw();
    elements.get(bar.upgrade)?.focus({preventScroll: true});
  }

  function reveal(row, slot) {
    const y = row * ROW;
    if (y < holder.scrollTop + ROW) holder.scrollTop = y - ROW;
    else if (y + ROW > holder.scrollTop + holder.clientHeight - HEAD) holder.scrollTop = y + 2 * ROW - (holder.clientHeight - HEAD);
    const x = scale.x(slot);
    if (x < holder.scrollLeft + 20 || x > holder.scrollLeft + scale.width - 60) holder.scrollLeft = x - scale.width / 2;
  }

  // Moving: a first guess at once, then what the server says.

  let asking = 0;
  let open = null;

  function move(bar, slot) {
    if (!state.moving) state.moving = {bar, slot: bar.start, state: '', told: null};
    const moving = state.moving;
    moving.slot = Math.max(0, Math.min(chart.slots - length(bar), slot));
    const guess = against(chart, bar, moving.slot);
    moving.state = guess ? 'no' : 'asking';
    moving.told = null;
    tell(moving, guess ? [guess] : [], null);
    later();
    clearTimeout(asking);
    open?.abort();
    asking = setTimeout(() => tryOut(moving, moving.slot), 90);
  }

  async function tryOut(moving, slot) {
    open = new AbortController();
    try {
      const told = await ask(`/api/timetables/${id}/try`, 'POST', {upgrade: String(moving.bar.upgrade), start: scale.at(slot).toISOString(), mode: moving.bar.mode}, open.signal);
      if (state.moving !== moving || moving.slot !== slot) return;
      moving.told = told;
      moving.state = told.conflicts.length ? 'no' : 'well';
      tell(moving, told.conflicts.map((one) => one.says), told.difference);
      later();
    } catch (trouble) {
      if (trouble.name !== 'AbortError' && state.moving === moving) tell(moving, [trouble.message], null);
    }
  }

  function tell(moving, conflicts, difference) {
    const {bar, slot} = moving;
    const worth = difference == null ? 'Asking what it costs…' : difference === 0 ? 'Costs the same' : difference > 0 ? `Costs ${money(difference)} more` : `Saves ${money(-difference)}`;
    const line = (text, look) => element('p', {class: look}, text);
    const parts = [line(span(bar, slot), 'title'), line(worth, difference > 0 ? 'warn worth' : difference < 0 ? 'good worth' : 'muted worth')];
    if (conflicts.length) parts.push(element('ul', {class: 'plain conflicts'}, ...conflicts.map((text) => element('li', {class: 'bad'}, text))));
    else if (difference != null) parts.push(line('Nothing is against it.', 'good'));
    tip.replaceChildren(...parts.map((part) => part.cloneNode(true)));
    tip.hidden = false;
    const at = holder.getBoundingClientRect();
    const left = Math.max(8, Math.min(at.left + xOf(slot), document.documentElement.clientWidth - tip.offsetWidth - 8));
    const top = at.top + yOf(bar.row) + ROW + 8;
    tip.style.left = `${left + scrollX}px`;
    tip.style.top = `${(top + tip.offsetHeight > innerHeight ? Math.max(4, top - ROW - tip.offsetHeight - 16) : top) + scrollY}px`;
    says.replaceChildren(element('div', {class: 'notice'}, element('p', {}, element('b', {}, bar.title)), ...parts));
  }

  function putBack(text) {
    clearTimeout(asking);
    open?.abort();
    state.moving = null;
    tip.hidden = true;
    if (text) says.replaceChildren(element('p', {class: 'notice'}, text));
    later();
  }

  async function drop() {
    const moving = state.moving;
    if (!moving) return;
    const {bar, slot} = moving;
    if (slot === bar.start) return putBack('');
    const known = moving.told ? moving.told.conflicts.map((one) => one.says) : [against(chart, bar, slot)].filter(Boolean);
    if (known.length) {
      putBack('');
      return refused({message: `It cannot be there: ${known.join('; ')}. It stays ${span(bar)}.`});
    }
    clearTimeout(asking);
    const was = {start: bar.start, pinned: bar.pinned, total: bar.total};
    try {
      const told = await put(bar, slot);
      state.moving = null;
      tip.hidden = true;
      const undo = element('button', {type: 'button'}, 'Undo');
      undo.addEventListener('click', () => takeBack(bar, was));
      const worth = told.difference > 0 ? `It costs ${money(told.difference)} more.` : told.difference < 0 ? `It saves ${money(-told.difference)}.` : 'It costs the same.';
      says.replaceChildren(element('div', {class: 'notice good'}, element('p', {}, element('b', {}, bar.title), ` now stands ${span(bar)} and is pinned there. ${worth}`), element('p', {class: 'row'}, undo)));
    } catch (trouble) {
      putBack('');
      refused(Object.assign(trouble, {message: `${trouble.message} It stays ${span(bar)}.`}));
    }
    if (state.chosen === bar.upgrade) choose(bar);
    later();
  }

  async function put(bar, slot) {
    const told = await ask(`/api/timetables/${id}/placements/${bar.upgrade}`, 'PUT', {start: scale.at(slot).toISOString(), mode: bar.mode});
    bar.start = Math.round(scale.slotAt(new Date(told.start)));
    bars.forEach((one) => { delete one.free; });
    Object.assign(bar, {pinned: true, total: told.total, downtime: told.downtime, risk: told.risk, cost: told.cost});
    return told;
  }

  async function takeBack(bar, was) {
    try {
      await put(bar, was.start);
      if (!was.pinned) await setPin(bar, false);
      says.replaceChildren(element('p', {class: 'notice'}, element('b', {}, bar.title), ` stands ${span(bar)} again${was.pinned ? ', pinned' : ''}.`));
      focus(bar);
    } catch (trouble) {
      refused(trouble);
    }
  }

  // Pointer: mouse, pen and fingers.

  let grip = null;
  front.addEventListener('pointerdown', (event) => {
    const one = event.target.closest('.g-bar');
    if (!one || event.button) return;
    const bar = byUpgrade.get(Number(one.dataset.upgrade));
    if (state.moving) putBack('');
    choose(bar);
    one.focus({preventScroll: true});
    event.preventDefault();
    if (!may) return;
    grip = {bar, x: event.clientX, scroll: holder.scrollLeft, moved: false};
    one.setPointerCapture(event.pointerId);
  });
  front.addEventListener('pointermove', (event) => {
    if (!grip) return;
    const by = event.clientX - grip.x + holder.scrollLeft - grip.scroll;
    if (!grip.moved && Math.abs(by) < 4) return;
    grip.moved = true;
    const at = holder.getBoundingClientRect();
    if (event.clientX > at.right - 24) holder.scrollLeft += 12;
    else if (event.clientX < at.left + NAMES + 24) holder.scrollLeft -= 12;
    move(grip.bar, grip.bar.start + Math.round(scale.slot(by)));
  });
  front.addEventListener('pointerup', () => {
    const moved = grip?.moved;
    grip = null;
    if (moved) drop();
  });
  front.addEventListener('pointercancel', () => { grip = null; putBack(''); });

  // Keys.

  front.addEventListener('focusin', (event) => {
    const one = event.target.closest('.g-bar');
    if (!one) return;
    const bar = byUpgrade.get(Number(one.dataset.upgrade));
    if (state.chosen !== bar.upgrade) { choose(bar); reveal(bar.row, bar.start); }
  });
  front.addEventListener('keydown', (event) => {
    const one = event.target.closest('.g-bar');
    if (!one || event.ctrlKey || event.altKey || event.metaKey) return;
    const bar = byUpgrade.get(Number(one.dataset.upgrade));
    const moving = state.moving;
    const step = {ArrowLeft: -1, ArrowRight: 1}[event.key];
    const go = {ArrowUp: -1, ArrowDown: 1}[event.key];
    if (step && may) {
      if (event.shiftKey) leap(bar, step);
      else stepTo(bar, next(chart, bar, moving ? moving.slot : bar.start, step), step);
    } else if (go && !moving) {
      const other = order[order.indexOf(bar) + go];
      if (other) focus(other);
    } else if (event.key === 'Enter' && moving) drop();
    else if (event.key === 'Enter' || event.key === ' ') chosen.querySelector('a')?.focus();
    else if (event.key === 'Escape' && moving) putBack(`${bar.title} is back: ${span(bar)}.`);
    else return;
    event.preventDefault();
  });
  function stepTo(bar, slot, step) {
    if (slot >= 0) {
      reveal(bar.row, slot);
      move(bar, slot);
    } else {
      says.replaceChildren(element('p', {class: 'notice'}, `${bar.title} has no possible place ${step > 0 ? 'after' : 'before'} that.`));
    }
  }

  /** To the next place that the server knows to be free. */
  async function leap(bar, step) {
    const here = state.moving ? state.moving.slot : bar.start;
    const all = await free(bar).catch(() => []);
    const place = step > 0 ? all.find((one) => one.slot > here) : all.findLast((one) => one.slot < here);
    stepTo(bar, place ? place.slot : -1, step);
  }

  front.addEventListener('focusout', (event) => {
    if (state.moving && !grip && !event.relatedTarget?.closest?.('.g-bar')) putBack(`${state.moving.bar.title} is back where it was.`);
  });
  names.addEventListener('click', (event) => {
    const upgrade = event.target.dataset?.name;
    if (upgrade) focus(byUpgrade.get(Number(upgrade)));
  });

  // What has no place says what stands in the way.
  for (const spot of [...document.querySelectorAll('.obstacle')].slice(0, 12)) {
    ask(`/api/timetables/${id}/explain/${spot.dataset.upgrade}`).then((told) => {
      const best = told.better?.[0];
      if (best?.obstacles?.length) spot.textContent = `${best.obstacles.map((one) => one.says).join('; ')} (would save ${money(best.saves)})`;
    }).catch(() => {});
  }

  const zoom = document.querySelector('.zoom');
  function show(days, centre) {
    state.days = days;
    for (const button of zoom.children) button.setAttribute('aria-pressed', String(Number(button.dataset.days) === days));
    measure(centre);
  }
  zoom.addEventListener('click', (event) => {
    const days = event.target.dataset.days;
    if (days === undefined) return;
    const bar = byUpgrade.get(state.chosen);
    show(Number(days), bar ? bar.start : scale.slot(holder.scrollLeft + scale.width / 2));
  });
  document.querySelector('#chart-by select').addEventListener('change', (event) => event.target.form.submit());
  holder.addEventListener('scroll', later, {passive: true});
  new ResizeObserver(() => measure()).observe(holder);
  show(narrow ? 14 : 31);
  const earliest = bars.reduce((least, bar) => Math.min(least, bar.start), Infinity);
  if (bars.length) holder.scrollLeft = Math.max(0, scale.x(earliest) - 40);
  draw();
  holder.dataset.ready = 'yes';
  window.evenkeelGantt = {bars, scale, focus, place: (upgrade) => byUpgrade.get(upgrade)};
}
