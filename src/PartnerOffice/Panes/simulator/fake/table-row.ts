import * as tables from '../ooxml/tables';
import { paragraphsIn } from '../ooxml/paragraphs';
import { inlineText } from '../ooxml/inline';
import { ClientObject, type Scalars } from './client-object';
import { invalid } from './errors';
import { session } from './host';
import { make } from './make';
import { mayWrite } from './places';
import { fits } from './table';

const scalars: Scalars<Element> = {
  // One row, in a list of rows: so Office.js has it.
  values: { read: row => [tables.rowValues(row)], write: (row, values: string[][]) => writeValues(row, values) },
  rowIndex: { read: row => tables.rowsOf(tables.tableOf(row)!).indexOf(row) },
  cellCount: { read: row => tables.cellsOf(row).length },
  isHeader: { read: tables.isHeaderRow },
};

export class TableRow extends ClientObject<Element> {
  get kind(): string { return 'TableRow'; }
  get scalars(): Scalars<Element> { return scalars; }
  override label(): string { return tables.rowValues(this.target)[0] ?? ''; }

  get cells(): ReturnType<typeof make.cells> {
    return this.once('cells', () => make.cells(this.context, () => (this.targetOrNull ? tables.cellsOf(this.targetOrNull) : [])));
  }

  get parentTable(): ReturnType<typeof make.table> {
    return this.once('parentTable', () => make.table(this.context, () => this.targetOrNull && tables.tableOf(this.targetOrNull)));
  }

  getNextOrNullObject(): TableRow {
    return make.row(this.context, () => {
      const row = this.targetOrNull;
      if (!row) return null;
      const rows = tables.rowsOf(tables.tableOf(row)!);
      return rows[rows.indexOf(row) + 1] ?? null;
    }, true);
  }

  insertRows(location: 'Before' | 'After', count: number, values?: string[][]): ReturnType<typeof make.rows> {
    let added: Element[] = [];
    this.act('insertRows', [location, count, values], row => {
      mayWrite(row, 'TableRow.insertRows');
      fits(values, count, tables.cellsOf(row).length, 'TableRow.insertRows');
      added = tables.insertRows(row, location, count, values);
    });
    return make.rows(this.context, () => added);
  }

  clear(): void {
    this.act('clear', [], row => {
      mayWrite(row, 'TableRow.clear');
      for (const cell of tables.cellsOf(row)) tables.setCellText(cell, '');
    });
  }

  select(mode: 'Select' | 'Start' | 'End' = 'Select'): void {
    this.look('select', [mode], row => {
      const cells = tables.cellsOf(row).flatMap(paragraphsIn);
      const last = cells.at(-1)!;
      session.select({ from: { paragraph: cells[0]!, offset: 0 }, to: { paragraph: last, offset: inlineText(last).length } }, mode);
    });
  }

  delete(): void {
    this.act('delete', [], row => {
      mayWrite(row, 'TableRow.delete');
      tables.removeRow(row);
    });
  }
}

function writeValues(row: Element, values: string[][]): void {
  mayWrite(row, 'TableRow.values');
  const cells = tables.cellsOf(row);
  if (values.length !== 1 || values[0]!.length !== cells.length) throw invalid('values must have one row with as many cells as the row', 'TableRow.values');
  cells.forEach((cell, column) => tables.setCellText(cell, values[0]![column]!));
}
