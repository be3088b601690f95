// The classes need one another; through here they find one another without a circle of imports.

import type { Range } from '../ooxml/ranges';
import type { Body } from './body';
import type { ClientObject, Resolve } from './client-object';
import type { Collection } from './collection';
import type { RequestContext } from './context';
import type { ContentControl } from './content-control';
import type { ContentControlCollection } from './content-control-collection';
import type { Font } from './font';
import type { Paragraph } from './paragraph';
import type { RangeObject } from './range';
import type { Table } from './table';
import type { TableCell } from './table-cell';
import type { TableRow } from './table-row';

type Maker<T, P> = (context: RequestContext, resolve: Resolve<T>, orNull?: boolean) => P;
type ListMaker<T, P extends ClientObject<T>> = (context: RequestContext, findAll: () => T[]) => Collection<T, P>;

export interface Makers {
  body: Maker<Element, Body>;
  paragraph: Maker<Element, Paragraph>;
  range: Maker<Range, RangeObject>;
  control: Maker<Element, ContentControl>;
  table: Maker<Element, Table>;
  row: Maker<Element, TableRow>;
  cell: Maker<Element, TableCell>;
  font: Maker<Range, Font>;
  paragraphs: ListMaker<Element, Paragraph>;
  ranges: ListMaker<Range, RangeObject>;
  tables: ListMaker<Element, Table>;
  rows: ListMaker<Element, TableRow>;
  cells: ListMaker<Element, TableCell>;
  controls: (context: RequestContext, findAll: () => Element[]) => ContentControlCollection;
}

export const make = {} as Makers;
