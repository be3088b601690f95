import { t } from '../texts';
import { readRecipients, readText, type Appointment } from './appointment';
import { html, normal, plainText, type Meeting } from './invitation';
import { mark, type Note } from './note';
import { attempt, call, item } from './outlook';

/** One thing that was written into the appointment, and how it is taken back: false where a person changed it since. */
export type TakeBack = () => Promise<boolean>;

interface Part<T> {
  getAsync(answer: (result: Office.AsyncResult<T>) => void): void;
  setAsync(value: T, answer: (result: Office.AsyncResult<void>) => void): void;
}

/** Writes a value, and takes it back only where it still stands there. */
export async function setPart<T>(part: Part<T>, before: T, after: T, same: (one: T, other: T) => boolean = Object.is): Promise<TakeBack | null> {
  if (same(before, after)) return null;
  await call<void>((answer) => part.setAsync(after, answer));
  return async () => {
    if (!same(await call<T>((answer) => part.getAsync(answer)), after)) return false;
    await call<void>((answer) => part.setAsync(before, answer));
    return true;
  };
}

const sameMoment = (one: Date, other: Date): boolean => new Date(one).getTime() === new Date(other).getTime();

/** The start first: Outlook moves the end along with it. Taken back in the same order. */
export async function setTimes(before: Appointment, start: Date, end: Date): Promise<TakeBack | null> {
  const open = item();
  if (sameMoment(before.start, start) && sameMoment(before.end, end)) return null;
  const write = async (from: Date, until: Date) => {
    await call<void>((answer) => open.start.setAsync(from, answer));
    await call<void>((answer) => open.end.setAsync(until, answer));
  };
  await write(start, end);
  return async () => {
    const [from, until] = [await call<Date>((answer) => open.start.getAsync(answer)), await call<Date>((answer) => open.end.getAsync(answer))];
    if (!sameMoment(from, start) || !sameMoment(until, end)) return false;
    await write(before.start, before.end);
    return true;
  };
}

/** Writes the text, unless a person has written there: theirs stays. An agenda that is missing is put before it. */
export async function setBody(before: Appointment, meeting: Meeting): Promise<{ takeBack: TakeBack | null; isKept: boolean }> {
  const { body } = item();
  const isOurs = before.note?.text === mark(normal(before.text));
  const isEmpty = normal(before.text) === '';
  if (!isOurs && !isEmpty && before.text.includes(t.body.agenda)) return { takeBack: null, isKept: true };

  const isHtml = (await call<Office.CoercionType>((answer) => body.getTypeAsync(answer))) === Office.CoercionType.Html;
  const kind = isHtml ? Office.CoercionType.Html : Office.CoercionType.Text;
  const written = isHtml ? html(meeting) : plainText(meeting);
  const whole = await call<string>((answer) => body.getAsync(kind, answer));
  if (isOurs || isEmpty) await call<void>((answer) => body.setAsync(written, { coercionType: kind }, answer));
  else await call<void>((answer) => body.prependAsync(written, { coercionType: kind }, answer));
  const after = normal(await readText());
  return {
    isKept: false,
    takeBack: async () => {
      if (normal(await readText()) !== after) return false;
      await call<void>((answer) => body.setAsync(whole, { coercionType: kind }, answer));
      return true;
    },
  };
}

/** Adds people and reads back who is there: that a call succeeded is no proof. */
export async function addPeople(people: { name: string; address: string }[], organizer: string | null): Promise<{ takeBack: TakeBack | null; notThere: string[] }> {
  const { requiredAttendees, optionalAttendees } = item();
  const there = async () => new Set([...(await readRecipients(requiredAttendees)), ...(await readRecipients(optionalAttendees))].flatMap(({ address, name }) => [address.toLowerCase(), ...(address.includes('@') ? [] : [name])]));
  const isThere = (set: Set<string>, { name, address }: { name: string; address: string }) => set.has(address.toLowerCase()) || set.has(name);

  const before = await there();
  const missing = people.filter((one) => !isThere(before, one));
  // A hundred at a time; and never by setting the list, since classic Outlook counts the organiser in.
  for (let at = 0; at < missing.length; at += 100)
    await attempt<void>((answer) => requiredAttendees.addAsync(missing.slice(at, at + 100).map((one) => ({ displayName: one.name, emailAddress: one.address })), answer));
  const after = await there();
  const added = missing.filter((one) => isThere(after, one));
  return {
    notThere: missing.filter((one) => !isThere(after, one)).map((one) => one.name),
    takeBack: added.length === 0 ? null : async () => {
      // There is no way to take single people out but by setting the rest; classic Outlook counts the organiser in, who must not become one of them.
      const gone = new Set([...added.map((one) => one.address), organizer ?? ''].map((address) => address.toLowerCase()));
      const rest = (await readRecipients(requiredAttendees)).filter((one) => !gone.has(one.address.toLowerCase()));
      await call<void>((answer) => requiredAttendees.setAsync(rest.map((one) => ({ displayName: one.name, emailAddress: one.address })), answer));
      return true;
    },
  };
}

/** Marks it as private; null where it is already, false where this Outlook does not offer it. */
export async function setPrivate(before: Appointment): Promise<TakeBack | null | false> {
  const { sensitivity } = item();
  if (!sensitivity) return false;
  if (before.isPrivate) return null;
  const write = (value: string) => call<void>((answer) => sensitivity.setAsync(value, answer));
  try {
    await write('private');
  } catch {
    return false;
  }
  return () => write('normal').then(() => true);
}

/** The note with the mark of the text that stands there now. */
export const withText = async (note: Note): Promise<Note> => ({ ...note, text: mark(normal(await readText())) });
