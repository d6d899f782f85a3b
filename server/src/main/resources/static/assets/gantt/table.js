// The same as a table: fetched when it is opened, and anew when something has moved.
export function table(details) {
  let known = details.dataset.there === 'yes';
  const fill = async () => {
    if (known || !details.open) return;
    known = true;
    const asked = new URL(location.href);
    asked.searchParams.set('table', 'yes');
    const answer = await fetch(asked, {headers: {'HX-Request': 'true'}}).catch(() => null);
    if (!answer?.ok) { known = false; return; }
    details.querySelector('.table').innerHTML = await answer.text();
    showLocalTimes(details);
  };
  details.addEventListener('toggle', fill);
  document.addEventListener('gantt:changed', () => { known = false; fill(); });
}
