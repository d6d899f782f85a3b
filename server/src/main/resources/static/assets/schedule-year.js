// The year: one stop of the Tab key, arrows go from day to day, and a day says what it has while it is looked at.
(() => {
  const holder = document.getElementById('year-days');
  const tip = document.getElementById('year-tip');
  if (!holder) return;
  const days = [...holder.querySelectorAll('a.day')];
  const begin = Math.max(0, days.findIndex((day) => day.classList.contains('opened') || day.classList.contains('today')));
  days.forEach((day, n) => { day.tabIndex = n === begin ? 0 : -1; });

  function show(day) {
    tip.textContent = day.getAttribute('aria-label');
    tip.hidden = false;
    const at = day.getBoundingClientRect();
    const room = document.documentElement.clientWidth;
    const left = Math.max(8, Math.min(at.left, room - tip.offsetWidth - 8));
    const below = at.bottom + 6 + tip.offsetHeight < innerHeight;
    tip.style.left = `${left + scrollX}px`;
    tip.style.top = `${(below ? at.bottom + 6 : at.top - 6 - tip.offsetHeight) + scrollY}px`;
  }

  const hide = () => { tip.hidden = true; };
  const dayOf = (event) => event.target.closest('a.day');
  holder.addEventListener('pointerover', (event) => { const day = dayOf(event); if (day) show(day); });
  holder.addEventListener('pointerleave', hide);
  holder.addEventListener('focusin', (event) => { const day = dayOf(event); if (day?.matches(':focus-visible')) show(day); });
  holder.addEventListener('focusout', hide);
  holder.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Escape') return hide();
    const here = days.indexOf(document.activeElement);
    const turned = matchMedia('(max-width: 700px)').matches;
    const steps = turned ? {ArrowUp: -1, ArrowDown: 1} : {ArrowLeft: -1, ArrowRight: 1};
    const months = turned ? {ArrowLeft: -1, ArrowRight: 1} : {ArrowUp: -1, ArrowDown: 1};
    let next = -1;
    if (event.key in steps) next = here + steps[event.key];
    else if (event.key in months) next = inMonth(here, months[event.key]);
    else if (event.key === 'Home') next = 0;
    else if (event.key === 'End') next = days.length - 1;
    if (here < 0 || next < 0 || next >= days.length) return;
    event.preventDefault();
    days[here].tabIndex = -1;
    days[next].tabIndex = 0;
    days[next].focus();
  });

  /** The day below or above, or the last of a shorter month. */
  function inMonth(here, by) {
    const month = days[here].parentElement;
    const other = by > 0 ? month.nextElementSibling : month.previousElementSibling;
    if (!other) return -1;
    const own = [...month.querySelectorAll('a.day')];
    const others = [...other.querySelectorAll('a.day')];
    return days.indexOf(others[Math.min(own.indexOf(days[here]), others.length - 1)]);
  }
})();
