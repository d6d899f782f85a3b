// The map: draws what /api/map answers, where it says. Everything it shows stands in the table of the page too.
(() => {
  const holder = document.getElementById('map');
  if (!holder || !window.cytoscape) return;
  const form = document.getElementById('map-form');
  const side = document.getElementById('map-side');
  const asked = new URLSearchParams(location.search);
  const state = {centre: form.elements.centre.value, open: asked.getAll('open'), upgrade: asked.get('upgrade'), chosen: null, from: null, asked: asked.has('centre'), moved: false, upright: false};
  const reduced = matchMedia('(prefers-reduced-motion: reduce)').matches;

  const colour = (name) => {
    const probe = document.createElement('i');
    probe.style.color = `var(--${name})`;
    document.body.append(probe);
    const [r, g, b] = getComputedStyle(probe).color.match(/[\d.]+/g);
    probe.remove();
    return `rgb(${[r, g, b].map((part) => Math.round(part)).join(',')})`;
  };

  function look() {
    const tone = {RED: 'bad', YELLOW: 'warn', GREEN: 'good'};
    return [
      {selector: 'node', style: {
        shape: 'round-rectangle', width: 190, height: 44, label: 'data(label)', 'text-wrap': 'wrap', 'text-valign': 'center', 'text-max-width': 178,
        'text-overflow-wrap': 'anywhere', 'font-size': 12, 'font-family': getComputedStyle(document.body).fontFamily, color: colour('text'), 'line-height': 1.25,
        'border-width': 1.5, 'background-color': colour('panel'), 'border-color': colour('muted'), 'min-zoomed-font-size': 5,
      }},
      ...Object.entries(tone).map(([word, name]) => ({selector: `node[criticality = "${word}"]`, style: {'border-color': colour(name), 'background-color': colour(`${name}-bg`)}})),
      {selector: 'node[sort = "USER_GROUP"], node[sort = "WORKFLOW"]', style: {'corner-radius': 22}},
      {selector: 'node[sort = "MISSING"]', style: {'border-style': 'dotted', 'background-color': colour('panel'), 'border-color': colour('muted')}},
      {selector: 'node.centre', style: {'border-width': 4}},
      {selector: 'node:selected', style: {'overlay-color': colour('accent'), 'overlay-opacity': .18, 'overlay-padding': 6}},
      {selector: 'edge', style: {width: 1.3, 'line-color': colour('muted'), 'target-arrow-color': colour('muted'), 'target-arrow-shape': 'triangle', 'arrow-scale': .8, 'curve-style': 'bezier', opacity: .75}},
      {selector: 'edge.many', style: {'curve-style': 'haystack', 'target-arrow-shape': 'none', width: 1, opacity: .22}},
      {selector: 'edge.right', style: {'source-endpoint': '50% 0%', 'target-endpoint': '-50% 0%'}},
      {selector: 'edge.left', style: {'source-endpoint': '-50% 0%', 'target-endpoint': '50% 0%'}},
      {selector: 'edge.same', style: {'curve-style': 'unbundled-bezier', 'control-point-distances': 70, 'control-point-weights': .5, 'source-endpoint': '50% 0%', 'target-endpoint': '50% 0%'}},
      {selector: 'edge.down', style: {'source-endpoint': '0% 50%', 'target-endpoint': '0% -50%'}},
      {selector: 'edge.up', style: {'source-endpoint': '0% -50%', 'target-endpoint': '0% 50%'}},
      {selector: 'edge.cycle', style: {'line-color': colour('warn'), 'target-arrow-color': colour('warn'), width: 2}},
      {selector: ':parent', style: {'background-opacity': .06, 'background-color': colour('accent'), 'border-width': 1, 'border-style': 'dashed', 'border-color': colour('accent'), padding: 8, label: 'data(label)', 'text-valign': 'top', 'font-size': 10, color: colour('muted'), 'corner-radius': 10}},
      {selector: 'edge[!vital]', style: {'line-style': 'dashed'}},
      {selector: 'edge.near', style: {'line-color': colour('accent'), 'target-arrow-color': colour('accent'), width: 2.2, opacity: 1, label: 'data(via)', 'font-size': 10, color: colour('text'), 'text-background-color': colour('panel'), 'text-background-opacity': .9, 'text-background-padding': 2}},
      {selector: '.faint', style: {opacity: .18}},
      {selector: 'edge.way', style: {'line-color': colour('bad'), 'target-arrow-color': colour('bad'), width: 3, opacity: 1}},
    ];
  }

  const cy = cytoscape({container: holder, style: look(), layout: {name: 'preset'}, minZoom: .04, maxZoom: 2.5, boxSelectionEnabled: false, textureOnViewport: true, hideEdgesOnViewport: false});

  function query() {
    const asked = new URLSearchParams({centre: state.centre, hops: form.elements.hops.value, most: form.elements.most.value});
    if (form.elements.through.value) asked.set('through', form.elements.through.value);
    for (const one of state.open) asked.append('open', one);
    if (state.upgrade) asked.set('upgrade', state.upgrade);
    return asked;
  }

  async function ask(path) {
    const answer = await fetch(path, {headers: {Accept: 'application/json'}});
    const body = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Error(body.detail || `The server answered ${answer.status}.`);
    return body;
  }

  const pen = document.createElement('canvas').getContext('2d');
  pen.font = `12px ${getComputedStyle(document.body).fontFamily}`;

  /** As much of a line as a node is wide; its end stays. */
  function fitted(text, end = '') {
    const fits = (line) => pen.measureText(line).width <= 174;
    if (fits(text + end)) return text + end;
    let length = text.length - 1;
    while (length > 1 && !fits(`${text.slice(0, length)}…${end}`)) length -= 1;
    return `${text.slice(0, length).trimEnd()}…${end}`;
  }

  function label(spot) {
    const end = spot.hidden > 0 ? ` · +${spot.hidden}` : '';
    return `${fitted(spot.title)}\n${fitted(spot.below.slice(0, spot.below.length - end.length), end)}`;
  }

  function say(text) {
    const notice = document.createElement('p');
    notice.className = 'notice bad';
    notice.textContent = text;
    document.getElementById('notice').replaceChildren(notice);
  }

  async function draw(fit) {
    let map;
    try {
      map = await ask(`/api/map?${query()}`);
    } catch (trouble) {
      return say(trouble.message);
    }
    state.centre = map.centre;
    state.upright = isNarrow();
    const places = state.upright ? upright(map.spots) : new Map(map.spots.map((spot) => [spot.id, {x: spot.x, y: spot.y}]));
    const line = (spot) => (state.upright ? places.get(spot.id).y : spot.x);
    const groups = Map.groupBy(map.spots.filter((spot) => spot.group), (spot) => `${spot.group} ${line(spot)}`);
    makeRoom(map.spots, places, [...groups.values()].filter((members) => members.length > 1));
    const parent = new Map([...groups].filter(([, members]) => members.length > 1).flatMap(([key, members]) => members.map((spot) => [spot.id, `group:${key}`])));
    cy.batch(() => {
      cy.elements().remove();
      cy.add([...new Set(parent.values())].map((id) => ({group: 'nodes', data: {id, label: `${id.slice(6).split(' ')[0]}, stand in for each other`}, selectable: false})));
      cy.add(map.spots.map((spot) => ({group: 'nodes', data: {...spot, parent: parent.get(spot.id), label: label(spot)}, position: {...places.get(spot.id)}, classes: spot.id === map.centre ? 'centre' : ''})));
      cy.add(map.lines.map((line, n) => ({group: 'edges', data: {id: `e${n}`, source: line.from, target: line.to, type: line.type, via: line.via || '', vital: line.vital || undefined}, classes: [direction(places.get(line.from), places.get(line.to)), line.cycle ? 'cycle' : '', map.spots.length > MANY ? 'many' : ''].join(' ')})));
    });
    document.getElementById('map-count').textContent = `${map.spots.length.toLocaleString('en')} of ${map.all.toLocaleString('en')}`;
    document.getElementById('as-svg').href = `/api/map/svg?${query()}`;
    if (state.asked) {
      history.replaceState(null, '', `/estate/map?${query()}`);
      document.cookie = `evenkeel_map=${encodeURIComponent(map.centre)}; path=/estate/map; max-age=31536000; samesite=lax`;
    }
    table(map);
    if (fit) show();
    if (state.chosen && cy.getElementById(state.chosen).nonempty()) cy.getElementById(state.chosen).select();
  }

  /** From where on lines are so many that only those of the chosen node stand out. */
  const MANY = 300;
  const LEGIBLE = .45;
  const NARROW = 640;
  /** How high the label of a group is, with the rim of the group. */
  const LABEL = 18;

  const isNarrow = () => cy.width() < NARROW;

  function direction(from, to) {
    if (state.upright) return ['up', '', 'down'][Math.sign(to.y - from.y) + 1];
    return ['left', 'same', 'right'][Math.sign(to.x - from.x) + 1];
  }

  /** What is below a group moves down, so that its label, above it, is not covered by a neighbour. */
  function makeRoom(spots, places, groups) {
    const tops = groups.map((members) => ({x: places.get(members[0].id).x, y: Math.min(...members.map((spot) => places.get(spot.id).y))}));
    const lower = tops.toSorted((a, b) => b.y - a.y).filter((top, n, all) => !state.upright || all.findIndex((other) => other.y === top.y) === n);
    for (const top of lower) {
      for (const spot of spots) {
        const place = places.get(spot.id);
        if (place.y >= top.y && (state.upright || place.x === top.x)) place.y += LABEL;
      }
    }
  }

  /** For a narrow screen: what needs the centre above it, what it needs below; as many side by side as can be read. */
  function upright(spots) {
    const places = new Map();
    const columns = [...Map.groupBy(spots, (spot) => spot.column)].sort(([a], [b]) => a - b);
    let y = 0;
    for (const [column, members] of columns) {
      members.sort((a, b) => Math.sign(column || 1) * (a.x - b.x) || a.y - b.y);
      members.forEach((spot, n) => {
        const row = Math.floor(n / 2);
        const alone = n === members.length - 1 && n % 2 === 0;
        places.set(spot.id, {x: alone ? 0 : (n % 2 ? 103 : -103), y: y + row * 58});
      });
      y += Math.ceil(members.length / 2) * 58 + 42;
    }
    return places;
  }

  /** The whole, when that can be read; else what is around the centre, without an empty margin. */
  function show() {
    if (cy.nodes().empty()) return;
    state.moved = false;
    const box = cy.elements().boundingBox();
    const margin = state.upright ? 8 : 24;
    const across = (cy.width() - 2 * margin) / box.w;
    const whole = Math.min(across, (cy.height() - 2 * margin) / box.h);
    const zoom = Math.min(1.1, state.upright ? across : Math.max(whole, whole < LEGIBLE ? .6 : 0));
    const centre = cy.nodes('.centre').position() || {x: (box.x1 + box.x2) / 2, y: (box.y1 + box.y2) / 2};
    cy.viewport({zoom, pan: {
      x: kept(cy.width(), box.x1 * zoom, box.x2 * zoom, centre.x * zoom, margin),
      y: kept(cy.height(), box.y1 * zoom, box.y2 * zoom, centre.y * zoom, margin),
    }});
  }

  /** Where the drawing begins: in the middle when all of it fits, else with the centre in the middle as far as there is something on both sides. */
  function kept(room, from, to, centre, margin) {
    if (to - from <= room - 2 * margin + 1) return (room - from - to) / 2;
    return Math.min(margin - from, Math.max(room - margin - to, room / 2 - centre));
  }

  function table(map) {
    const body = document.querySelector('#map-table tbody');
    const words = Object.fromEntries([...form.elements.through.options].map((option) => [option.value, option.text]));
    body.replaceChildren(...map.lines.map((line) => {
      const row = document.createElement('tr');
      for (const [text, to] of [[line.from, line.from], [words[line.type]], [line.via || ''], [line.to, line.to]]) {
        const cell = row.insertCell();
        if (!to) { cell.textContent = text; continue; }
        const link = document.createElement('a');
        link.href = `/estate/${to}`;
        link.textContent = text;
        cell.append(link);
      }
      return row;
    }));
  }

  const element = (tag, text, more = {}) => Object.assign(document.createElement(tag), {textContent: text}, more);

  function choose(node) {
    const spot = node.data();
    state.chosen = spot.id;
    cy.elements().removeClass('near faint way');
    node.connectedEdges().addClass('near');
    const word = spot.criticality.toLowerCase();
    const parts = [element('h2', spot.title), element('p', '')];
    if (spot.sort === 'MISSING') {
      parts[1].append(element('span', 'Nobody has described this system yet. '), element('a', 'Describe it', {href: `/estate/systems/new?name=${encodeURIComponent(spot.id.split('/')[1])}`}));
    } else {
      parts[1].append(element('span', word, {className: `badge crit ${word} ${spot.stated ? '' : 'proposed'}`}), ` ${spot.why}`);
    }
    if (spot.group) parts.push(element('p', `One of the group ${spot.group}: others stand in for it.`, {className: 'small muted'}));
    const buttons = element('p', '', {className: 'row'});
    const button = (text, act) => { const one = element('button', text, {type: 'button'}); one.addEventListener('click', act); buttons.append(one); };
    if (spot.sort !== 'MISSING') buttons.append(element('a', 'Its page', {className: 'button', href: `/estate/${spot.id}`}));
    if (spot.id !== state.centre) button('Into the centre', () => { state.asked = true; document.getElementById('map-why')?.remove(); state.centre = spot.id; state.open = []; form.elements.centre.value = spot.id; draw(true); });
    if (spot.hidden > 0) button(`Open ${spot.hidden} more`, () => open(spot.id));
    button('Who is hit', () => blast(spot));
    if (state.from && state.from !== spot.id) button(`Ways from ${state.from.split('/')[1]}`, () => ways(state.from, spot.id));
    button('Ways from here', () => { state.from = spot.id; choose(node); });
    parts.push(buttons, element('div', state.from === spot.id ? 'Now click where the way should lead.' : '', {id: 'map-answer'}));
    side.replaceChildren(...parts);
  }

  function open(id) {
    state.asked = true;
    if (!state.open.includes(id)) state.open.push(id);
    draw(false).then(() => { const node = cy.getElementById(id); if (node.nonempty()) choose(node); });
  }

  async function blast(spot) {
    const found = await ask(`/api/map/${spot.id}/blast`).catch((trouble) => say(trouble.message));
    if (found) document.getElementById('map-answer').replaceChildren(...hit(found, [spot.id]));
  }

  /** An upgrade: all its systems are away. */
  async function impact() {
    const found = await ask(`/api/upgrades/${encodeURIComponent(state.upgrade)}/impact`).catch((trouble) => say(trouble.message));
    if (!found) return;
    const cost = found.perHour == null ? 'Nobody has said what an hour of it costs.' : `An hour costs ${Math.round(found.perHour).toLocaleString('en')} ${found.currency}.`;
    const title = element('h2', '');
    title.append(element('a', found.title, {href: `/upgrades/${encodeURIComponent(state.upgrade)}/impact`}));
    side.replaceChildren(title, element('p', `While ${found.systems.length === 1 ? 'its system is' : `its ${found.systems.length} systems are`} away:`), ...hit(found, found.systems), element('p', cost));
  }

  /** Shows who is hit, on the map and in words. */
  function hit(found, away) {
    const ids = new Set([...found.hits.map((hit) => hit.id), ...away]);
    cy.elements().addClass('faint').removeClass('near way');
    const shown = cy.nodes().filter((node) => ids.has(node.id()));
    shown.union(shown.parents()).removeClass('faint');
    cy.edges().filter((edge) => !edge.source().hasClass('faint') && !edge.target().hasClass('faint')).removeClass('faint').addClass('way');
    const list = document.createElement('ul');
    list.className = 'plain';
    for (const hit of found.hits.slice(0, 30)) {
      const line = document.createElement('li');
      line.append(element('a', hit.title, {href: `/estate/${hit.id}`}), element('span', ` ${hit.criticality.toLowerCase()}, ${hit.effect === 'HIT' ? `${hit.hops} ${hit.hops === 1 ? 'hop' : 'hops'}` : 'weakened, others stand in'}`, {className: 'small muted'}));
      list.append(line);
    }
    const said = found.hits.length === 0 ? 'Nothing that is known needs it.' : `${found.red} red, ${found.yellow} yellow and ${found.green} green systems with what is away, ${found.workflows} ${found.workflows === 1 ? 'workflow' : 'workflows'}${found.users ? `, ${found.users.toLocaleString('en')} people at least` : ''}.`;
    return [element('p', said), list, found.affected > 30 ? element('p', `And ${(found.affected - 30).toLocaleString('en')} more.`, {className: 'small muted'}) : ''];
  }

  async function ways(from, to) {
    const found = await ask(`/api/map/paths?${new URLSearchParams({from, to})}`).catch((trouble) => say(trouble.message));
    if (!found) return;
    const answer = document.getElementById('map-answer');
    if (found.paths.length === 0) return answer.replaceChildren(element('p', `${from.split('/')[1]} does not need ${to.split('/')[1]}, whichever way.`));
    const list = document.createElement('ol');
    for (const way of found.paths) list.append(element('li', way.map((id) => id.split('/')[1]).join(' → ')));
    answer.replaceChildren(element('p', `${found.paths.length}${found.cutOff ? ' or more' : ''} ways, the shortest first:`), list);
    const missing = found.paths[0].filter((id) => cy.getElementById(id).empty());
    if (missing.length > 0) {
      state.open.push(...found.paths[0].filter((id) => !state.open.includes(id)));
      await draw(false);
    }
    cy.elements().addClass('faint').removeClass('near');
    found.paths[0].forEach((id, n) => {
      cy.getElementById(id).union(cy.getElementById(id).parents()).removeClass('faint');
      if (n > 0) cy.getElementById(found.paths[0][n - 1]).edgesTo(cy.getElementById(id)).removeClass('faint').addClass('way');
    });
  }

  cy.on('tap', 'node', ({target}) => {
    if (target.isParent()) return;
    if (state.chosen === target.id() && target.data('hidden') > 0) return open(target.id());
    choose(target);
  });
  function leave() {
    cy.elements().removeClass('near faint way').unselect();
    state.chosen = null;
    side.replaceChildren(...nothing);
  }
  const nothing = [...side.childNodes];

  cy.on('tap', (event) => { if (event.target === cy) leave(); });
  cy.on('dragpan scrollzoom pinchzoom', () => { state.moved = true; });
  new ResizeObserver(() => {
    cy.resize();
    if (cy.nodes().nonempty() && state.upright !== isNarrow()) draw(true);
    else if (!state.moved) show();
  }).observe(holder);
  const closer = (by) => { state.moved = true; cy.zoom({level: cy.zoom() * by, renderedPosition: {x: cy.width() / 2, y: cy.height() / 2}}); };
  document.getElementById('closer').addEventListener('click', () => closer(1.25));
  document.getElementById('farther').addEventListener('click', () => closer(.8));
  document.getElementById('fit').addEventListener('click', () => { state.moved = false; cy.animate({fit: {padding: state.upright ? 8 : 24}, duration: reduced ? 0 : 200}); });
  document.getElementById('as-png').addEventListener('click', () => {
    const link = element('a', '', {href: cy.png({full: true, scale: cy.nodes().length > 500 ? 1 : 2, bg: colour('panel'), maxWidth: 8000, maxHeight: 8000}), download: 'map.png'});
    link.click();
  });
  holder.addEventListener('keydown', (event) => {
    const step = {ArrowLeft: [80, 0], ArrowRight: [-80, 0], ArrowUp: [0, 80], ArrowDown: [0, -80]}[event.key];
    if (step) { state.moved = true; cy.panBy({x: step[0], y: step[1]}); event.preventDefault(); }
    if (event.key === '+') closer(1.25);
    if (event.key === '-') closer(.8);
    if (event.key === 'Escape') leave();
    if (event.key === 'Enter' && state.chosen) side.querySelector('a, button')?.focus();
    if (event.key === 'n' || event.key === 'p') {
      const nodes = cy.nodes().filter((node) => !node.isParent()).sort((a, b) => (state.upright ? a.position('y') - b.position('y') : 0) || a.position('x') - b.position('x') || a.position('y') - b.position('y'));
      if (nodes.empty()) return;
      const chosen = state.chosen ? cy.getElementById(state.chosen) : cy.collection();
      const at = chosen.empty() ? -1 : nodes.toArray().indexOf(chosen[0]);
      const centre = nodes.filter('.centre');
      const next = at < 0 ? (centre[0] || nodes[0]) : nodes[(at + (event.key === 'n' ? 1 : nodes.length - 1)) % nodes.length];
      cy.nodes().unselect();
      next.select();
      choose(next);
      state.moved = true;
      const {x1, x2, y1, y2} = next.renderedBoundingBox();
      if (x1 < 0 || y1 < 0 || x2 > cy.width() || y2 > cy.height()) cy.center(next);
    }
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => cy.style(look()));
  window.evenkeelMap = cy; // for who writes scripts in the console, and for tests
  draw(true).then(() => { if (state.upgrade) impact(); });
})();
