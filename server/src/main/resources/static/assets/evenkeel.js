// The few things pages cannot do without a script. Everything works without them, only less live.

/** Times are rendered in UTC; readers want theirs. */
function showLocalTimes(root) {
  for (const time of root.querySelectorAll('time[datetime]')) {
    const at = new Date(time.dateTime);
    if (isNaN(at) || time.dataset.local) continue;
    time.dataset.local = 'yes';
    time.title = time.dateTime;
    time.textContent = at.toLocaleString([], {
      year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
    });
  }
}

/** Hands server-sent events to the page as DOM events 'sse:NAME'; htmx listens to them with hx-trigger. */
function listenToEvents(root) {
  for (const element of root.querySelectorAll('[data-events]')) {
    if (element.evenkeelEvents) continue;
    const source = new EventSource(element.dataset.events);
    element.evenkeelEvents = source;
    const names = (element.dataset.eventNames || 'changed').split(' ');
    for (const name of names) {
      source.addEventListener(name, (event) => {
        if (!element.isConnected) return source.close();
        element.dispatchEvent(new CustomEvent('sse:' + name, {detail: event.data}));
      });
    }
    source.onopen = () => element.removeAttribute('data-disconnected');
    source.onerror = () => element.setAttribute('data-disconnected', '');
  }
}

/** <button data-copy="#id"> copies that element's text. */
document.addEventListener('click', async (event) => {
  const button = event.target.closest('[data-copy]');
  if (!button) return;
  await navigator.clipboard.writeText(document.querySelector(button.dataset.copy).textContent.trim());
  button.textContent = 'Copied';
});

/** <form data-confirm="Really?"> asks before it is sent. */
document.addEventListener('submit', (event) => {
  const question = event.target.dataset.confirm;
  if (question && !confirm(question)) event.preventDefault();
});

function enliven(root) {
  showLocalTimes(root);
  listenToEvents(root);
}

document.addEventListener('DOMContentLoaded', () => enliven(document));
document.addEventListener('htmx:load', (event) => enliven(event.detail.elt));
