// What a step prints is followed to its end, unless the reader has scrolled away from it.
(() => {
  const toEnd = () => document.querySelectorAll('#step pre.output').forEach((pre) => { if (!pre.away) pre.scrollTop = pre.scrollHeight; });

  document.addEventListener('scroll', (event) => {
    const pre = event.target;
    if (pre instanceof Element && pre.matches('pre.output')) pre.away = pre.scrollHeight - pre.scrollTop - pre.clientHeight > 30;
  }, true);
  document.addEventListener('htmx:oobAfterSwap', toEnd);
  toEnd();
})();
