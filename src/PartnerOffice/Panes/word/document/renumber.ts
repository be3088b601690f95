import { actionsIn } from './action';
import { rowChanges, type Change } from './change';
import { partsOf, resolutionsIn } from './resolution';
import type { Snapshot } from './snapshot';
import { rowOf } from './tables';

/** What must be written so that the numbers of the resolutions follow the document, with what refers to them; nothing where they do. */
export function renumbering(snapshot: Snapshot): Change[] {
  const rows = resolutionsIn(snapshot).map((one) => ({ ...one, number: one.cells['Nr.']! }));
  const next = new Map<string, number>();
  for (const { number } of rows) {
    const parts = partsOf(number);
    if (parts) next.set(parts.prefix, Math.min(parts.count, next.get(parts.prefix) ?? parts.count));
  }

  const renamed = new Map<string, string>();
  const numbers = rows.map(({ number }) => {
    const parts = partsOf(number);
    if (!parts) return number;
    const count = next.get(parts.prefix)!;
    next.set(parts.prefix, count + 1);
    const after = parts.prefix + String(count).padStart(parts.width, '0');
    // Of two that bear the same number, what refers to it means the first.
    if (!renamed.has(number)) renamed.set(number, after);
    return after;
  });

  const follow = (number: string): string => renamed.get(number) ?? number;
  return [
    ...rows.flatMap(({ place, cells }, at) => {
      const wording = cells.Wortlaut!.replace(/^(Wiederholt: *)(.+)$/m, (_, label: string, number: string) => label + follow(number));
      return rowChanges(place, rowOf('resolutions', cells), rowOf('resolutions', { ...cells, 'Nr.': numbers[at]!, Wortlaut: wording }));
    }),
    ...actionsIn(snapshot).flatMap(({ place, cells }) => rowChanges(place, rowOf('actions', cells), rowOf('actions', { ...cells, Beschluss: follow(cells.Beschluss!) }))),
  ];
}
