// What the chart asks the server.

/** No answer came: what was ordered may have been done or not. */
export class NoAnswer extends Error {}

async function ask(path, method = 'GET', body) {
  const headers = {Accept: 'application/json', ...JSON.parse(document.body.getAttribute('hx-headers') || '{}')};
  if (body) headers['Content-Type'] = 'application/json';
  let answer;
  try {
    answer = await fetch(path, {method, headers, body: body && JSON.stringify(body)});
  } catch {
    throw new NoAnswer('The server does not answer.');
  }
  const told = answer.status === 204 ? {} : await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(told.detail || `The server answered ${answer.status}.`);
  return told;
}

/** One timetable on the server; places are instants. */
export function timetable(id) {
  const path = `/api/timetables/${id}`;
  const place = (bar) => `${path}/placements/${bar.upgrade}`;
  return {
    chart: (by) => ask(`${path}/chart?by=${by}`),
    explain: (bar) => ask(`${path}/explain/${bar.upgrade}`),
    tryOut: (bar, at) => ask(`${path}/try`, 'POST', {upgrade: String(bar.upgrade), start: at.toISOString(), mode: bar.mode}),
    put: (bar, at) => ask(place(bar), 'PUT', {start: at.toISOString(), mode: bar.mode}),
    takeOut: (bar) => ask(place(bar), 'DELETE'),
    pin: (bar, pinned) => ask(`${place(bar)}/pin`, 'PUT', {pinned}),
  };
}
