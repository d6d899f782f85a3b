// The few things pages cannot do without a script. Everything works without them, only less live.

const two = (number) => String(number).padStart(2, '0');

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Days and times are written in one way everywhere: 2026-03-01 14:05; in logs with seconds, what is planned with its weekday. */
window.written = {
  weekday: (at) => weekdays[at.getDay()],
  day: (at) => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
  time: (at) => `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`,
};

const zone = (at) => new Intl.DateTimeFormat('en-GB', {timeZoneName: 'short'}).formatToParts(at).find((part) => part.type === 'timeZoneName').value;

/** Times are rendered in UTC; readers want theirs. */
function showLocalTimes(root) {
  for (const time of root.querySelectorAll('time[datetime]')) {
    const at = new Date(time.dateTime);
    if (isNaN(at) || time.dataset.local) continue;
    time.dataset.local = 'yes';
    time.title = `${written.day(at)} ${written.time(at)} ${zone(at)}, in UTC ${at.toISOString().slice(0, 19).replace('T', ' ')}`;
    const clock = 'seconds' in time.dataset ? written.time(at) : written.time(at).slice(0, 5);
    time.textContent = 'day' in time.dataset ? `${written.weekday(at)} ${written.day(at)}` : 'minutes' in time.dataset ? `${written.weekday(at)} ${written.day(at)} ${clock}` : `${written.day(at)} ${clock}`;
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

document.addEventListener('DOMContentLoaded', () => {
  showLocalTimes(document);
  for (const says of document.querySelectorAll('[data-times]')) says.textContent = `Times are those of your clock: ${Intl.DateTimeFormat().resolvedOptions().timeZone} (${zone(new Date())}).`;
  // On a phone the tab one is on may stand beyond the edge.
  for (const tab of document.querySelectorAll('.tabs [aria-current], header nav [aria-current]')) tab.parentElement.scrollLeft = tab.offsetLeft - tab.parentElement.offsetLeft - 16;
});
document.addEventListener('htmx:load', (event) => showLocalTimes(event.detail.elt));
