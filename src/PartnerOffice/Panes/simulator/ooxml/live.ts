// Ranges that somebody holds move with the text, as Word's do.

export interface LivePosition { readonly paragraph: Element; readonly offset: number; readonly within?: Element | null }
export interface LiveRange { from: LivePosition; to: LivePosition }

const held = new Set<LiveRange>();

export function hold<R extends LiveRange>(range: R): R {
  held.add(range);
  return range;
}

export function letGo(range: LiveRange): void {
  held.delete(range);
}

/** Letters from `start` to `end` became `length` others. What is written at a border lies outside of the range. */
export function textMoved(paragraph: Element, start: number, end: number, length: number): void {
  const moved = (at: LivePosition, isStart: boolean): LivePosition => {
    if (at.paragraph !== paragraph || at.offset < start) return at;
    const isBehind = start === end ? (isStart ? at.offset >= start : at.offset > start) : at.offset >= end;
    return { ...at, offset: isBehind ? at.offset + length - (end - start) : start };
  };
  for (const range of held) {
    const isCaret = range.from.paragraph === range.to.paragraph && range.from.offset === range.to.offset;
    range.from = moved(range.from, true);
    range.to = moved(range.to, isCaret);
  }
}

/** What stood behind `offset` stands in a paragraph of its own now. */
export function paragraphSplit(paragraph: Element, offset: number, second: Element): void {
  each(at => (at.paragraph === paragraph && at.offset > offset ? { ...at, paragraph: second, offset: at.offset - offset } : at));
}

/** What stood in the second paragraph stands behind the first one's text now. */
export function paragraphsMerged(first: Element, second: Element, length: number): void {
  each(at => (at.paragraph === second ? { ...at, paragraph: first, offset: at.offset + length } : at));
}

function each(move: (at: LivePosition) => LivePosition): void {
  for (const range of held) {
    range.from = move(range.from);
    range.to = move(range.to);
  }
}
