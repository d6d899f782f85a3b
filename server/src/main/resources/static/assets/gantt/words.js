// Times, spans and money as people read them, in the zone of the browser.
import {length} from './places.js';

const moment = new Intl.DateTimeFormat('en-GB', {weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit'});
const clock = new Intl.DateTimeFormat('en-GB', {hour: '2-digit', minute: '2-digit'});

export const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
export const money = (amount) => Math.round(amount).toLocaleString('en');

export const time = (scale, slot) => moment.format(scale.at(slot)).replace(',', '');

/** From when to when a bar stands, or would. */
export function span(scale, bar, from = bar.start) {
  const end = scale.at(from + length(bar));
  const sameDay = end.toDateString() === scale.at(from).toDateString();
  return `${time(scale, from)} to ${sameDay ? clock.format(end) : time(scale, from + length(bar))}`;
}

/** What a place costs against the one there is. */
export function worth(difference) {
  if (difference === 0) return 'Costs the same';
  return difference > 0 ? `Costs ${money(difference)} more` : `Saves ${money(-difference)}`;
}

export function hours(slots, slotMinutes) {
  const minutes = slots * slotMinutes;
  return minutes % 60 ? `${Math.floor(minutes / 60)} h ${minutes % 60} min` : `${minutes / 60} h`;
}
