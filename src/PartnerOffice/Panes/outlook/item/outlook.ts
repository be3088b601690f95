import { Problem } from '../../shared/problem';
import { t } from '../texts';

export type Item = Office.AppointmentCompose;

/** The appointment that is being edited, or the sentence that there is none. */
export function item(): Item {
  const open = Office.context.mailbox?.item as unknown as Item | undefined;
  // Made out of a mail in classic Outlook an appointment has no list of attendees.
  if (!open?.requiredAttendees || !open.start?.setAsync) throw new Problem('outlook', t.problems.noAppointment, t.problems.noAppointmentRemedy);
  return open;
}

/** One call of Outlook's as a promise. */
export const call = <T>(start: (answer: (result: Office.AsyncResult<T>) => void) => void): Promise<T> =>
  new Promise((resolve, reject) => {
    start((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) return resolve(result.value);
      console.warn(result.error);
      reject(new Problem('outlook', t.problems.host, t.problems.hostRemedy));
    });
  });

/** A call that this Outlook may not allow here: null where it does not. */
export const attempt = <T>(start: (answer: (result: Office.AsyncResult<T>) => void) => void): Promise<T | null> => call(start).catch(() => null);

export const supports = (version: string): boolean => Office.context.requirements?.isSetSupported('Mailbox', version) ?? false;
