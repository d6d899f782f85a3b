// The runbook text: line numbers, marks at lines with findings, a file read into it, a finding that leads to its line.
(() => {
  const text = document.getElementById('runbook');
  const gutter = document.querySelector('.gutter');
  const form = document.getElementById('new-run');

  function number() {
    const marked = new Map();
    for (const finding of document.querySelectorAll('.findings [data-line]')) {
      const line = Number(finding.dataset.line);
      if (marked.get(line) !== 'bad') marked.set(line, finding.className);
    }
    const lines = text.value.split('\n').length;
    gutter.replaceChildren(...Array.from({length: lines}, (_, at) => {
      const line = document.createElement('span');
      line.textContent = `${at + 1}\n`;
      line.className = marked.get(at + 1) || '';
      return line;
    }));
    gutter.scrollTop = text.scrollTop;
  }

  function goTo(line, column) {
    const lines = text.value.split('\n');
    const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    text.focus();
    text.setSelectionRange(start + column - 1, start + (lines[line - 1] || '').length);
    text.scrollTop = (line - 4) * parseFloat(getComputedStyle(text).lineHeight);
  }

  document.addEventListener('click', (event) => {
    const place = event.target.closest('[data-goto]')?.dataset.goto.split(':').map(Number);
    if (place) goTo(...place);
  });
  text.addEventListener('scroll', () => { gutter.scrollTop = text.scrollTop; });
  text.addEventListener('input', number);
  document.addEventListener('htmx:oobAfterSwap', number);

  form.elements.file.addEventListener('change', async (event) => {
    event.stopPropagation();
    const file = event.target.files[0];
    if (!file) return;
    text.value = (await file.text()).replaceAll('\r\n', '\n');
    event.target.value = '';
    text.dispatchEvent(new Event('input', {bubbles: true}));
  });
  document.getElementById('pick')?.addEventListener('change', (event) => {
    event.stopPropagation();
    if (event.target.value) location.href = event.target.value;
  });
  document.getElementById('look').hidden = true;
  number();
  // htmx hears of input only from here on: what was typed while the page was loading is looked at now.
  document.addEventListener('DOMContentLoaded', () => {
    const typed = [...form.elements].some((field) => field.matches('textarea, input:not([type=hidden])') && field.value !== field.defaultValue);
    if (typed) text.dispatchEvent(new Event('input', {bubbles: true}));
  });
})();
