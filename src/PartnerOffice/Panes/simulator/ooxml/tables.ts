import { blockText, paragraphLike, paragraphsIn } from './paragraphs';
import { attr, child, children, closest, is, isOn, make } from './xml';

/** The tables below a node, without those inside of them. */
export function tablesIn(root: Element): Element[] {
  const found: Element[] = [];
  for (const node of root.children) {
    if (is(node, 'tbl')) found.push(node);
    else if (is(node, 'sdt', 'sdtContent', 'body', 'tc', 'tr', 'ins', 'customXml')) found.push(...tablesIn(node));
  }
  return found;
}

// Rows and cells may stand inside controls of their own.
export const rowsOf = (table: Element): Element[] => through(table, 'tr');
export const cellsOf = (row: Element): Element[] => through(row, 'tc');

function through(parent: Element, name: string): Element[] {
  return children(parent).flatMap(node =>
    is(node, name) ? [node] : is(node, 'sdt') ? through(child(node, 'sdtContent')!, name) : []);
}

export const tableOf = (node: Element): Element | null => closest(node, 'tbl');
export const cellOf = (node: Element): Element | null => closest(node, 'tc');
export const isHeaderRow = (row: Element): boolean => isOn(child(child(row, 'trPr'), 'tblHeader'));

export function headerRowCount(table: Element): number {
  const body = rowsOf(table).findIndex(row => !isHeaderRow(row));
  return body < 0 ? rowsOf(table).length : body;
}

export function setHeaderRowCount(table: Element, count: number): void {
  rowsOf(table).forEach((row, index) => {
    const properties = child(row, 'trPr') ?? row.insertBefore(make(row, 'trPr'), child(row, 'tc'));
    child(properties, 'tblHeader')?.remove();
    if (index < count) properties.append(make(row, 'tblHeader'));
  });
}

export const valuesOf = (table: Element): string[][] => rowsOf(table).map(rowValues);
export const rowValues = (row: Element): string[] => cellsOf(row).map(blockText);

/** Writes a cell anew: one paragraph for each line, looking like the first one did. */
export function setCellText(cell: Element, text: string): void {
  const first = paragraphsIn(cell)[0] ?? null;
  const paragraphs = text.split(/\r\n|\n|\r/).map(line => paragraphLike(first, cell, line));
  for (const node of children(cell)) if (!is(node, 'tcPr')) node.remove();
  cell.append(...paragraphs);
}

/** New rows before or after a row, looking like it. A row is no head because its neighbour is one. */
export function insertRows(row: Element, where: 'Before' | 'After', count: number, values: readonly (readonly string[])[] = []): Element[] {
  const rows = Array.from({ length: count }, (_, index) => {
    const copy = make(row, 'tr');
    const properties = child(row, 'trPr')?.cloneNode(true) as Element | undefined;
    if (properties) {
      child(properties, 'tblHeader')?.remove();
      copy.append(properties);
    }
    copy.append(...cellsOf(row).map((cell, column) => cellLike(cell, values[index]?.[column] ?? '')));
    return copy;
  });
  // A row that stands in a control of its own gets its neighbours outside of it.
  let at: Element = row;
  while (!is(at.parentElement, 'tbl')) at = at.parentElement!;
  if (where === 'Before') at.before(...rows);
  else at.after(...rows);
  return rows;
}

function cellLike(cell: Element, text: string): Element {
  const copy = make(cell, 'tc');
  const properties = child(cell, 'tcPr')?.cloneNode(true) as Element | undefined;
  if (properties) {
    child(properties, 'vMerge')?.remove();
    copy.append(properties);
  }
  const like = paragraphsIn(cell)[0] ?? null;
  copy.append(...text.split(/\r\n|\n|\r/).map(line => paragraphLike(like, cell, line)));
  return copy;
}

/** Takes a row out, and the table with its last one. */
export function removeRow(row: Element): void {
  const table = tableOf(row)!;
  let at: Element = row;
  while (is(at.parentElement, 'sdtContent') && children(at.parentElement).length === 1) at = at.parentElement!.parentElement!;
  at.remove();
  if (rowsOf(table).length === 0) table.remove();
}

export function createTable(near: Node, rowCount: number, columnCount: number, values: readonly (readonly string[])[] = [], styleId: string | null = null): Element {
  const width = Math.floor(9470 / Math.max(1, columnCount));
  const properties = make(near, 'tblPr');
  if (styleId) properties.append(make(near, 'tblStyle', { val: styleId }));
  properties.append(make(near, 'tblW', { w: '0', type: 'auto' }), make(near, 'tblLook', { val: '04A0' }));

  const grid = make(near, 'tblGrid', {}, ...Array.from({ length: columnCount }, () => make(near, 'gridCol', { w: String(width) })));
  const rows = Array.from({ length: rowCount }, (_, row) => make(near, 'tr', {}, ...Array.from({ length: columnCount }, (_, column) =>
    make(near, 'tc', {}, make(near, 'tcPr', {}, make(near, 'tcW', { w: String(width), type: 'dxa' })),
      ...(values[row]?.[column] ?? '').split('\n').map(line => paragraphLike(null, near, line))))));
  return make(near, 'tbl', {}, properties, grid, ...rows);
}

export const columnWidths = (table: Element): number[] => children(child(table, 'tblGrid'), 'gridCol').map(column => Number(attr(column, 'w') ?? 0));
export const spanOf = (cell: Element): number => Number(attr(child(child(cell, 'tcPr'), 'gridSpan')) ?? 1);
export const captionOf = (table: Element): string | null => attr(child(child(table, 'tblPr'), 'tblCaption'));
export const isVertical = (cell: Element): boolean => ['btLr', 'tbRl'].includes(attr(child(child(cell, 'tcPr'), 'textDirection')) ?? '');
