// Keeps the page of a run live: the server says what changed, and only that is fetched and put in its place.
(() => {
  const PARTS = {run: ['head', 'ending', 'open', 'grid', 'now', 'wayback', 'outside', 'log'], watch: ['watch', 'head'], steps: ['head', 'open', 'now'], output: []};
  const SILENCE = 12000; // after so long without a word of the server the page is not live
  const REST = 30000; // a run that has ended is looked at as often, should somebody take it back; so is a server without a free seat
  const page = document.getElementById('page');
  const live = document.getElementById('live');
  const address = `/runs/${page.dataset.run}`;
  let mark = page.dataset.mark;
  let source = null;
  let heard = Date.now();
  let lost = null;
  let turnedAway = false; // the server answers, but not to this reader
  let wanted = new Set();
  let fetching = false;
  let resting = false; // the run has ended: a look now and then is enough

  function say(tone, text) {
    if (live.textContent !== text) live.textContent = text;
    live.className = `state ${tone}`;
  }

  function alive() {
    heard = Date.now();
    if (lost) refresh(Object.values(PARTS).flat());
    lost = null;
    turnedAway = false;
    say('good', 'live');
  }

  function dead() {
    if (turnedAway) return;
    lost = lost || clocks.clock(new Date(clocks.now() - (Date.now() - heard)));
    say('bad', `Not live since ${lost}: no connection to the server. Trying again…`);
  }

  const stream = () => `/api/runs/${page.dataset.run}/stream?after=${encodeURIComponent(mark)}`;

  /** A server that answers, but turns this reader away, is no lost connection: the page says why. Answers after how long to come again. */
  async function whyNot() {
    const asking = new AbortController();
    const patience = setTimeout(() => asking.abort(), 3000);
    let pause = 3000;
    try {
      const answer = await fetch(stream(), {signal: asking.signal});
      if (answer.status === 401) {
        say('bad', 'Not live: you are signed out. ');
        const door = document.createElement('a');
        door.href = `/sign-in?then=${encodeURIComponent(address)}`;
        door.textContent = 'Sign in';
        live.append(door);
      } else if (answer.status === 409) { // no seat is free
        say('bad', `Not live: ${(await answer.json()).detail}`);
        pause = REST;
      }
      turnedAway = answer.status === 401 || answer.status === 409;
    } catch {
      // said by dead()
    } finally {
      clearTimeout(patience);
      asking.abort();
    }
    return pause;
  }

  function connect() {
    if (resting) heard = Date.now();
    resting = false;
    source?.close();
    source = new EventSource(stream());
    source.addEventListener('open', alive);
    source.addEventListener('heartbeat', (event) => {
      clocks.set(JSON.parse(event.data).now);
      alive();
    });
    source.addEventListener('changed', (event) => {
      alive();
      const news = JSON.parse(event.data);
      mark = news.mark;
      refresh(news.parts.flatMap((part) => PARTS[part] || []));
      if (news.parts.includes('output') || news.parts.includes('run')) outputs();
    });
    source.addEventListener('ended', (event) => {
      clocks.set(JSON.parse(event.data).now);
      alive();
      source.close();
      resting = true;
    });
    source.addEventListener('error', () => {
      dead();
      if (source.readyState !== EventSource.CLOSED) return;
      whyNot().then((pause) => setTimeout(connect, pause));
    });
  }

  /** Fetches parts of the page, several together, one request at a time. */
  async function refresh(parts) {
    parts.forEach((part) => wanted.add(part));
    if (fetching || wanted.size === 0) return;
    fetching = true;
    const asked = [...wanted];
    wanted = new Set();
    const log = document.getElementById('log').dataset;
    const query = new URLSearchParams({parts: asked.join(',')});
    if (log.before) query.set('before', log.before);
    if (log.about) query.set('about', log.about);
    try {
      await htmx.ajax('GET', `${address}?${query}`, {source: page, target: page, swap: 'none'});
      document.title = document.getElementById('head').dataset.title || document.title;
    } catch {
      asked.forEach((part) => wanted.add(part));
    }
    outputs();
    setTimeout(() => { fetching = false; refresh([]); }, 300);
  }

  // --- what steps print ---

  async function append(pre) {
    if (pre.fetching) return;
    pre.fetching = true;
    try {
      for (let more = true; more;) {
        const answer = await fetch(`/api${address}/attempts/${encodeURIComponent(pre.dataset.attempt)}/output?after=${pre.dataset.seq}`);
        if (!answer.ok) return;
        const pieces = await answer.json();
        if (pieces.length) {
          pre.append(pieces.map((piece) => piece.text).join(''));
          pre.dataset.seq = pieces.at(-1).seq;
          pre.closest('.printed')?.classList.remove('silent');
          pre.normalize();
          const text = pre.firstChild;
          if (text.length > 200000) text.deleteData(0, text.length - 150000);
          if (follows(pre)) pre.scrollTop = pre.scrollHeight;
        }
        more = pieces.length === 500;
      }
    } catch {
      // said by dead()
    } finally {
      pre.fetching = false;
    }
  }

  const outputs = () => document.querySelectorAll('pre[data-attempt]').forEach(append);
  const button = (pre) => pre.parentElement.querySelector('[data-follow]');
  const follows = (pre) => button(pre)?.getAttribute('aria-pressed') !== 'false';
  const toEnd = () => document.querySelectorAll('pre[data-attempt]').forEach((pre) => { if (follows(pre)) pre.scrollTop = pre.scrollHeight; });

  document.addEventListener('scroll', (event) => {
    const pre = event.target;
    if (!(pre instanceof Element) || !pre.matches('pre[data-attempt]')) return;
    const atEnd = pre.scrollHeight - pre.scrollTop - pre.clientHeight < 30;
    button(pre)?.setAttribute('aria-pressed', String(atEnd));
  }, true);

  document.addEventListener('click', (event) => {
    const follow = event.target.closest('[data-follow]');
    if (follow) {
      const on = follow.getAttribute('aria-pressed') === 'false';
      follow.setAttribute('aria-pressed', String(on));
      toEnd();
    }
    const turned = event.target.closest('[data-log-page]');
    if (turned) {
      event.preventDefault();
      document.getElementById('log').dataset.before = turned.dataset.logPage;
      refresh(['log']);
    }
  });

  document.addEventListener('submit', (event) => {
    if (!event.target.matches('#log form')) return;
    event.preventDefault();
    const log = document.getElementById('log');
    log.dataset.about = event.target.elements.about.value;
    log.dataset.before = '';
    refresh(['log']);
  });

  // An update in the background must not take the reader elsewhere, with what he has typed.
  document.addEventListener('htmx:beforeOnLoad', (event) => {
    if (event.detail.elt !== page || !event.detail.xhr.getResponseHeader('HX-Redirect')) return;
    event.preventDefault();
    connect(); // is refused too, and the page says why
  });

  // --- orders ---

  function tell(text) {
    const notice = document.createElement('p');
    notice.className = 'notice bad';
    notice.setAttribute('role', 'alert');
    notice.textContent = text;
    document.getElementById('notice').replaceChildren(notice);
  }

  // News of the run may take the form away before the answer comes, and htmx then tells a form that stands nowhere: so
  // the answer is heard from the request itself. What the last order left behind goes now, whatever becomes of this one.
  document.addEventListener('htmx:beforeRequest', (event) => {
    const {elt: form, xhr} = event.detail;
    if (!(form instanceof HTMLFormElement)) return;
    document.getElementById('notice').replaceChildren();
    xhr.addEventListener('loadend', () => answered(form, xhr)); // after htmx has shown what came of it
  });

  function answered(form, xhr) {
    const {status} = xhr;
    // Evenkeel's own refusals name their place; another answer is that of a proxy which does not reach it.
    const unheard = status === 0 || (status >= 400 && !xhr.getResponseHeader('HX-Retarget'));
    if (unheard) { // what was typed stays where it is
      tell('The server did not answer, so nothing is known of this order. Look at the run when it is live again, and press once more if it was not taken.');
      return;
    }
    // What came of it, be it a refusal, is shown on the page; a sheet must not lie on top of it.
    form.closest('[popover]')?.hidePopover();
    if (status >= 400) return;
    if (resting) connect(); // what was ordered may set the run off again
    form.reset();
    if (form.closest('details')) form.closest('details').open = false;
    document.getElementById('notice').replaceChildren();
  }

  setInterval(() => {
    if (resting && Date.now() - heard > REST && document.visibilityState === 'visible') connect();
    else if (!resting && Date.now() - heard > SILENCE) dead();
    const watch = document.getElementById('watch');
    if (watch.dataset.refresh && !lost && document.visibilityState === 'visible') refresh(PARTS.watch);
  }, 5000);
  connect();
  toEnd();
})();
