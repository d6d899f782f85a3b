// When something comes again: chosen, said in words, and written as RFC 5545 has it. A rule that says more than can be
// chosen here stays as it was written; it is changed as text.

const DAYS = {MO: 'Monday', TU: 'Tuesday', WE: 'Wednesday', TH: 'Thursday', FR: 'Friday', SA: 'Saturday', SU: 'Sunday'};
const UNITS = {DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year'};
const NTH = {1: 'first', 2: 'second', 3: 'third', 4: 'fourth', '-1': 'last'};
const ONE_DAY = /^(-1|[1-4])([A-Z]{2})$/;

/** A rule as what can be chosen, or null when it says more. An empty one is 'once'. */
function choicesOf(rule) {
  const chosen = {freq: '', every: '1', days: [], nth: '', until: '', count: ''};
  if (!rule.trim()) return chosen;
  for (const part of rule.trim().replace(/^RRULE:/i, '').toUpperCase().split(';')) {
    const [key, value = ''] = part.split('=');
    if (key === 'FREQ' && UNITS[value]) chosen.freq = value;
    else if (key === 'INTERVAL' && /^\d+$/.test(value)) chosen.every = value;
    else if (key === 'COUNT' && /^\d+$/.test(value)) chosen.count = value;
    else if (key === 'UNTIL' && /^\d{8}$/.test(value)) chosen.until = value.replace(/(....)(..)(..)/, '$1-$2-$3');
    else if (key === 'BYDAY') chosen.days = value.split(',');
    else return null;
  }
  const days = chosen.days.join();
  if (chosen.freq === 'MONTHLY' && ONE_DAY.test(days)) [chosen.nth, chosen.days] = [days.slice(0, -2), [days.slice(-2)]];
  else if (chosen.days.length && (chosen.freq !== 'WEEKLY' || chosen.days.some((day) => !DAYS[day]))) return null;
  return chosen.freq ? chosen : null;
}

function ruleOf(chosen) {
  if (!chosen.freq) return '';
  const parts = [`FREQ=${chosen.freq}`];
  if (Number(chosen.every) > 1) parts.push(`INTERVAL=${chosen.every}`);
  if (chosen.freq === 'WEEKLY' && chosen.days.length) parts.push(`BYDAY=${chosen.days.join()}`);
  if (chosen.freq === 'MONTHLY' && chosen.nth && chosen.days.length) parts.push(`BYDAY=${chosen.nth}${chosen.days[0]}`);
  if (chosen.count) parts.push(`COUNT=${chosen.count}`);
  else if (chosen.until) parts.push(`UNTIL=${chosen.until.replaceAll('-', '')}`);
  return parts.join(';');
}

function wordsOf(rule) {
  const chosen = choicesOf(rule);
  if (!chosen) return rule;
  if (!chosen.freq) return 'once';
  const unit = UNITS[chosen.freq];
  let words = Number(chosen.every) > 1 ? `every ${chosen.every} ${unit}s` : `every ${unit}`;
  if (chosen.nth) words += `, ${NTH[chosen.nth]} ${DAYS[chosen.days[0]]}`;
  else if (chosen.days.length) words += ` on ${chosen.days.map((day) => DAYS[day].slice(0, 3)).join(', ')}`;
  if (chosen.count) words += `, ${chosen.count} times`;
  else if (chosen.until) words += `, until ${chosen.until}`;
  return words;
}

const option = ([value, text]) => `<option value="${value}">${text}</option>`;
const sheet = document.createElement('dialog');
sheet.className = 'repeat';
sheet.setAttribute('aria-label', 'When it comes again');
// Nothing of what was typed goes into this text.
sheet.innerHTML = `<form method="dialog">
  <label>It comes <select name="freq"><option value="">once</option>${[['DAILY', 'every day'], ['WEEKLY', 'every week'], ['MONTHLY', 'every month'], ['YEARLY', 'every year'], ['OWN', 'by a rule of its own']].map(option).join('')}</select></label>
  <label data-for="DAILY WEEKLY MONTHLY YEARLY">Every <span class="row"><input name="every" type="number" min="1" max="99"> <span data-unit>weeks</span></span></label>
  <div class="days" role="group" aria-label="On these days" data-for="WEEKLY">${Object.entries(DAYS).map(([day, name]) => `<label><input type="checkbox" name="days" value="${day}"><span title="${name}">${name.slice(0, 2)}</span></label>`).join('')}</div>
  <div class="row" data-for="MONTHLY"><label>On the <select name="nth"><option value="">day it begins with</option>${Object.entries(NTH).sort(([a], [b]) => (b > 0) - (a > 0) || a - b).map(option).join('')}</select></label>
    <label data-nth>Day <select name="day">${Object.entries(DAYS).map(option).join('')}</select></label></div>
  <div class="row" data-for="DAILY WEEKLY MONTHLY YEARLY"><label>Until <span class="hint">for ever when left out</span><input type="date" name="until"></label><label>Or so many times <input type="number" name="count" min="1" max="9999"></label></div>
  <label data-for="OWN">Rule <span class="hint">as RFC 5545 says it: FREQ=MONTHLY;BYMONTHDAY=-1</span><input name="own" spellcheck="false" autocapitalize="none"></label>
  <div class="row"><button class="primary" value="take">Take it</button> <button value="" formnovalidate>Cancel</button></div>
</form>`;
const form = sheet.firstElementChild;
let field = null;

function show() {
  for (const part of form.querySelectorAll('[data-for]')) part.hidden = !part.dataset.for.split(' ').includes(form.freq.value);
  form.querySelector('[data-nth]').hidden = !form.nth.value;
  form.querySelector('[data-unit]').textContent = UNITS[form.freq.value] + (form.every.value === '1' ? '' : 's');
}

function open(button) {
  field = button.previousElementSibling;
  const chosen = choicesOf(field.value);
  form.reset();
  form.own.value = field.value;
  form.freq.value = chosen ? chosen.freq : 'OWN';
  form.every.value = chosen?.every ?? '1';
  form.until.value = chosen?.until ?? '';
  form.count.value = chosen?.count ?? '';
  form.nth.value = chosen?.nth ?? '';
  if (chosen?.nth) form.day.value = chosen.days[0];
  else for (const day of form.querySelectorAll('[name=days]')) day.checked = chosen?.days.includes(day.value) ?? false;
  show();
  sheet.showModal();
}

sheet.addEventListener('input', show);
sheet.addEventListener('close', () => {
  if (sheet.returnValue === 'take') {
    const days = form.nth.value ? [form.day.value] : [...form.querySelectorAll('[name=days]:checked')].map((day) => day.value);
    field.value = form.freq.value === 'OWN' ? form.own.value.trim() : ruleOf({freq: form.freq.value, every: form.every.value, days, nth: form.nth.value, until: form.until.value, count: form.count.value});
    field.dispatchEvent(new Event('input', {bubbles: true}));
  }
  sheet.returnValue = '';
  field.nextElementSibling.focus();
});
document.body.append(sheet);

const RULES = 'form.edit input[name$=".rule"]';

/** Every rule has its button, also in rows that came later; what it says follows the field. */
function dress() {
  for (const rule of document.querySelectorAll(RULES)) {
    if (!rule.nextElementSibling?.matches('.repeats')) {
      const button = Object.assign(document.createElement('button'), {type: 'button', className: 'repeats'});
      button.setAttribute('aria-haspopup', 'dialog');
      rule.hidden = true;
      rule.after(button);
    }
    const button = rule.nextElementSibling;
    button.textContent = wordsOf(rule.value);
    button.setAttribute('aria-label', `It comes again: ${button.textContent}. Change`);
    button.toggleAttribute('data-wrong', rule.getAttribute('aria-invalid') === 'true');
  }
  // Beginnings are picked, unless somebody wrote one in a way that a picker cannot show.
  for (const start of document.querySelectorAll('form.edit input[name$=".start"]:not([type="datetime-local"])')) {
    if (/^(\d{4}-\d\d-\d\dT\d\d:\d\d)?$/.test(start.value)) start.type = 'datetime-local';
  }
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('.repeats');
  if (button) open(button);
});
document.addEventListener('input', (event) => {
  if (event.target.closest('form.edit')) queueMicrotask(dress);
});
dress();
