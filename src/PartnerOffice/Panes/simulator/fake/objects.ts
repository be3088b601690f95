// Puts the makers in place: the one module that knows all classes.

import { Body } from './body';
import { Collection } from './collection';
import { ContentControl } from './content-control';
import { ContentControlCollection } from './content-control-collection';
import { Font } from './font';
import { make, type Makers } from './make';
import { Paragraph } from './paragraph';
import { RangeObject } from './range';
import { Table } from './table';
import { TableCell } from './table-cell';
import { TableRow } from './table-row';

const makers: Makers = {
  body: (context, resolve, orNull) => new Body(context, resolve, orNull),
  paragraph: (context, resolve, orNull) => new Paragraph(context, resolve, orNull),
  range: (context, resolve, orNull) => new RangeObject(context, resolve, orNull),
  control: (context, resolve, orNull) => new ContentControl(context, resolve, orNull),
  table: (context, resolve, orNull) => new Table(context, resolve, orNull),
  row: (context, resolve, orNull) => new TableRow(context, resolve, orNull),
  cell: (context, resolve, orNull) => new TableCell(context, resolve, orNull),
  font: (context, resolve, orNull) => new Font(context, resolve, orNull),
  paragraphs: (context, all) => new Collection(context, 'ParagraphCollection', all, (resolve, orNull) => makers.paragraph(context, resolve, orNull)),
  ranges: (context, all) => new Collection(context, 'RangeCollection', all, (resolve, orNull) => makers.range(context, resolve, orNull)),
  tables: (context, all) => new Collection(context, 'TableCollection', all, (resolve, orNull) => makers.table(context, resolve, orNull)),
  rows: (context, all) => new Collection(context, 'TableRowCollection', all, (resolve, orNull) => makers.row(context, resolve, orNull)),
  cells: (context, all) => new Collection(context, 'TableCellCollection', all, (resolve, orNull) => makers.cell(context, resolve, orNull)),
  controls: (context, all) => new ContentControlCollection(context, all, (resolve, orNull) => makers.control(context, resolve, orNull)),
};

Object.assign(make, makers);
