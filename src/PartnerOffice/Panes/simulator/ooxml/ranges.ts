import { atomsOf, inlineText, innermostControl, replaceInline, splitAt, startOf } from './inline';
import { blockText, isInline, mergeParagraphs, paragraphsIn, removeBlock, splitParagraph } from './paragraphs';
import { closest, is } from './xml';

/** A place between two letters. `within` names the control on whose side of a border it lies. */
export interface Position {
  readonly paragraph: Element;
  readonly offset: number;
  readonly within?: Element | null;
}

/** A piece of the document; `node` where it stands for a whole thing: a control, a paragraph, a table, the body. */
export interface Range {
  from: Position;
  to: Position;
  node?: Element | null;
}

export function rangeOf(node: Element): Range {
  if (is(node, 'sdt') && isInline(node)) {
    const paragraph = closest(node, 'p')!;
    const start = startOf(node);
    return { from: { paragraph, offset: start, within: node }, to: { paragraph, offset: start + inlineText(node).length, within: node }, node };
  }
  const paragraphs = paragraphsIn(node);
  const first = paragraphs[0];
  const last = paragraphs.at(-1);
  if (!first || !last) throw new Error('nothing here holds text');
  return { from: { paragraph: first, offset: 0 }, to: { paragraph: last, offset: inlineText(last).length }, node };
}

export function collapsed(position: Position): Range {
  return { from: position, to: position };
}

export function isEmpty(range: Range): boolean {
  return range.from.paragraph === range.to.paragraph && range.from.offset === range.to.offset;
}

export function paragraphsOf(range: Range, root: Element): Element[] {
  if (range.node) {
    const within = paragraphsIn(range.node);
    return within.length > 0 ? within : [range.from.paragraph];
  }
  const all = paragraphsIn(root);
  const start = all.indexOf(range.from.paragraph);
  const end = all.indexOf(range.to.paragraph);
  return start < 0 ? [range.from.paragraph] : all.slice(start, Math.max(start, end) + 1);
}

export function textOf(range: Range, root: Element): string {
  if (range.node) return blockText(range.node);
  return paragraphsOf(range, root).map(paragraph => inlineText(paragraph).slice(
    paragraph === range.from.paragraph ? range.from.offset : 0,
    paragraph === range.to.paragraph ? range.to.offset : undefined)).join('\n');
}

/** Replaces a range's text and tells where the new text lies. Lines become paragraphs, inside a line's control they do not. */
export function replaceRange(range: Range, text: string, root: Element, side: 'left' | 'right' = 'left'): Range {
  const { from, to } = range;
  if (from.paragraph !== to.paragraph) deleteAcross(range, root);
  else {
    const isOneLine = !/[\r\n]/.test(text) || innermostControl(anchor(from), from.paragraph) !== null;
    if (isOneLine) {
      if (from.offset !== to.offset || text !== '') replaceInline(from.paragraph, from.offset, to.offset, text, from.within, side);
      return { from, to: { ...from, offset: from.offset + text.length } };
    }
    replaceInline(from.paragraph, from.offset, to.offset, '', from.within);
  }
  return text === '' ? collapsed(from) : insertLines(from, text, side);
}

function insertLines(at: Position, text: string, side: 'left' | 'right'): Range {
  let end = at;
  text.split(/\r\n|\n|\r/).forEach((line, index) => {
    if (index > 0) {
      const next = splitParagraph(end.paragraph, end.offset);
      if (!next) throw new Error('a control of one line cannot be split');
      end = { paragraph: next, offset: 0 };
    }
    if (line !== '') replaceInline(end.paragraph, end.offset, end.offset, line, index === 0 ? at.within : undefined, side);
    end = { ...end, offset: end.offset + line.length };
  });
  return { from: at, to: end };
}

function deleteAcross(range: Range, root: Element): void {
  const { from, to } = range;
  const between = paragraphsOf({ from, to }, root).slice(1, -1);
  replaceInline(from.paragraph, from.offset, inlineText(from.paragraph).length, '');
  replaceInline(to.paragraph, 0, to.offset, '');
  for (const paragraph of between) {
    // What lies in a table that is only crossed loses its text, not its cells.
    const table = closest(paragraph, 'tbl');
    if (table && (table.contains(from.paragraph) || table.contains(to.paragraph))) replaceInline(paragraph, 0, inlineText(paragraph).length, '');
    else if (table) table.remove();
    else if (paragraph.parentNode) removeBlock(paragraph);
  }
  mergeParagraphs(from.paragraph, to.paragraph);
}

/** The run-level nodes that a range inside one paragraph covers exactly, for a control to take them in. */
export function inlineNodesOf(range: Range): Element[] {
  const { paragraph } = range.from;
  splitRun(paragraph, range.from.offset);
  splitRun(paragraph, range.to.offset);
  const nodes = new Set<Element>();
  for (const atom of atomsOf(paragraph)) {
    if (atom.start < range.from.offset || atom.start + atom.text.length > range.to.offset) continue;
    let at: Element = atom.node;
    while (at.parentElement !== paragraph) at = at.parentElement!;
    nodes.add(at);
  }
  return [...nodes];
}

function splitRun(paragraph: Element, offset: number): void {
  splitAt(paragraph, offset);
  const atom = atomsOf(paragraph).find(a => a.start === offset && a.text !== '');
  const run = atom?.node.parentElement;
  if (!atom || !run || atom.node.previousElementSibling === null || is(atom.node.previousElementSibling, 'rPr')) return;
  const rest = run.cloneNode(false) as Element;
  const formatting = [...run.children].find(node => is(node, 'rPr'));
  if (formatting) rest.append(formatting.cloneNode(true));
  for (let node: Element | null = atom.node; node;) {
    const next: Element | null = node.nextElementSibling;
    rest.append(node);
    node = next;
  }
  run.after(rest);
}

const anchor = (position: Position): Element =>
  position.within ?? atomsOf(position.paragraph).find(a => a.start <= position.offset && position.offset < a.start + a.text.length)?.node ?? position.paragraph;
