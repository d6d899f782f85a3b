// Changes a part of a page into its newer version, and leaves alone what the reader is at: focus, typed text, opened
// details, where he scrolled. htmx uses it with hx-swap="patch" and hx-swap-oob="patch".
(() => {
  const OURS = new Set(['open', 'tabindex', 'aria-pressed']); // attributes that the reader or a script sets

  // htmx remembers where an element sends its requests: one that sends them elsewhere is another one
  const keyOf = (node) => node.nodeType === 1 ? (node.id || node.dataset.key || node.getAttribute('hx-post') || '') : '';

  const isField = (node) => node.nodeType === 1 && node.matches('input:not([type=hidden]), textarea, select');

  function typedInto(field) {
    if (field.matches('[type=checkbox], [type=radio]')) return field.checked !== field.defaultChecked;
    if (field.matches('select')) return [...field.options].some((option) => option.selected !== option.defaultSelected);
    return field.value !== field.defaultValue;
  }

  const inUse = (field) => field === document.activeElement || typedInto(field);

  const sameMoment = (old, fresh) => ['at', 'since', 'until'].some((kind) => old.dataset[kind] && old.dataset[kind] === fresh.dataset[kind])
      || (old.localName === 'time' && old.dateTime === fresh.dateTime);

  function attributes(old, fresh) {
    for (const {name, value} of fresh.attributes) {
      if (!OURS.has(name) && old.getAttribute(name) !== value) old.setAttribute(name, value);
    }
    for (const {name} of [...old.attributes]) {
      if (!OURS.has(name) && !fresh.hasAttribute(name)) old.removeAttribute(name);
    }
  }

  function remove(node) {
    if (node.nodeType === 1) {
      const fields = isField(node) ? [node] : [...node.querySelectorAll('input, textarea, select')].filter(isField);
      if (fields.some(typedInto)) {
        node.setAttribute('data-outdated', '');
        for (const button of node.querySelectorAll('button')) button.disabled = true;
        return;
      }
      if (node.contains(document.activeElement)) node.closest('[tabindex="-1"]')?.focus({preventScroll: true});
    }
    node.remove();
  }

  function children(old, fresh, added) {
    const wanted = new Set([...fresh.childNodes].map(keyOf).filter(Boolean));
    const known = new Map([...old.childNodes].filter(keyOf).map((node) => [keyOf(node), node]));
    let at = old.firstChild;
    const next = () => { const passed = at; at = at.nextSibling; return passed; };
    for (const node of [...fresh.childNodes]) {
      const key = keyOf(node);
      while (at && ((keyOf(at) && !wanted.has(keyOf(at))) || (key && at.nodeType !== 1))) remove(next());
      if (key && known.has(key)) {
        const mine = known.get(key);
        if (mine === at) next(); else old.insertBefore(mine, at);
        patch(mine, node, added);
      } else if (!key && at && !keyOf(at) && at.nodeName === node.nodeName) {
        patch(next(), node, added);
      } else {
        old.insertBefore(node, at);
        added.push(node);
      }
    }
    while (at) remove(next());
  }

  /** Returns the elements that are new. */
  function patch(old, fresh, added = []) {
    if (old.nodeName !== fresh.nodeName || keyOf(old) !== keyOf(fresh)) {
      old.replaceWith(fresh);
      added.push(fresh);
    } else if (old.nodeType !== 1) {
      if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
    } else if (sameMoment(old, fresh)) {
      // Its words are the reader's own time already; in a chart it may stand at another place.
      if (old.localName === 'text') attributes(old, fresh);
    } else if (!old.hasAttribute('data-keep') && !(isField(old) && inUse(old))) {
      attributes(old, fresh);
      if (old.localName === 'textarea') old.defaultValue = fresh.defaultValue;
      else children(old, fresh, added);
    }
    return added;
  }

  window.patch = patch;
  window.htmx?.defineExtension('patch', {
    isInlineSwap: (style) => style === 'patch',
    handleSwap: (style, target, fragment) => {
      if (style !== 'patch') return false;
      const fresh = fragment.nodeType === 11 ? fragment.firstElementChild : fragment;
      return patch(target, fresh).filter((node) => node.nodeType === 1);
    },
  });
})();
