// What several objects of Office.js have in common: to insert at a place, to stand in a control or a table.

import { contentOf, lockedBy, tagOf, typeOf, wrap } from '../ooxml/controls';
import { isInline, paragraphLike, paragraphsIn } from '../ooxml/paragraphs';
import { collapsed, inlineNodesOf, isEmpty, paragraphsOf, replaceRange, type Position, type Range } from '../ooxml/ranges';
import { createTable } from '../ooxml/tables';
import { children, closest, is } from '../ooxml/xml';
import { general, invalid, notAllowed } from './errors';
import { isWeb, session } from './host';

export const body = (): Element => session.document.body;

/** The story that a node belongs to: the body, a head or a foot. */
export const storyOf = (node: Element): Element => closest(node, 'body', 'hdr', 'ftr') ?? body();

/** Refuses to write into a control that is locked, as Word does. */
export function mayWrite(node: Element, where: string): void {
  const lock = lockedBy(node);
  if (lock) throw notAllowed(`the content control '${tagOf(lock)}' must not be edited (cannotEdit)`, where);
}

/** What Word on the web refuses while the document is open. */
export function notOnTheWeb(where: string): void {
  if (isWeb) throw general('Word on the web does not do this to an open document (simulated).', where);
}

export type InsertLocation = 'Before' | 'After' | 'Start' | 'End' | 'Replace';

export function insertTextAt(range: Range, text: string, location: InsertLocation, where: string): Range {
  const at: Position = location === 'Start' || location === 'Before' ? range.from : range.to;
  mayWrite(range.node ?? at.within ?? at.paragraph, where);
  const control = at.within ?? null;
  if (control && ['DropDownList', 'ComboBox', 'CheckBox', 'DatePicker'].includes(typeOf(control))) {
    throw notAllowed(`a control of the type ${typeOf(control)} takes no text`, where);
  }
  const { from, to } = range;
  // Start and End are inside of the range and take its look, Before and After are outside.
  const isOutside = location === 'Before' || location === 'After';
  const place = isOutside ? { paragraph: at.paragraph, offset: at.offset } : at;
  const side = location === 'Start' || location === 'After' ? 'right' : 'left';
  const written = replaceRange(location === 'Replace' ? { from, to } : collapsed(place), text, storyOf(at.paragraph), side);
  if (location === 'Replace') Object.assign(range, { ...written, node: null });
  else if (location === 'Start') range.from = written.from;
  else if (location === 'End') Object.assign(range, { from, to: written.to });
  return written;
}

/** A block beside or inside of another: the home, and before what in it. */
export function insertBlock(target: Element, location: InsertLocation, block: Element, where: string): void {
  const control = is(target, 'sdt') ? target : null;
  if (control && isInline(control)) throw general('a control inside a line takes no paragraphs and no tables', where);
  const inside = location === 'Start' || location === 'End' || location === 'Replace';
  mayWrite(inside ? target : (target.parentElement ?? target), where);

  if (location === 'Before') target.before(block);
  else if (location === 'After') target.after(block);
  else {
    const home = control ? contentOf(control) : target;
    if (location === 'Replace') for (const node of children(home, 'p', 'tbl', 'sdt')) node.remove();
    const first = children(home, 'p', 'tbl', 'sdt')[0] ?? null;
    const last = children(home, 'sectPr')[0] ?? null;
    home.insertBefore(block, location === 'Start' ? first : last);
  }
  // Word keeps a paragraph behind a table that ends a cell.
  const home = block.parentElement!;
  if (is(block, 'tbl') && is(home, 'tc') && !block.nextElementSibling) home.append(paragraphLike(null, home, ''));
}

export function insertParagraphAt(target: Element, text: string, location: InsertLocation, where: string): Element {
  const near = paragraphsIn(target);
  const like = location === 'Start' || location === 'Before' ? near[0] : near.at(-1);
  const paragraphs = text.split(/\r\n|\n|\r/).map(line => paragraphLike(like ?? null, target, line));
  const ordered = location === 'After' || location === 'Start' ? [...paragraphs].reverse() : paragraphs;
  for (const paragraph of ordered) insertBlock(target, location, paragraph, where);
  return paragraphs[0]!;
}

export function insertTableAt(target: Element, rows: number, columns: number, location: InsertLocation, values: string[][] | undefined, where: string): Element {
  if (rows < 1 || columns < 1) throw invalid('a table has at least one row and one column', where);
  const style = session.document.styles.ofBuiltIn('TableGrid');
  const table = createTable(target, rows, columns, values, style?.id ?? null);
  insertBlock(target, location, table, where);
  return table;
}

/** A new control round a range: run-level inside one paragraph, else round whole paragraphs that stand side by side. */
export function wrapRange(range: Range, where: string): Element {
  notOnTheWeb(where);
  mayWrite(range.from.paragraph, where);
  const id = session.document.freshId();
  const isPart = !range.node && range.from.paragraph === range.to.paragraph && !isEmpty(range);
  if (isPart) return wrap(inlineNodesOf(range), id);

  const blocks = sideBySide(range.node && !is(range.node, 'p', 'body') ? [range.node] : paragraphsOf(range, storyOf(range.from.paragraph)));
  if (!blocks) throw general('a control cannot begin in one table cell or control and end in another', where);
  return wrap(blocks, id);
}

/** The blocks that hold these, raised until all stand in one home without a gap. */
function sideBySide(nodes: Element[]): Element[] | null {
  const ancestors = (node: Element): Element[] => {
    const up: Element[] = [];
    for (let at: Element | null = node; at; at = at.parentElement) up.push(at);
    return up;
  };
  const first = nodes[0]!;
  const home = ancestors(first).slice(1).find(candidate => nodes.every(node => candidate.contains(node)));
  if (!home || is(home, 'tbl', 'tr')) return null;
  const tops = [...new Set(nodes.map(node => ancestors(node).find(at => at.parentElement === home)!))];
  const all = children(home);
  return all.slice(all.indexOf(tops[0]!), all.indexOf(tops.at(-1)!) + 1);
}

export function deleteRange(range: Range, where: string): void {
  mayWrite(range.node ?? range.from.paragraph, where);
  replaceRange({ from: range.from, to: range.to }, '', storyOf(range.from.paragraph));
}
