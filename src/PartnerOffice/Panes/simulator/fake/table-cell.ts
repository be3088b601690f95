import { blockText } from '../ooxml/paragraphs';
import * as tables from '../ooxml/tables';
import { closest } from '../ooxml/xml';
import { ClientObject, type Scalars } from './client-object';
import { make } from './make';
import { mayWrite } from './places';
import { fits } from './table';

const rowOf = (cell: Element): Element => closest(cell, 'tr')!;

const scalars: Scalars<Element> = {
  value: { read: blockText, write: (cell, value: string) => { mayWrite(cell, 'TableCell.value'); tables.setCellText(cell, value); } },
  rowIndex: { read: cell => tables.rowsOf(tables.tableOf(cell)!).indexOf(rowOf(cell)) },
  cellIndex: { read: cell => tables.cellsOf(rowOf(cell)).indexOf(cell) },
};

export class TableCell extends ClientObject<Element> {
  get kind(): string { return 'TableCell'; }
  get scalars(): Scalars<Element> { return scalars; }
  override label(): string { return blockText(this.target).slice(0, 40); }

  get body(): ReturnType<typeof make.body> {
    return this.once('body', () => make.body(this.context, () => this.targetOrNull));
  }

  get parentRow(): ReturnType<typeof make.row> {
    return this.once('parentRow', () => make.row(this.context, () => this.targetOrNull && rowOf(this.targetOrNull)));
  }

  get parentTable(): ReturnType<typeof make.table> {
    return this.once('parentTable', () => make.table(this.context, () => this.targetOrNull && tables.tableOf(this.targetOrNull)));
  }

  getNextOrNullObject(): TableCell {
    return make.cell(this.context, () => {
      const cell = this.targetOrNull;
      if (!cell) return null;
      const all = tables.rowsOf(tables.tableOf(cell)!).flatMap(tables.cellsOf);
      return all[all.indexOf(cell) + 1] ?? null;
    }, true);
  }

  insertRows(location: 'Before' | 'After', count: number, values?: string[][]): ReturnType<typeof make.rows> {
    let added: Element[] = [];
    this.act('insertRows', [location, count, values], cell => {
      mayWrite(cell, 'TableCell.insertRows');
      fits(values, count, tables.cellsOf(rowOf(cell)).length, 'TableCell.insertRows');
      added = tables.insertRows(rowOf(cell), location, count, values);
    });
    return make.rows(this.context, () => added);
  }

  deleteRow(): void {
    this.act('deleteRow', [], cell => {
      mayWrite(cell, 'TableCell.deleteRow');
      tables.removeRow(rowOf(cell));
    });
  }
}
