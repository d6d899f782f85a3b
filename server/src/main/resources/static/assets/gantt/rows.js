// Which rows there are: groups with their bars below, less what is folded or not searched for. Touches no page.

const inOrder = new Intl.Collator('en', {numeric: true}).compare;

/** Rows from the top: {group, bars, folded} or {bar}. */
export class Rows {
  constructor(bars, folded, wanted) {
    const text = wanted.trim().toLowerCase();
    const found = text ? bars.filter((bar) => [bar.title, bar.group, ...bar.systems].some((one) => one.toLowerCase().includes(text))) : bars;
    const groups = Map.groupBy(found, (bar) => bar.group);
    this.all = [];
    this.places = new Map();
    for (const group of [...groups.keys()].sort(inOrder)) {
      const own = groups.get(group);
      const isFolded = !text && folded.has(group);
      this.add(group, {group, bars: own, folded: isFolded});
      if (!isFolded) own.forEach((bar) => this.add(bar, {bar}));
    }
    this.found = found.length;
  }

  add(key, row) {
    this.places.set(key, this.all.length);
    this.all.push(row);
  }

  get count() { return this.all.length; }

  /** The row of a bar, or of the name of a group; undefined when it is not there. */
  of(key) { return this.places.get(key); }

  slice(first, last) { return this.all.slice(first, last + 1); }
}

/** What is folded at first: all of it where it would be long to look through, and few groups say something. */
export function foldedAtFirst(bars) {
  const groups = new Set(bars.map((bar) => bar.group));
  return bars.length > 150 && groups.size <= 60 ? groups : new Set();
}
