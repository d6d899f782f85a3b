// <form data-long>: its work may take long. One sees how far it is and for how long, and can stop it.
// Without this script the form is sent as any other, and one waits for the next page.

const LOOK_AGAIN_MS = 500;
const SHOW_AFTER_MS = 300;

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || !('long' in form.dataset)) return;
  event.preventDefault();
  beginLongWork(form, new FormData(form, event.submitter));
});

// A page one comes back to is as it was left: nothing is in hand there any more.
window.addEventListener('pageshow', (shown) => {
  if (shown.persisted) restLongWork();
});

function restLongWork() {
  document.querySelectorAll('#page .long-work').forEach((notice) => notice.remove());
  document.querySelectorAll('#page button[data-resting]').forEach((button) => {
    button.disabled = false;
    delete button.dataset.resting;
  });
}

function beginLongWork(form, fields) {
  restLongWork();
  for (const button of document.querySelectorAll('#page form button:enabled')) {
    button.disabled = true;
    button.dataset.resting = '';
  }
  const id = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const inHand = `${new URL('/estate/work/', form.action)}${id}`;
  const hasFile = form.enctype === 'multipart/form-data';
  const sending = new XMLHttpRequest();
  const notice = longWorkNotice(form, stop);
  let sent = !hasFile;
  let stopping = false;
  let unseen = 0;

  sending.open('POST', form.action);
  sending.setRequestHeader('Evenkeel-Work', id);
  sending.setRequestHeader('Accept', 'text/html');
  sending.upload.addEventListener('progress', (part) => {
    sent ||= part.loaded === part.total;
    if (!sent) notice.tell('The file is being sent.', part.loaded, part.total);
  });
  sending.upload.addEventListener('load', () => { sent = true; });
  sending.addEventListener('load', ended);
  sending.addEventListener('error', () => over('The connection broke. What was begun goes on; what comes of it stands under the imports and changes.', 'warn'));
  sending.addEventListener('abort', () => over('Stopped while the file was being sent. Nothing was changed.'));
  sending.send(hasFile ? fields : new URLSearchParams(fields));
  notice.tell(hasFile ? 'The file is being sent.' : 'It is begun.');
  const looking = setInterval(look, LOOK_AGAIN_MS);

  async function look() {
    if (!sent) return;
    try {
      const token = new URLSearchParams({ _csrf: fields.get('_csrf') });
      const answer = await (stopping ? fetch(`${inHand}/stop`, { method: 'POST', body: token }) : fetch(inHand));
      const now = await answer.json();
      unseen = now.here ? 0 : unseen + 1;
      if (now.here) notice.tell(now.stopping ? 'It is being stopped.' : now.says, now.done, now.of);
      // Right after it was sent, and right before the answer comes, it is not in hand either.
      else if (unseen > 3) notice.tell(now.says);
    } catch (notNow) {
      // The next look may succeed; the answer to the form itself comes in any case.
    }
  }

  function stop() {
    stopping = true;
    notice.tell('It is being stopped.');
    if (sent) look();
    else sending.abort();
  }

  function ended() {
    const leadsTo = sending.getResponseHeader('Location');
    const type = sending.getResponseHeader('Content-Type') ?? '';
    if (leadsTo) location.assign(leadsTo);
    else if (type.startsWith('text/plain')) over(sending.responseText);
    else if (sending.status < 300) location.assign(sending.responseURL);
    else refused(new DOMParser().parseFromString(sending.responseText, 'text/html'));
  }

  /** The page that the plain form would have led to. */
  function refused(page) {
    const content = page.getElementById('content');
    if (!content) {
      over(`Instead of an answer there came error ${sending.status}. What was begun may go on; what comes of it stands under the imports and changes.`, 'warn');
      return;
    }
    clearInterval(looking);
    document.getElementById('content').replaceWith(content);
    document.title = page.title;
    content.dispatchEvent(new CustomEvent('htmx:load', { bubbles: true, detail: { elt: content } }));
    window.scrollTo(0, 0);
  }

  function over(says, looks = 'good') {
    clearInterval(looking);
    restLongWork();
    notice.end(says, looks);
  }
}

/** Stands below the part of the page the form is in. */
function longWorkNotice(form, stop) {
  const notice = document.createElement('div');
  notice.className = 'notice busy long-work';
  const words = notice.appendChild(document.createElement('span'));
  words.setAttribute('role', 'status');
  const bar = notice.appendChild(document.createElement('progress'));
  const time = notice.appendChild(document.createElement('span'));
  time.className = 'small muted';
  const button = notice.appendChild(document.createElement('button'));
  button.type = 'button';
  button.textContent = 'Stop';
  button.addEventListener('click', () => {
    button.disabled = true;
    stop();
  });
  let place = form;
  while (place.parentElement.id !== 'page') place = place.parentElement;

  const since = Date.now();
  const ticking = setInterval(() => { time.textContent = `${Math.floor((Date.now() - since) / 1000)} s`; }, 1000);
  // What is done at once needs no notice that flickers by.
  const showing = setTimeout(() => place.after(notice), SHOW_AFTER_MS);
  return {
    tell(says, done = 0, of = 0) {
      if (words.textContent !== says) words.textContent = says;
      if (of > 0) {
        bar.max = of;
        bar.value = done;
      } else bar.removeAttribute('value');
    },
    end(says, looks) {
      clearInterval(ticking);
      clearTimeout(showing);
      words.textContent = says;
      notice.className = `notice ${looks} long-work`;
      bar.remove();
      button.remove();
      place.after(notice);
    },
  };
}
