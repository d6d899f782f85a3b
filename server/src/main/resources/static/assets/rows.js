// Rows in forms: when the last one is typed into, another empty one follows. Also where a part of
// the page came later, so the whole page is listened to.
document.addEventListener('input', (event) => {
  const rows = event.target.closest?.('[data-rows]');
  if (!rows) return;
  const last = (rows.tBodies?.[0] ?? rows).lastElementChild;
  if (!last.contains(event.target)) return;
  const next = last.cloneNode(true);
  // Of rows inside of rows, the inner ones are counted.
  const following = (path) => path.replace(/\[(\d+)\](?!.*\[)/, (_, row) => `[${Number(row) + 1}]`);
  for (const field of next.querySelectorAll('input, select, button')) {
    field.name = following(field.name);
    field.removeAttribute('id');
    field.removeAttribute('aria-invalid');
    field.removeAttribute('autofocus');
    if (field.matches('input')) field.value = '';
    else if (field.matches('button')) field.value = following(field.value);
    else field.selectedIndex = 0;
  }
  last.after(next);
  window.htmx?.process(next);
});
