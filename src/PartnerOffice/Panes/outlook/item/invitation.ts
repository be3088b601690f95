import { t } from '../texts';

/** A meeting as the form says it. */
export interface Meeting {
  title: string;
  date: string;
  start: string;
  end: string;
  place: string;
  salutation: string;
  /** Why the notice is not kept; empty where it is. */
  urgency: string;
  agenda: string[];
  /** How many items are for the board only: their titles are not handed to what writes the text. */
  board: number;
}

export const linesOf = (typed: string): string[] => typed.split('\n').map((line) => line.trim()).filter(Boolean);

/** How a title of the board stands in every invitation. */
export const confidentialItem = (at: number): string => `N ${at} – ${t.body.confidential}`;

/** The text of the invitation, line by line: what everybody who is invited may read. */
export function invitationLines(meeting: Meeting): { kind: 'text' | 'head' | 'item'; text: string }[] {
  const day = new Date(`${meeting.date}T12:00`).toLocaleDateString('de-DE', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return [
    ...(meeting.salutation ? [{ kind: 'text' as const, text: `${meeting.salutation},` }] : []),
    { kind: 'head', text: t.body.invitation(meeting.title) },
    { kind: 'text', text: t.body.when(day, meeting.start, meeting.end) },
    ...(meeting.place ? [{ kind: 'text' as const, text: `${t.body.place}: ${meeting.place}` }] : []),
    ...(meeting.urgency ? [{ kind: 'text' as const, text: `${t.body.urgency}: ${meeting.urgency}` }] : []),
    { kind: 'head', text: t.body.agenda },
    ...meeting.agenda.map((title, at) => ({ kind: 'item' as const, text: `${at + 1}. ${title}` })),
    ...Array.from({ length: meeting.board }, (_, at) => ({ kind: 'item' as const, text: confidentialItem(at + 1) })),
  ];
}

export const plainText = (meeting: Meeting): string => invitationLines(meeting).map(({ kind, text }) => (kind === 'head' ? `\n${text}` : text)).join('\n').trim() + '\n';

export const html = (meeting: Meeting): string =>
  invitationLines(meeting).map(({ kind, text }) => (kind === 'head' ? `<p><b>${escaped(text)}</b></p>` : kind === 'item' ? `<div>${escaped(text)}</div>` : `<p>${escaped(text)}</p>`)).join('');

/** The agenda that stands in a text, for an appointment that is opened again; board-only items as a number. */
export function agendaIn(text: string): { agenda: string[]; board: number } {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const after = lines.slice(lines.indexOf(t.body.agenda) + 1);
  return {
    agenda: lines.includes(t.body.agenda) ? after.map((line) => /^\d+[a-z]?\.?\s+(.+)$/.exec(line)?.[1]).filter((title) => title !== undefined) : [],
    board: after.filter((line) => /^N \d+ – /.test(line)).length,
  };
}

/** Texts that differ only in white space are the same: Outlook lays it out anew. */
export const normal = (text: string): string => text.replace(/\s+/g, ' ').trim();

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
