import { clean } from './tags';

/** The tables of the form: known by their heads, as the reader knows them. */
export const forms = {
  attendance: ['Name', 'Funktion', 'Teilnahme', 'Stimmrecht', 'Zeit'],
  jointAttendance: ['Name', 'Funktion', 'Kreisverband', 'Teilnahme', 'Stimmrecht', 'Zeit'],
  resolutions: ['Nr.', 'Wortlaut', 'Antrag von', 'Ja', 'Nein', 'Enthaltung', 'ungültig', 'anwesend', 'Abstimmung', 'Ergebnis', 'Für'],
  elections: ['Amt', 'Kandidat*in', 'Ja', 'Nein', 'Enthaltung', 'Wahl', 'gültig', 'ungültig', 'Gewählt', 'Angenommen', 'Für'],
  actions: ['Nr.', 'Aufgabe', 'Zuständig', 'Fällig', 'Stand', 'Beschluss', 'Für'],
} as const;

export type FormName = keyof typeof forms;

/** A table as it was read: which one it is, and its rows below the head. */
export interface TableView {
  form: FormName;
  /** The block it lies in; null for a table of the whole document. */
  item: number | null;
  /** Its place among all tables of that block or document. */
  index: number;
  rows: string[][];
}

export function formOf(heads: string[]): FormName | null {
  const said = heads.map((head) => clean(head).toLowerCase());
  for (const [name, columns] of Object.entries(forms)) {
    // People may add columns to the right.
    if (columns.every((column, at) => said[at] === column.toLowerCase())) return name as FormName;
  }
  return null;
}

export function viewOf(values: string[][], item: number | null, index: number): TableView | null {
  const form = formOf(values[0] ?? []);
  return form && { form, item, index, rows: values.slice(1).map((row) => row.map(clean)) };
}

export const column = (form: FormName, head: string): number => (forms[form] as readonly string[]).indexOf(head);

export const isBlank = (row: string[]): boolean => row.every((cell) => cell === '');

/** A row as a record by head, and back. */
export function cellsOf(form: FormName, row: string[]): Record<string, string> {
  return Object.fromEntries(forms[form].map((head, at) => [head, row[at] ?? '']));
}

export const rowOf = (form: FormName, cells: Record<string, string>): string[] => forms[form].map((head) => cells[head] ?? '');
