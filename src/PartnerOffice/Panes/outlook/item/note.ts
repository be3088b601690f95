import type { Kind } from '../contract';
import { attempt, call, item, supports } from './outlook';

/** Somebody who is expected: id, mark of the address, name. No address: whoever opens the appointment's properties learns none. */
export type Expected = [id: string, mark: string, name: string];

/** What the pane lays into the appointment for the check at the moment of sending; `events.js` reads it. */
export interface Note {
  v: 1;
  id: string;
  kind: Kind;
  number: string;
  notice: number;
  /** How many items are for the board only, and how many are for everybody. Their titles stand nowhere in here. */
  board: number;
  agenda: number;
  start: number;
  people: Expected[];
  /** Marks of those who may be there and are not waited for. */
  others: string[];
  partner: Expected | null;
  /** The mark of the text that the pane wrote: what a person changed is not overwritten. */
  text: string;
  /** The id of the meeting, once the service has taken it over. */
  meeting?: string;
}

// All properties together may have 2,500 characters.
const longest = 2_400;

/** The mark of an address or a text. The same as in `events.js`. */
export function mark(said: string): string {
  const text = said.trim().toLowerCase();
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return (sum >>> 0).toString(36);
}

export async function readNote(): Promise<Note | null> {
  const properties = await attempt<Office.CustomProperties>((answer) => item().loadCustomPropertiesAsync(answer));
  return parsed(properties?.get('po')) ?? parsed(supports('1.11') ? await attempt<string>((answer) => item().sessionData.getAsync('po', answer)) : null);
}

/** Lays it down twice: classic Outlook keeps the property only with a saved appointment, the session only as long as the window is open. */
export async function writeNote(note: Note | null): Promise<boolean> {
  const json = note ? fitting(note) : '';
  if (supports('1.11')) await attempt<void>((answer) => item().sessionData.setAsync('po', json, answer));
  const properties = await attempt<Office.CustomProperties>((answer) => item().loadCustomPropertiesAsync(answer));
  if (!properties) return false;

  if (json) properties.set('po', json);
  else properties.remove('po');
  const save = () => call<void>((answer) => properties.saveAsync(answer as never));
  // A fresh draft may have to be saved before its properties can be.
  return save().then(() => true, async () => {
    await attempt<string>((answer) => item().saveAsync(answer));
    return save().then(() => true, () => false);
  });
}

// A very large board: initials say enough to those who know it.
function fitting(note: Note): string {
  const whole = JSON.stringify(note);
  if (whole.length <= longest) return whole;
  return JSON.stringify({ ...note, people: note.people.map(([id, sign, name]): Expected => [id, sign, name.split(' ').map((part) => part[0]).join('')]) });
}

function parsed(json: unknown): Note | null {
  if (typeof json !== 'string' || json === '') return null;
  try {
    const note = JSON.parse(json) as Note;
    return note.v === 1 && Array.isArray(note.people) ? note : null;
  } catch {
    return null;
  }
}
