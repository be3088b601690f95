import type { BoardMember } from '../../shared/contract';
import { t } from '../../shared/texts';
import { app, memory } from '../app';
import { textChange } from '../document/agenda';
import type { Change } from '../document/change';
import { isGuest, peopleIn, wasThere, type Person } from '../document/people';
import { addRow } from '../document/rows';
import { valueOf } from '../document/snapshot';
import { column, rowOf } from '../document/tables';
import { tags, words } from '../document/tags';
import { clock, come as comeAt, fieldTime, formTime, isoDay, isThere, leave as leaveAt, today } from '../document/times';
import { say } from '../../shared/status';
import { added, work, write } from '../work';

/** "Now" only counts on the day of the meeting: later nobody comes in. */
export const isToday = (): boolean => isoDay(valueOf(app.snapshot!, tags.date)) === today();

/** What is chosen, or what fits the hour: once the meeting goes on, people come now. */
export function chosenMoment(): string {
  if (app.moment) return app.moment;
  const start = fieldTime(valueOf(app.snapshot!, tags.start));
  return isToday() && start !== '' && fieldTime(clock()) > start ? 'now' : 'start';
}

/** When it happens, as the form has it; empty for the whole meeting, null where it must still be chosen. */
export function moment(): string | null {
  const chosen = chosenMoment();
  if (chosen === 'now') return clock();
  if (chosen === 'time') return formTime(memory.form('moment').time ?? '') || null;
  return chosen === 'start' ? '' : chosen;
}

export const come = (person: Person): Promise<void> =>
  work(async () => {
    const at = moment();
    if (at === null) return askForTime();
    // Whoever left comes back at a time, never from the beginning.
    const back = wasThere(person) && !isThere(person.time);
    const since = back && at === '' ? (isToday() ? clock() : null) : at;
    if (since === null) return askForTime();
    await write(t.attendance.came(person.name, since), [
      ...cell(person, 'Teilnahme', person.status, isGuest(person) || person.status === words.online ? person.status : words.present),
      ...cell(person, 'Zeit', person.time, comeAt(back ? person.time : '', since)),
    ]);
  });

export const leave = (person: Person): Promise<void> =>
  work(async () => {
    const at = moment();
    const until = at === '' && isToday() ? clock() : at;
    if (!until) return askForTime();
    await write(t.attendance.left(person.name, until), cell(person, 'Zeit', person.time, leaveAt(person.time, until)));
  });

export const setStatus = (person: Person, status: string): Promise<void> =>
  work(async () => {
    const isAway = status === words.excused || status === words.unexcused || status === '';
    await write(t.attendance.noted(person.name, status || t.attendance.unknown), [
      ...cell(person, 'Teilnahme', person.status, status),
      ...(isAway ? cell(person, 'Zeit', person.time, '') : []),
    ]);
  });

export const addMissing = (missing: BoardMember[]): Promise<void> =>
  work(async () => {
    const changes: Change[] = [];
    for (const member of missing) {
      changes.push(...(await addPerson({ Name: member.name, Funktion: member.function, Stimmrecht: member.voting ? words.yes : words.no })));
    }
    await added(t.attendance.membersAdded(missing.length), changes);
  });

export const addGuest = (name: string, role: string): Promise<void> =>
  work(async () => {
    if (!name.trim()) return say({ text: t.attendance.guestNeedsName, tone: 'bad' });
    const at = moment();
    if (at === null) return askForTime();
    const changes = await addPerson({ Name: name.trim(), Funktion: role.trim(), Teilnahme: words.guest, Stimmrecht: words.no, Zeit: comeAt('', at) });
    memory.clear('guest');
    await added(t.attendance.guestAdded(name.trim()), changes);
  });

/** Counts into the line on the quorum; whether it is one, a person says. */
export const countIntoForm = (present: number): Promise<void> =>
  work(async () => {
    const snapshot = app.snapshot!;
    const entries: [string, string][] = [[tags.quorumPresent, String(present)], ...(isToday() ? [[tags.quorumAt, clock()] as [string, string]] : [])];
    const changes = entries.flatMap(([tag, after]) => (snapshot.values.get(tag) ?? []).slice(0, 1).map((control) => textChange(control, after)));
    if (changes.length === 0) return say({ text: t.attendance.noQuorumLine, tone: 'bad' });
    await write(t.attendance.counted(present), changes);
  });

/** Members of that day who stand in no row. */
export function missingMembers(people: Person[]): BoardMember[] {
  const known = new Set(people.map((person) => person.name.toLowerCase()));
  return (app.people ?? []).filter((member) => !known.has(member.name.toLowerCase()));
}

/** Everybody in the room without a seat on the board leaves. */
export function guestsLeave(until: string): Change[] {
  return peopleIn(app.snapshot!.attendance).filter((person) => isGuest(person) && isThere(person.time)).flatMap((person) => cell(person, 'Zeit', person.time, leaveAt(person.time, until)));
}

function addPerson(cells: Record<string, string>): Promise<Change[]> {
  const form = app.snapshot!.attendance?.form ?? 'attendance';
  return addRow(form, null, rowOf(form, form === 'jointAttendance' ? { Kreisverband: app.me?.district.id ?? '', ...cells } : cells));
}

function cell(person: Person, head: string, before: string, after: string): Change[] {
  const table = app.snapshot!.attendance!;
  return before === after ? [] : [{ place: { kind: 'cell', table, row: person.row, column: column(table.form, head), key: person.name }, before, after }];
}

function askForTime(): void {
  say({ text: t.attendance.chooseMoment, tone: 'bad' });
  document.getElementById('moment')?.focus();
}
