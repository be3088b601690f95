import { ask } from '../shared/ask';
import { h } from '../shared/dom';
import { say } from '../shared/status';
import { takeBackAnd, undoOffer, work } from '../shared/work';
import { app, memory, undo } from './app';
import { isJoint, type Invitee } from './contract';
import * as form from './form';
import { whose, type Appointment } from './item/appointment';
import { daysFrom, momentIn } from './item/times';
import { mark, writeNote, type Expected, type Note } from './item/note';
import { item } from './item/outlook';
import { addPeople, setBody, setPart, setPrivate, setTimes, withText, type TakeBack } from './item/write';
import { drawerId, reread } from './read';
import { t } from './texts';

/** Everybody who may stand in this event, by the service's proposal. */
export function invitees(): Invitee[] {
  const proposal = form.proposalNow();
  return proposal ? [...proposal.people, ...(proposal.partner?.coordinator ? [proposal.partner.coordinator] : [])] : [];
}

/** "Einladen wie vereinbart": all of it in one step, which can be taken back in one. */
export const invite = (): Promise<void> =>
  work(async () => {
    await reread();
    const lacking = form.lacking();
    if (lacking) return say({ text: lacking, tone: 'bad' });
    if (whose(app.appointment!.owner, form.rules().mailbox) === 'unknown' && !(await isRightCalendar())) return;

    const before = app.appointment!;
    const [meeting, kept] = [form.meeting(), form.kept()];
    const back: (TakeBack | null)[] = [];
    const notes: string[] = [];
    // What was written before something failed can be taken back, too.
    try {
      const open = item();
      back.push(await setPart(open.subject, before.subject, meeting.title));
      back.push(await setTimes(before, ...momentsOf()));
      if (!before.isRoom) back.push(await setPart(open.location, before.place, meeting.place));
      const isPrivate = await setPrivate(before);
      if (isPrivate === false) notes.push(t.meeting.notPrivate);
      else back.push(isPrivate);
      const { takeBack, isKept } = await setBody(before, meeting);
      back.push(takeBack);
      if (isKept) notes.push(t.meeting.bodyKept);

      const people = invitees().filter((one) => one.address !== undefined).map((one) => ({ name: one.name, address: one.address! }));
      const added = await addPeople(people.filter((one) => one.address.toLowerCase() !== before.owner?.toLowerCase()), before.owner);
      back.push(added.takeBack);
      if (added.notThere.length > 0) notes.push(t.meeting.notAdded(added.notThere.join(', ')));
      if (people.length === 0) notes.push(t.meeting.noMembers);

      const note = isKept ? { ...noteOf(before), text: before.note?.text ?? '' } : await withText(noteOf(before));
      if (!(await writeNote(note))) notes.push(t.meeting.noNote);
      back.push(() => writeNote(before.note));
    } finally {
      remember(t.meeting.invited(meeting.title), back);
      // The appointment may have got its own id by now, under which the form is kept from here on.
      memory.clear(form.form);
      await reread();
      memory.fill(form.form, kept);
      app.checked = null;
    }

    const sentence = notes.length > 0 ? t.meeting.invitedPart(notes.join(' ')) : t.meeting.invited(meeting.title);
    sayDone(sentence, notes.length > 0 ? 'bad' : 'good');
  });

/** Adds who is missing by now. */
export const addMissing = (): Promise<void> =>
  work(async () => {
    const owner = app.appointment!.owner?.toLowerCase();
    const people = invitees().filter((one) => one.address !== undefined && one.address.toLowerCase() !== owner).map((one) => ({ name: one.name, address: one.address! }));
    const before = app.appointment!.required.length;
    const added = await addPeople(people, app.appointment!.owner);
    await reread();
    const sentence = t.people.added(app.appointment!.required.length - before);
    remember(sentence, [added.takeBack]);
    if (added.notThere.length > 0) say({ text: t.meeting.notAdded(added.notThere.join(', ')), tone: 'bad', offer: undoOffer(takeBack) });
    else sayDone(sentence);
  });

export const makePrivate = (): Promise<void> =>
  work(async () => {
    const back = await setPrivate(app.appointment!);
    await reread();
    if (back === false) return say({ text: t.meeting.notPrivate, tone: 'bad' });
    remember(t.check.madePrivate, [back]);
    sayDone(t.check.madePrivate);
  });

export const takeBack = (): void => void takeBackAnd(reread);

function sayDone(text: string, tone: 'good' | 'bad' = 'good'): void {
  say({ text, tone, offer: undoOffer(takeBack) });
}

// The last first; what a person changed meanwhile stays, and the rest goes back.
function remember(sentence: string, steps: (TakeBack | null)[]): void {
  const done = steps.filter((step) => step !== null);
  if (done.length === 0) return;
  undo.push(sentence, async () => {
    let isWhole = true;
    for (const step of done.reverse()) isWhole = (await step()) && isWhole;
    app.checked = null;
    return isWhole ? 'done' : 'stale';
  });
}

function momentsOf(): [Date, Date] {
  const zone = form.rules().timeZone;
  const start = momentIn(zone, form.date(), form.start())!;
  return [start, momentIn(zone, daysFrom(form.date(), form.nights()), form.end())!];
}

function noteOf(before: Appointment): Note {
  const { agenda, board } = form.meeting();
  const proposal = form.proposalNow();
  const expected = (one: Invitee): Expected => [one.id, mark(one.address!), one.name];
  const owner = before.owner?.toLowerCase();
  const inCalendar = (proposal?.people ?? []).filter((one) => one.address !== undefined);
  // Who organises is there without standing on the list.
  const awaited = inCalendar.filter((one) => one.voting && one.address!.toLowerCase() !== owner);
  const coordinator = isJoint(form.kind()) && proposal?.partner?.coordinator?.address ? proposal.partner.coordinator : null;
  return {
    v: 1,
    id: before.note?.id ?? drawerId(),
    kind: form.kind(),
    number: form.number(),
    notice: form.rules().noticeDays,
    board,
    agenda: agenda.length,
    start: momentsOf()[0].getTime(),
    people: awaited.map(expected),
    others: [...inCalendar.filter((one) => !awaited.includes(one)).map((one) => mark(one.address!)), ...[form.rules().mailbox, before.owner].filter((one) => one !== undefined && one !== null).map(mark)],
    partner: coordinator ? expected(coordinator) : null,
    text: '',
    ...(before.note?.meeting ? { meeting: before.note.meeting } : {}),
  };
}

const isRightCalendar = (): Promise<boolean> =>
  ask({ title: t.calendar.ask, body: h('p', t.calendar.askBody(form.rules().mailbox ?? '')), yes: t.calendar.askYes });
