import { say } from '../shared/status';
import { undoOffer, work } from '../shared/work';
import { app } from './app';
import { isJoint, type SendFinding } from './contract';
import * as form from './form';
import { takeBack } from './invite';
import { attendeesOf, type Appointment } from './item/appointment';
import { linesOf } from './item/invitation';
import { inZone } from './item/times';
import { reread } from './read';
import { signedIn } from './session';
import { t } from './texts';

/** The very rule that runs when the invitation is sent (`events.js`): it needs no service. */
declare const poFindings: (note: unknown, seen: { attendees: { address: string; name: string }[]; start: Date; text: string; sensitivity: string | null }, now: Date) => string[];

/** Reads the appointment again and says what is open, by the service, or without it by the note in the appointment. */
export const lookAgain = (): Promise<void> =>
  work(async () => {
    await signedIn();
    await reread();
    const found = app.api && app.me ? await byService(app.appointment!).catch(() => null) : null;
    app.checked = { findings: [...ownFindings(app.appointment!), ...(found ?? byNote(app.appointment!))], isOffline: found === null };
    if (app.checked.findings.every((finding) => finding.reminder)) say({ text: t.check.fine, tone: 'good', offer: undoOffer(takeBack) });
  });

/** What the service says: it knows who sits on the board that day. It gets no address, only what each is under a salt for this question. */
async function byService(appointment: Appointment): Promise<SendFinding[]> {
  const salt = crypto.randomUUID();
  const { date, time } = inZone(form.rules().timeZone, appointment.start);
  const organizer = appointment.owner && !attendeesOf(appointment).some((one) => one.address.toLowerCase() === appointment.owner!.toLowerCase()) ? [{ name: '', address: appointment.owner }] : [];
  const attendees = [...attendeesOf(appointment), ...organizer];
  const answer = await app.api!.check({
    kind: appointment.note?.kind ?? form.kind(),
    date,
    start: `${time}:00`,
    agenda: hasAgenda(appointment),
    boardItems: (appointment.note?.board ?? linesOf(form.boardText()).length) > 0,
    salt,
    attendees: await Promise.all(attendees.map((one) => hash(salt, addressOf(one)))),
  });
  return answer.findings.map((finding) => ({ ...finding, message: `${finding.message}${namesAt(finding, attendees)}` }));
}

function byNote(appointment: Appointment): SendFinding[] {
  if (!appointment.note) return [plain('not-ours', t.check.notOurs)];
  const attendees = attendeesOf(appointment).map(({ name, address }) => ({ name, address: address.toLowerCase() }));
  return poFindings(appointment.note, { attendees, start: appointment.start, text: appointment.text, sensitivity: null }, new Date()).map((message) => plain('note', message));
}

/** What neither of the two can know: a confidential title that slipped into the appointment stands only in the form here. */
function ownFindings(appointment: Appointment): SendFinding[] {
  const said = `${appointment.subject}\n${appointment.text}\n${appointment.place}`.toLowerCase();
  const leaked = linesOf(form.boardText()).filter((line) => line.length > 3 && line !== t.body.confidential && said.includes(line.toLowerCase()));
  const start = inZone(form.rules().timeZone, appointment.start);
  return [
    ...leaked.map((line) => plain('leak', t.check.leak(line), t.check.leakRemedy)),
    ...(appointment.isPrivate === false ? [plain('not-private', t.check.notPrivate)] : []),
    ...(appointment.note && appointment.note.start !== appointment.start.getTime() && hasAgenda(appointment) && !appointment.text.includes(start.time) ? [plain('moved', t.check.moved, t.check.movedRemedy)] : []),
    ...(isJoint(form.kind()) && appointment.note?.partner ? [{ ...plain('both-boards', t.check.bothBoards, t.check.bothBoardsRemedy), reminder: true }] : []),
  ];
}

const plain = (kind: string, message: string, remedy = ''): SendFinding => ({ kind, reminder: false, message, remedy, people: [], attendees: [] });

const hasAgenda = (appointment: Appointment): boolean => appointment.text.includes(t.body.agenda);

// A directory path of classic Outlook is none of the board's addresses: its name is looked up among those who may be there.
const addressOf = (one: { name: string; address: string }): string =>
  one.address.includes('@') ? one.address : (form.proposalNow()?.people.find((known) => known.name === one.name)?.address ?? one.address);

const namesAt = (finding: SendFinding, attendees: { name: string; address: string }[]): string =>
  finding.kind === 'outside-people' ? ` (${finding.attendees.map((at) => attendees[at]!.name || attendees[at]!.address).join(', ')})` : '';

async function hash(salt: string, address: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt}\n${address.trim().toLowerCase()}`));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
