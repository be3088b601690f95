import { parentControl } from '../ooxml/controls';
import { paragraphsIn, removeBlock } from '../ooxml/paragraphs';
import { rangeOf, type Range } from '../ooxml/ranges';
import * as tables from '../ooxml/tables';
import { closest, is } from '../ooxml/xml';
import { ClientObject, type Scalars } from './client-object';
import { invalid } from './errors';
import { session } from './host';
import { make } from './make';
import { insertParagraphAt, mayWrite, storyOf, wrapRange } from './places';
import { applyTableStyle, styleBuiltIn, styleNamed, tableStyleName } from './styling';

const scalars: Scalars<Element> = {
  values: { read: tables.valuesOf, write: (table, values: string[][]) => writeValues(table, values) },
  rowCount: { read: table => tables.rowsOf(table).length },
  headerRowCount: { read: tables.headerRowCount, write: (table, count: number) => tables.setHeaderRowCount(table, count) },
  isUniform: { read: table => new Set(tables.rowsOf(table).map(row => tables.cellsOf(row).length)).size <= 1 },
  nestingLevel: { read: table => { let level = 0; for (let at: Element | null = table; at; at = closest(at.parentElement, 'tbl')) level++; return level; } },
  style: { read: tableStyleName, write: (table, name: string) => applyTableStyle(table, styleNamed(name)) },
  styleBuiltIn: { read: table => tableStyleName(table).replace(/\s/g, ''), write: (table, name: string) => applyTableStyle(table, styleBuiltIn(name)) },
};

export class Table extends ClientObject<Element> {
  get kind(): string { return 'Table'; }
  get scalars(): Scalars<Element> { return scalars; }
  override label(): string { return tables.captionOf(this.target) ?? tables.rowValues(tables.rowsOf(this.target)[0]!)[0] ?? ''; }

  get rows(): ReturnType<typeof make.rows> {
    return this.once('rows', () => make.rows(this.context, () => (this.targetOrNull ? tables.rowsOf(this.targetOrNull) : [])));
  }

  get tables(): ReturnType<typeof make.tables> {
    return this.once('tables', () => make.tables(this.context, () => (this.targetOrNull ? tables.tablesIn(this.targetOrNull) : [])));
  }

  get parentContentControl(): ReturnType<typeof make.control> {
    return this.once('parentContentControl', () => make.control(this.context, () => this.targetOrNull && parentControl(this.targetOrNull)));
  }

  get parentContentControlOrNullObject(): ReturnType<typeof make.control> {
    return this.once('parentContentControlOrNullObject', () => make.control(this.context, () => this.targetOrNull && parentControl(this.targetOrNull), true));
  }

  get parentTableOrNullObject(): Table {
    return this.once('parentTableOrNullObject', () => make.table(this.context, () => this.targetOrNull && closest(this.targetOrNull.parentElement, 'tbl'), true));
  }

  get parentBody(): ReturnType<typeof make.body> {
    return this.once('parentBody', () => make.body(this.context, () => this.targetOrNull && storyOf(this.targetOrNull)));
  }

  getCell(row: number, cell: number): ReturnType<typeof make.cell> {
    return make.cell(this.context, () => this.cellAt(row, cell));
  }

  getCellOrNullObject(row: number, cell: number): ReturnType<typeof make.cell> {
    return make.cell(this.context, () => this.cellAt(row, cell), true);
  }

  addRows(location: 'Start' | 'End', count: number, values?: string[][]): ReturnType<typeof make.rows> {
    let added: Element[] = [];
    this.act('addRows', [location, count, values], table => {
      mayWrite(table, 'Table.addRows');
      const rows = tables.rowsOf(table);
      const row = location === 'Start' ? rows[0]! : rows.at(-1)!;
      fits(values, count, tables.cellsOf(row).length, 'Table.addRows');
      added = tables.insertRows(row, location === 'Start' ? 'Before' : 'After', count, values);
    });
    return make.rows(this.context, () => added);
  }

