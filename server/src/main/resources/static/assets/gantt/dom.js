// Makes elements of the page and of the drawing.

export function element(name, attributes = {}, ...inside) {
  return dressed(document.createElement(name), attributes, inside);
}

export function drawn(name, attributes = {}, ...inside) {
  return dressed(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, inside);
}

function dressed(one, attributes, inside) {
  for (const [key, value] of Object.entries(attributes)) one.setAttribute(key, value);
  one.append(...inside);
  return one;
}

export const line = (text, look) => element('p', {class: look}, text);

/** Text that leads somewhere inside of the page. */
export function quietly(text, whenPressed) {
  const button = element('button', {type: 'button', class: 'quiet link'}, text);
  button.addEventListener('click', whenPressed);
  return button;
}
