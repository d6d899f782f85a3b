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

document.addEventListener('DOMContentLoaded', () => showLocalTimes(document));
document.addEventListener('htmx:load', (event) => showLocalTimes(event.detail.elt));