  deleteRows(index: number, count = 1): void {
    this.act('deleteRows', [index, count], table => {
      mayWrite(table, 'Table.deleteRows');
      const rows = tables.rowsOf(table).slice(index, index + count);
      if (rows.length < count) throw invalid(`the table has no rows ${index} to ${index + count - 1}`, 'Table.deleteRows');
      for (const row of rows) tables.removeRow(row);
    });
  }

  getRange(location: 'Whole' | 'Start' | 'End' | 'After' = 'Whole'): ReturnType<typeof make.range> {
    return make.range(this.context, () => {
      if (!this.targetOrNull) return null;
      const whole = rangeOf(this.target);
      const ends: Partial<Record<typeof location, Range & { beside?: Element }>> = {
        Start: { from: whole.from, to: whole.from },
        End: { from: whole.to, to: whole.to },
        After: { from: whole.to, to: whole.to, beside: this.target },
      };
      return ends[location] ?? whole;
    });
  }

  getParagraphBeforeOrNullObject(): ReturnType<typeof make.paragraph> {
    return make.paragraph(this.context, () => this.paragraphBeside(-1), true);
  }

  getParagraphAfterOrNullObject(): ReturnType<typeof make.paragraph> {
    return make.paragraph(this.context, () => this.paragraphBeside(1), true);
  }

  getNextOrNullObject(): Table {
    return make.table(this.context, () => {
      if (!this.targetOrNull) return null;
      const all = tables.tablesIn(storyOf(this.target));
      return all[all.indexOf(this.target) + 1] ?? null;
    }, true);
  }

  insertParagraph(text: string, location: 'Before' | 'After'): ReturnType<typeof make.paragraph> {
    return this.made('insertParagraph', [text, location], make.paragraph, table => {
      const paragraph = insertParagraphAt(table, text, location, 'Table.insertParagraph');
      // Beside a table a paragraph is an ordinary one, whatever the cells look like.
      [...paragraph.children].find(node => is(node, 'pPr'))?.remove();
      return paragraph;
    });
  }

  insertContentControl(): ReturnType<typeof make.control> {
    return this.made('insertContentControl', [], make.control, table => wrapRange(rangeOf(table), 'Table.insertContentControl'));
  }

  select(mode: 'Select' | 'Start' | 'End' = 'Select'): void {
    this.look('select', [mode], table => session.select(rangeOf(table), mode));
  }

  delete(): void {
    this.act('delete', [], table => {
      mayWrite(table, 'Table.delete');
      removeBlock(table);
    });
  }

  private cellAt(row: number, cell: number): Element | null {
    const table = this.targetOrNull;
    const found = table && tables.rowsOf(table)[row];
    return (found && tables.cellsOf(found)[cell]) ?? null;
  }

  private paragraphBeside(step: number): Element | null {
    const table = this.targetOrNull;
    if (!table) return null;
    const own = paragraphsIn(table);
    const all = paragraphsIn(storyOf(table));
    return all[step < 0 ? all.indexOf(own[0]!) - 1 : all.indexOf(own.at(-1)!) + 1] ?? null;
  }
}

function writeValues(table: Element, values: string[][]): void {
  mayWrite(table, 'Table.values');
  const rows = tables.rowsOf(table);
  if (values.length !== rows.length) throw invalid('values has another number of rows than the table', 'Table.values');
  rows.forEach((row, index) => {
    const cells = tables.cellsOf(row);
    if (values[index]!.length !== cells.length) throw invalid('values has another number of columns than the table', 'Table.values');
    cells.forEach((cell, column) => tables.setCellText(cell, values[index]![column]!));
  });
}

/** Word wants as many values as there are cells, no fewer. */
export function fits(values: string[][] | undefined, rows: number, cells: number, where: string): void {
  if (values && (values.length !== rows || values.some(row => row.length !== cells))) {
    throw invalid(`values must have ${rows} rows with ${cells} cells each`, where);
  }
}
