import { typed } from '../shared/fields';
import { app } from './app';
import type { Kind, Proposal, Rules } from './contract';
import { agendaIn, linesOf, type Meeting } from './item/invitation';
import { inZone, ownZone } from './item/times';
import { t } from './texts';

export const form = 'meeting';
const rulesKey = 'partneroffice:rules';

/** The district's rules: the service's, else those it said last, else what this computer knows. */
export function rules(): Rules {
  if (app.proposal) return app.proposal;
  const kept = localStore()?.getItem(`${rulesKey}:${district()}`);
  return kept ? (JSON.parse(kept) as Rules) : { noticeDays: 0, timeZone: ownZone(), salutation: '', places: [] };
}

/** Keeps what names nobody. */
export function rememberRules({ noticeDays, timeZone, salutation, mailbox, places }: Proposal): void {
  localStore()?.setItem(`${rulesKey}:${district()}`, JSON.stringify({ noticeDays, timeZone, salutation, mailbox, places }));
}

export const district = (): string => new URLSearchParams(location.search).get('district') ?? '';

/** What the form says now: what is typed, else what stands in the appointment, else the proposal. */
export const kind = (): Kind => typed(form, 'kind', app.appointment?.note?.kind ?? 'board-meeting') as Kind;
export const number = (): string => typed(form, 'number', (app.appointment?.note?.kind === kind() ? app.appointment.note.number : null) ?? proposalNow()?.number ?? '').trim();
export const date = (): string => typed(form, 'date', inZone(rules().timeZone, app.appointment!.start).date);
export const start = (): string => typed(form, 'start', inZone(rules().timeZone, app.appointment!.start).time);
export const end = (): string => typed(form, 'end', inZone(rules().timeZone, app.appointment!.end).time);
export const urgency = (): string => typed(form, 'urgency').trim();
export const place = (): string => typed(form, 'place', app.appointment!.place).trim();
export const agendaText = (): string => typed(form, 'agenda', proposedAgenda((audience) => audience === 'partner', () => agendaIn(app.appointment!.text).agenda));
export const boardText = (): string => typed(form, 'board', proposedAgenda((audience) => audience !== 'partner', () => Array.from({ length: app.appointment!.note!.board }, () => t.body.confidential)));

/** The proposal for this kind on this day; null while another is asked for. */
export const proposalNow = (): Proposal | null => (app.proposal?.kind === kind() && app.proposal.on === date() ? app.proposal : null);

// What is undecided counts as the board's until a person moves the line.
function proposedAgenda(fits: (audience: string) => boolean, fromText: () => string[]): string {
  if (app.appointment?.note) return fromText().join('\n');
  return (app.proposal?.kind === kind() ? app.proposal.agenda : []).filter((one) => fits(one.audience)).map((one) => one.title).join('\n');
}

// What is sent is German, whatever Office speaks. The other kinds have numbers that say what they are: "Klausur 2026".
const germanKinds: Partial<Record<Kind, string>> = { 'board-meeting': 'Vorstandssitzung', 'extraordinary-board-meeting': 'Außerordentliche Vorstandssitzung' };

/** What the meeting is called: its subject, and the head of the invitation. */
export const title = (): string => [germanKinds[kind()], number()].filter(Boolean).join(' ') || t.kinds[kind()];

export const meeting = (): Meeting => ({
  title: title(), date: date(), start: start(), end: end(), place: place(), urgency: urgency(), salutation: rules().salutation, agenda: linesOf(agendaText()), board: linesOf(boardText()).length,
});

/** What keeps the form from being used, in a sentence; null for nothing. */
export function lacking(): string | null {
  if (!date() || !start() || !end()) return t.meeting.needsTimes;
  if (end() <= start() && nights() === 0) return t.meeting.needsOrder;
  if (linesOf(agendaText()).length === 0) return t.meeting.needsAgenda;
  const open = new Set(linesOf(agendaText()).map((line) => line.toLowerCase()));
  const both = linesOf(boardText()).find((line) => open.has(line.toLowerCase()));
  return both ? t.meeting.leaks(both) : null;
}

/** How many nights it lasts over: a retreat's last day is Outlook's own, and the form shows only the times. */
export const nights = (): number =>
  Math.round((Date.parse(inZone(rules().timeZone, app.appointment!.end).date) - Date.parse(inZone(rules().timeZone, app.appointment!.start).date)) / 86_400_000);

/** What stays in the form once the rest stands in the appointment: titles for the board stand nowhere else. */
export const kept = (): Record<string, string> => ({ kind: kind(), number: number(), agenda: agendaText(), board: boardText(), ...(urgency() && { urgency: urgency() }) });

function localStore(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
