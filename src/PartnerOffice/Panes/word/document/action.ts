import type { RowPlace } from './change';
import type { Item, Snapshot } from './snapshot';
import { cellsOf, isBlank, rowOf } from './tables';
import { words } from './tags';
import { germanDay } from './times';

/** An action as its row says it. */
export interface ActionRow {
  item: Item;
  place: RowPlace;
  cells: Record<string, string>;
}

export function actionsIn(snapshot: Snapshot): ActionRow[] {
  return snapshot.items.flatMap((item) =>
    item.tables
      .filter((table) => table.form === 'actions')
      .flatMap((table) => table.rows.flatMap((row, at) => (isBlank(row) ? [] : [{ item, place: { table, row: at }, cells: cellsOf('actions', row) }]))));
}

/** The next free number: a1, a2, … in the whole document. */
export function nextAction(snapshot: Snapshot): string {
  const used = actionsIn(snapshot).map((one) => Number(/^a(\d+)$/i.exec(one.cells['Nr.']!)?.[1] ?? 0));
  return `a${Math.max(0, ...used) + 1}`;
}

export interface TypedAction {
  number: string;
  what: string;
  who: string;
  due: string;
  /** What stands there instead of a day: "laufend", or words that only people understand. */
  dueWords: string;
  state: string;
  resolution: string;
  audience: string;
}

export const actionCells = (typed: TypedAction): string[] =>
  rowOf('actions', {
    'Nr.': typed.number,
    Aufgabe: typed.what.replace(/\s*\n\s*/g, ' ').trim(),
    Zuständig: typed.who,
    Fällig: typed.due ? germanDay(typed.due) : typed.dueWords || words.ongoing,
    Stand: typed.state,
    Beschluss: typed.resolution,
    Für: typed.audience,
  });
