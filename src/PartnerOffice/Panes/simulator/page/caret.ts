import { paragraphsIn } from '../ooxml/paragraphs';
import type { Position, Range } from '../ooxml/ranges';
import { is } from '../ooxml/xml';
import type { Shown } from './render';

/** From a place in the page to a place in the document. */
export function positionAt(shown: Shown, node: Node, offset: number): Position | null {
  const html = paragraphHtml(shown, node);
  if (!html) return nearest(shown, node, offset);
  const paragraph = shown.word.get(html)!;

  const before = document.createRange();
  before.selectNodeContents(html);
  before.setEnd(node, offset);
  const holder = (node.nodeType === 1 ? (node as HTMLElement) : node.parentElement)!.closest('.control.is-inline');
  return { paragraph, offset: lengthOf(before.cloneContents()), within: holder && html.contains(holder) ? (shown.word.get(holder) ?? null) : null };
}

/** From a place in the document to a place in the page. */
export function placeOf(shown: Shown, position: Position): { node: Node; offset: number } | null {
  const html = shown.html.get(position.paragraph);
  if (!html) return null;
  const within = position.within ? shown.html.get(position.within) : undefined;
  let rest = position.offset;
  let last: { node: Node; offset: number } = { node: html, offset: 0 };
  for (const node of leaves(html)) {
    const length = node.nodeType === 3 ? node.textContent!.length : 1;
    const isHere = rest < length || (rest === length && node.nodeType === 3);
    const fits = position.within === undefined || (within ? within.contains(node) : !node.parentElement!.closest('.control.is-inline'));
    if (isHere) {
      last = node.nodeType === 3 ? { node, offset: rest } : { node: node.parentNode!, offset: [...node.parentNode!.childNodes].indexOf(node as ChildNode) + rest };
      // At the border of a control two places look alike: the one on the right side of it counts.
      if (fits || rest < length) return last;
    }
    rest -= length;
    if (rest < 0) return last;
  }
  return last.node === html ? { node: html, offset: 0 } : last;
}

export function domRange(shown: Shown, range: Range): globalThis.Range | null {
  const from = placeOf(shown, range.from);
  const to = placeOf(shown, range.to);
  if (!from || !to) return null;
  const result = document.createRange();
  result.setStart(from.node, from.offset);
  result.setEnd(to.node, to.offset);
  return result;
}

function leaves(root: Node): Node[] {
  return [...root.childNodes].flatMap(node =>
    node.nodeType === 3 ? [node] : (node as HTMLElement).tagName === 'BR' ? ((node as HTMLElement).dataset.filler === undefined ? [node] : []) : leaves(node));
}

const lengthOf = (fragment: Node): number => leaves(fragment).reduce((sum, node) => sum + (node.nodeType === 3 ? node.textContent!.length : 1), 0);

function paragraphHtml(shown: Shown, node: Node): HTMLElement | null {
  for (let at: Node | null = node; at; at = at.parentNode) if (is(shown.word.get(at), 'p')) return at as HTMLElement;
  return null;
}

/** Between two blocks: the block behind, or the end of the one before. */
function nearest(shown: Shown, node: Node, offset: number): Position | null {
  const after = node.childNodes[offset] ?? null;
  const inside = after && firstParagraph(shown, after);
  if (inside) return { paragraph: inside, offset: 0 };
  const before = node.childNodes[offset - 1] ?? node;
  const word = shown.word.get(before);
  const paragraph = word ? paragraphsIn(word).at(-1) : firstParagraph(shown, before);
  return paragraph ? { paragraph, offset: (shown.html.get(paragraph) ? lengthOf(shown.html.get(paragraph)!) : 0) } : null;
}

function firstParagraph(shown: Shown, node: Node): Element | null {
  const own = shown.word.get(node);
  if (is(own, 'p')) return own;
  for (const child of node.childNodes) {
    const found = firstParagraph(shown, child);
    if (found) return found;
  }
  return null;
}
