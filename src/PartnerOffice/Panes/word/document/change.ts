import { type TableView } from './tables';
import { clean } from './tags';
import { controlsOf, hasDropDowns, withWord } from './word';

/** A place in the document that holds one value. */
export type Place =
  | { kind: 'text'; control: number }
  | { kind: 'choice'; control: number }
  | { kind: 'cell'; table: RowPlace['table']; row: number; column: number; key: string }
  | { kind: 'heading'; control: number };

/** What stands in a place now, and what shall stand there. Turned round, it is its own undoing. */
export interface Change {
  place: Place;
  before: string;
  after: string;
}

export const turned = (changes: Change[]): Change[] => changes.map(({ place, before, after }) => ({ place, before: after, after: before }));

/** Where a row lies. */
export interface RowPlace {
  table: Pick<TableView, 'form' | 'item' | 'index'>;
  row: number;
}

/** What must be written so that a row says this: only the cells that differ. */
export const rowChanges = ({ table, row }: RowPlace, before: string[], after: string[]): Change[] =>
  after.flatMap((said, column) => (before[column] === said ? [] : [{ place: { kind: 'cell', table, row, column, key: before[0] ?? '' }, before: before[column] ?? '', after: said }]));

/** Whether a host can write this place at all; the others are chosen by hand. */
export const canWrite = (place: Place): boolean => place.kind !== 'choice' || (hasDropDowns() && place.control !== unlisted);

/** A drop-down that this host does not list. */
export const unlisted = -1;

/** Writes all changes, or none where a place no longer says what it said when it was read. */
export function applyChanges(changes: Change[]): Promise<'written' | 'stale'> {
  return withWord(async (context) => {
    const controls = controlsOf(context.document);
    const tables = new Map<number | null, Word.TableCollection>();
    const opened = changes.map((change) => open(context, controls, tables, change.place));
    await context.sync();

    if (!changes.every((change, at) => isAsBefore(change, opened[at]!, changes))) return 'stale';

    const lists = changes.map((change, at) => listOf(change, opened[at]!));
    if (lists.some((list) => list !== null)) await context.sync();
    changes.forEach((change, at) => write(change, opened[at]!, lists[at]!));
    await context.sync();
    return 'written';
  });
}

type Opened = { control?: Word.ContentControl; tables?: Word.TableCollection; heading?: Word.Paragraph };

function open(context: Word.RequestContext, controls: Word.ContentControlCollection, seen: Map<number | null, Word.TableCollection>, place: Place): Opened {
  if (place.kind === 'cell') {
    const owner = place.table.item;
    let tables = seen.get(owner);
    if (!tables) {
      tables = owner === null ? context.document.body.tables : controls.getById(owner).tables;
      tables.load('items/values');
      seen.set(owner, tables);
    }
    return { tables };
  }

  const control = controls.getByIdOrNullObject(place.control);
  if (place.kind === 'heading') {
    const heading = control.paragraphs.getFirst();
    heading.load('text');
    return { heading };
  }

  control.load('text');
  return { control };
}

function isAsBefore({ place, before }: Change, { control, tables, heading }: Opened, changes: Change[]): boolean {
  if (place.kind === 'cell') {
    const row = tables!.items[place.table.index]?.values[place.row + 1];
    // Where somebody put a row in above, another one lies here now: its first cell says which it is.
    const first = changes.find(({ place: other }) => other.kind === 'cell' && other.table === place.table && other.row === place.row && other.column === 0);
    return row !== undefined && clean(row[place.column]) === before && clean(row[0]) === (first?.before ?? place.key);
  }

  // The heading holds number and title; only the number before the title is ours to compare.
  if (place.kind === 'heading') return clean(heading!.text).startsWith(before.trim());
  return !control!.isNullObject && clean(control!.text) === before;
}

function listOf({ place }: Change, { control }: Opened): Word.ContentControlListItemCollection | null {
  if (place.kind !== 'choice') return null;
  const list = control!.dropDownListContentControl.listItems;
  list.load('items/displayText');
  return list;
}

function write({ place, before, after }: Change, { control, tables, heading }: Opened, list: Word.ContentControlListItemCollection | null): void {
  if (place.kind === 'cell') {
    tables!.items[place.table.index]!.getCell(place.row + 1, place.column).value = after;
  } else if (place.kind === 'heading') {
    // Only the words of the number are replaced: the bookmark round them carries the item's id.
    if (before) heading!.search(before, { matchCase: true }).getFirst().insertText(after, Word.InsertLocation.replace);
    else heading!.insertText(`${after}\t`, Word.InsertLocation.start);
  } else if (place.kind === 'choice') {
    list!.items.find((item) => item.displayText === after)?.select();
  } else {
    control!.insertText(after, Word.InsertLocation.replace);
  }
}
