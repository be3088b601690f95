/** Times as the form has them, and the spans in the column "Zeit". */
export const clock = (date = new Date()): string => `${pad(date.getHours())}:${pad(date.getMinutes())} Uhr`;

export const today = (date = new Date()): string => `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;

/** "14.07.2026", also after a weekday, as a day for a date field; empty where none stands. */
export function isoDay(text: string): string {
  const match = /(\d{1,2})\.(\d{1,2})\.(\d{4})/.exec(text);
  return match ? `${match[3]}-${match[2]!.padStart(2, '0')}-${match[1]!.padStart(2, '0')}` : '';
}

export const germanDay = (iso: string): string => iso.split('-').reverse().join('.');

/** "19:05" of a time field as the form has it. */
export const formTime = (field: string): string => (field ? `${field} Uhr` : '');

/** "19:05 Uhr" for a time field. */
export const fieldTime = (text: string): string => {
  const match = /(\d{1,2})[:.](\d{2})/.exec(text);
  return match ? `${match[1]!.padStart(2, '0')}:${match[2]}` : '';
};

const pad = (part: number): string => String(part).padStart(2, '0');

/** A span in the room; an end that is empty is the meeting's own. */
export interface Span {
  from: string;
  until: string;
}

/** The spans of a cell; null for a line that only the reader may understand. */
export function spansOf(cell: string): (Span | null)[] {
  return cell.split('\n').map((line) => line.trim()).filter((line) => line && line !== '–').map(spanOf);
}

function spanOf(line: string): Span | null {
  const match = /^(?:ab (.+?))?\s*(?:bis (.+))?$/i.exec(line);
  if (match && (match[1] || match[2])) return { from: match[1] ?? '', until: match[2] ?? '' };
  const item = /^(?:zu|nur) (TOP .+)$/i.exec(line);
  return item ? { from: item[1]!, until: item[1]! } : null;
}

export const spanText = ({ from, until }: Span): string => (from && from === until && from.startsWith('TOP') ? `zu ${from}` : [from && `ab ${from}`, until && `bis ${until}`].filter(Boolean).join(' '));

/** Whoever comes (again) begins a span. */
export function come(cell: string, at: string): string {
  if (!at) return cell;
  return [...lines(cell), `ab ${at}`].join('\n');
}

/** Whoever leaves ends the span that is open. */
export function leave(cell: string, at: string): string {
  const all = lines(cell);
  const last = spansOf(cell).at(-1);
  if (!last || last.until) return [...all, `bis ${at}`].join('\n');
  return [...all.slice(0, -1), spanText({ from: last.from, until: at })].join('\n');
}

/** Whether the last span is open: there now. A line nobody here understands counts as there. */
export const isThere = (cell: string): boolean => !spansOf(cell).at(-1)?.until;

const lines = (cell: string): string[] => cell.split('\n').map((line) => line.trim()).filter((line) => line && line !== '–');
