// Tables of rows in forms: when the last row is typed into, another empty one follows.
for (const table of document.querySelectorAll('table[data-rows]')) {
  table.addEventListener('input', (event) => {
    const last = table.tBodies[0].lastElementChild;
    if (!last.contains(event.target)) return;
    const next = last.cloneNode(true);
    for (const field of next.querySelectorAll('input, select')) {
      field.name = field.name.replace(/\[(\d+)\]/, (_, row) => `[${Number(row) + 1}]`);
      if (field.matches('input')) field.value = '';
      else field.selectedIndex = 0;
    }
    last.after(next);
  });
}
