import { attempt, call, item, supports } from './outlook';
import { readNote, type Note } from './note';

export interface Recipient {
  name: string;
  address: string;
}

export type Whose = 'shared' | 'personal' | 'unknown';

/** The appointment as it stands in Outlook now. */
export interface Appointment {
  subject: string;
  start: Date;
  end: Date;
  place: string;
  /** Whether the place is a booked room, which the pane leaves alone. */
  isRoom: boolean;
  required: Recipient[];
  optional: Recipient[];
  text: string;
  /** Null where this Outlook does not say. */
  isPrivate: boolean | null;
  isSeries: boolean;
  /** In whose calendar it lies; null where nothing says so. */
  owner: string | null;
  note: Note | null;
}

export async function readAppointment(): Promise<Appointment> {
  const open = item();
  const [subject, start, end, location, required, optional, text, sensitivity, places, recurrence, owner, note] = await Promise.all([
    call<string>((answer) => open.subject.getAsync(answer)),
    call<Date>((answer) => open.start.getAsync(answer)),
    call<Date>((answer) => open.end.getAsync(answer)),
    call<string>((answer) => open.location.getAsync(answer)),
    readRecipients(open.requiredAttendees),
    readRecipients(open.optionalAttendees),
    readText(),
    open.sensitivity ? attempt<string>((answer) => open.sensitivity.getAsync(answer as never)) : null,
    supports('1.8') && open.enhancedLocation ? attempt<Office.LocationDetails[]>((answer) => open.enhancedLocation.getAsync(answer)) : null,
    supports('1.7') && open.recurrence ? attempt<Office.Recurrence>((answer) => open.recurrence.getAsync(answer)) : null,
    readOwner(),
    readNote(),
  ]);
  return {
    subject, start: new Date(start), end: new Date(end), place: location, required, optional, text, owner, note,
    isRoom: places?.some((one) => one.locationIdentifier.type === 'room') ?? false,
    isPrivate: sensitivity === null ? null : sensitivity === 'private' || sensitivity === 'confidential',
    isSeries: recurrence !== null,
  };
}

export const readText = (): Promise<string> => call<string>((answer) => item().body.getAsync('text', answer));

export const readRecipients = async (list: Office.Recipients): Promise<Recipient[]> =>
  (await call<Office.EmailAddressDetails[]>((answer) => list.getAsync(answer))).map((one) => ({ name: one.displayName ?? '', address: (one.emailAddress ?? '').trim() }));

// A mailbox that several people look after names its owner; an account of its own is the organiser. Outlook for Mac may say neither.
async function readOwner(): Promise<string | null> {
  const open = item();
  const shared = supports('1.8') && open.getSharedPropertiesAsync ? await attempt<Office.SharedProperties>((answer) => open.getSharedPropertiesAsync(answer)) : null;
  if (shared?.owner) return shared.owner;
  const organizer = supports('1.7') && open.organizer ? await attempt<Office.EmailAddressDetails>((answer) => open.organizer.getAsync(answer as never)) : null;
  return organizer?.emailAddress || null;
}

/** Whether it is the district's own calendar. */
export const whose = (owner: string | null, mailbox: string | undefined): Whose =>
  !owner || !mailbox ? 'unknown' : owner.toLowerCase() === mailbox.toLowerCase() ? 'shared' : 'personal';

/** Everybody whom it names, in its order. */
export const attendeesOf = (appointment: Appointment): Recipient[] => [...appointment.required, ...appointment.optional];
