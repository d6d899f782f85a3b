// Says whether the list of runs is live.
(() => {
  const live = document.getElementById('live');
  let since = null;
  const say = (tone, text) => { live.className = `state small ${tone}`; if (live.textContent !== text) live.textContent = text; };
  document.addEventListener('htmx:afterRequest', (event) => {
    if (event.detail.xhr.status > 0 && event.detail.xhr.status < 400) { since = null; say('good', 'live'); return; }
    since = since || clocks.clock(clocks.now());
    say('bad', `Not live since ${since}: no connection to the server. Trying again…`);
  });
})();
