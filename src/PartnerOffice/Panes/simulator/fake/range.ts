import { removeBlock } from '../ooxml/paragraphs';
import { isEmpty, rangeOf, textOf, type Position, type Range } from '../ooxml/ranges';
import { closest, is } from '../ooxml/xml';
import { ClientResult } from './client-result';
import type { Resolve, Scalars } from './client-object';
import type { RequestContext } from './context';
import { general } from './errors';
import { make } from './make';
import { deleteRange, insertParagraphAt, insertTableAt, storyOf } from './places';
import { applyStyle, builtInName, styleBuiltIn, styleName, styleNamed } from './styling';
import { TextObject } from './text-object';

/** A range that lies beside a block inserts beside that block, not beside the paragraph where it ends. */
interface Beside { beside?: Element }

const now = (range: Range): Range => (range.node?.isConnected ? rangeOf(range.node) : range);
const story = (range: Range): Element => storyOf(range.from.paragraph);

const scalars: Scalars<Range> = {
  text: { read: range => textOf(now(range), story(range)) },
  isEmpty: { read: range => isEmpty(now(range)) },
  style: { read: range => styleName(now(range)), write: (range, name: string) => applyStyle(now(range), styleNamed(name)) },
  styleBuiltIn: { read: range => builtInName(now(range)), write: (range, name: string) => applyStyle(now(range), styleBuiltIn(name)) },
};

export class RangeObject extends TextObject<Range> {
  constructor(context: RequestContext, resolve: Resolve<Range>, orNull = false) {
    super(context, () => {
      const range = resolve();
      return range && context.hold(range);
    }, orNull);
  }

  get kind(): string { return 'Range'; }
  get scalars(): Scalars<Range> { return scalars; }

  override rangeOf(target: Range): Range {
    if (target.node?.isConnected) Object.assign(target, rangeOf(target.node));
    return target;
  }

  override nodeOf(target: Range): Element | null { return target.node ?? null; }
  override label(): string { return textOf(this.now(), story(this.target)).slice(0, 40); }

  insertParagraph(text: string, location: 'Before' | 'After'): ReturnType<typeof make.paragraph> {
    return this.made('insertParagraph', [text, location], make.paragraph, target =>
      insertParagraphAt(anchorOf(target, location), text, location, 'Range.insertParagraph'));
  }

  insertTable(rows: number, columns: number, location: 'Before' | 'After', values?: string[][]): ReturnType<typeof make.table> {
    return this.made('insertTable', [rows, columns, location, values], make.table, target =>
      insertTableAt(anchorOf(target, location), rows, columns, location, values, 'Range.insertTable'));
  }

  delete(): void {
    this.act('delete', [], target => {
      const range = this.rangeOf(target);
      if (range.node && is(range.node, 'p')) removeBlock(range.node);
      else deleteRange(range, 'Range.delete');
    });
  }

  expandTo(other: RangeObject): RangeObject {
    return make.range(this.context, () => united(this.now(), other.now()) ?? fail('the ranges lie in different parts of the document'));
  }

  expandToOrNullObject(other: RangeObject): RangeObject {
    return make.range(this.context, () => united(this.now(), other.now()), true);
  }

  intersectWith(other: RangeObject): RangeObject {
    return make.range(this.context, () => common(this.now(), other.now()));
  }

  intersectWithOrNullObject(other: RangeObject): RangeObject {
    return make.range(this.context, () => common(this.now(), other.now()), true);
  }

  compareLocationWith(other: RangeObject): ClientResult<string> {
    return new ClientResult(this.context, () => relation(this.now(), other.now()));
  }
}

function anchorOf(range: Range & Beside, location: 'Before' | 'After'): Element {
  if (range.beside?.isConnected) return range.beside;
  if (range.node && !is(range.node, 'body', 'tc', 'hdr', 'ftr')) return range.node;
  return location === 'Before' ? range.from.paragraph : range.to.paragraph;
}

function compare(a: Position, b: Position): number {
  if (a.paragraph === b.paragraph) return a.offset - b.offset;
  return a.paragraph.compareDocumentPosition(b.paragraph) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

const sameStory = (a: Range, b: Range): boolean => closest(a.from.paragraph, 'body', 'hdr', 'ftr') === closest(b.from.paragraph, 'body', 'hdr', 'ftr');
const earlier = (a: Position, b: Position): Position => (compare(a, b) <= 0 ? a : b);
const later = (a: Position, b: Position): Position => (compare(a, b) >= 0 ? a : b);

function united(a: Range, b: Range): Range | null {
  return sameStory(a, b) ? { from: earlier(a.from, b.from), to: later(a.to, b.to) } : null;
}

function common(a: Range, b: Range): Range | null {
  if (!sameStory(a, b)) return null;
  const from = later(a.from, b.from);
  const to = earlier(a.to, b.to);
  return compare(from, to) <= 0 ? { from, to } : null;
}

function relation(a: Range, b: Range): string {
  if (!sameStory(a, b)) return 'Unrelated';
  const starts = compare(a.from, b.from);
  const ends = compare(a.to, b.to);
  if (starts === 0 && ends === 0) return 'Equal';
  if (compare(a.to, b.from) < 0) return 'Before';
  if (compare(a.to, b.from) === 0) return 'AdjacentBefore';
  if (compare(a.from, b.to) > 0) return 'After';
  if (compare(a.from, b.to) === 0) return 'AdjacentAfter';
  if (starts >= 0 && ends <= 0) return starts === 0 ? 'InsideStart' : ends === 0 ? 'InsideEnd' : 'Inside';
  if (starts <= 0 && ends >= 0) return starts === 0 ? 'ContainsStart' : ends === 0 ? 'ContainsEnd' : 'Contains';
  return starts < 0 ? 'OverlapsBefore' : 'OverlapsAfter';
}

function fail(message: string): never {
  throw general(message, 'Range.expandTo');
}
