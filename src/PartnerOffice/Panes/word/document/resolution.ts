import type { RowPlace } from './change';
import type { Item, Snapshot } from './snapshot';
import { cellsOf, isBlank, rowOf, type TableView } from './tables';
import { isNothing, words } from './tags';

/** A resolution as its row says it. */
export interface ResolutionRow {
  item: Item;
  place: RowPlace;
  cells: Record<string, string>;
  wording: string;
  details: Details;
}

/** What stands below the wording, one line each: "Uhrzeit: 20:05 Uhr". */
export interface Details {
  at: string;
  repeats: string;
  excluded: { name: string; reason: string }[];
  minority: string;
  /** Lines that the pane has no field for; they stay as they are. */
  others: string[];
}

export function resolutionsIn(snapshot: Snapshot): ResolutionRow[] {
  return snapshot.items.flatMap((item) => item.tables.filter((table) => table.form === 'resolutions').flatMap((table) => rowsOf(item, table)));
}

function rowsOf(item: Item, table: TableView): ResolutionRow[] {
  return table.rows.flatMap((row, at) => {
    if (isBlank(row)) return [];
    const cells = cellsOf('resolutions', row);
    const [wording = '', ...lines] = cells.Wortlaut!.split('\n').map((line) => line.trim()).filter(Boolean);
    return [{ item, place: { table, row: at }, cells, wording, details: readDetails(lines) }];
  });
}

export function readDetails(lines: string[]): Details {
  const details: Details = { at: '', repeats: '', excluded: [], minority: '', others: [] };
  for (const line of lines) {
    const [, label, value = ''] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
    if (label === 'Uhrzeit') details.at = value;
    else if (label === 'Wiederholt') details.repeats = value;
    else if (label === 'Befangen') details.excluded.push({ name: value, reason: '' });
    else if (label === 'Grund' && details.excluded.length > 0) details.excluded.at(-1)!.reason = value;
    else if (label === 'Minderheitsvotum') details.minority = value;
    else details.others.push(line);
  }
  return details;
}

/** The lines in the order in which the service writes them. */
export function writeDetails(details: Details): string[] {
  return [
    details.at && `Uhrzeit: ${details.at}`,
    details.repeats && `Wiederholt: ${details.repeats}`,
    ...details.others.filter((line) => line.startsWith('Genehmigt:')),
    ...details.excluded.filter((one) => one.name).flatMap((one) => [`Befangen: ${one.name}`, one.reason && `Grund: ${one.reason}`]),
    ...details.others.filter((line) => !line.startsWith('Genehmigt:')),
    details.minority && `Minderheitsvotum: ${oneLine(details.minority)}`,
  ].filter((line) => line !== '');
}

/** A line of the wording's cell ends where the next detail begins. */
export const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim();

/** A vote as the form is filled in. */
export interface TypedResolution {
  number: string;
  wording: string;
  mover: string;
  counting: 'counted' | 'uncounted' | 'none';
  figures: [yes: string, no: string, abstained: string, invalid: string];
  present: string;
  mode: string;
  outcome: string;
  audience: string;
  details: Details;
}

export function resolutionCells(typed: TypedResolution): string[] {
  const [yes, no, abstained, invalid] = typed.counting === 'counted' ? typed.figures : ['', '', '', ''];
  return rowOf('resolutions', {
    'Nr.': typed.number,
    Wortlaut: [oneLine(typed.wording), ...writeDetails(typed.details)].join('\n'),
    'Antrag von': typed.mover,
    Ja: yes,
    Nein: no,
    // Whoever counted yes and no saw nobody in the columns that stayed empty.
    Enthaltung: typed.counting === 'counted' ? abstained || '0' : '',
    ungültig: typed.counting === 'counted' ? invalid || '0' : '',
    anwesend: typed.present,
    Abstimmung: typed.counting === 'none' ? '' : typed.mode,
    Ergebnis: typed.counting === 'none' ? words.deferred : typed.outcome,
    Für: typed.audience,
  });
}

/** A number as it counts: "B 2026-07-" and 3. None where something else stands at its end, like a year. */
export function partsOf(number: string): { prefix: string; count: number; width: number } | null {
  const [, prefix, digits] = /^(|.*\D)(\d{1,3})$/.exec(number) ?? [];
  return digits === undefined ? null : { prefix: prefix!, count: Number(digits), width: Math.max(2, digits.length) };
}

/** The next number of this meeting, in the form that the document already has. */
export function nextNumber(snapshot: Snapshot, meetingNumber: string): string {
  const numbers = resolutionsIn(snapshot).map((one) => one.cells['Nr.']!).filter(Boolean);
  const known = numbers.map(partsOf).filter((parts) => parts !== null);
  const last = known.at(-1);
  if (last) {
    const highest = Math.max(...known.filter(({ prefix }) => prefix === last.prefix).map(({ count }) => count));
    return last.prefix + String(highest + 1).padStart(last.width, '0');
  }

  const [, year, meeting] = /(\d{4})\D+(\d{1,3})$/.exec(meetingNumber) ?? [];
  return numbers.length === 0 && year && meeting ? `B ${year}-${meeting.padStart(2, '0')}-01` : '';
}

/** The vote in one line, as people read it. */
export function voteLine(cells: Record<string, string>): string {
  const figures = ['Ja', 'Nein', 'Enthaltung', 'ungültig'].filter((head) => !isNothing(cells[head]) && (cells[head] !== '0' || head === 'Ja' || head === 'Nein')).map((head) => `${cells[head]} ${head}`);
  return [cells.Ergebnis, figures.join(', '), cells.Abstimmung && cells.Abstimmung !== words.open ? cells.Abstimmung : ''].filter(Boolean).join(' · ');
}
