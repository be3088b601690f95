import { Problem } from '../shared/problem';
import { app, memory } from './app';
import { readAppointment } from './item/appointment';
import { attempt, item, supports } from './item/outlook';
import { t } from './texts';

let drawer = '';

/** Under which id the form is kept; the appointment's note takes it over, so that what was typed stays where it was. */
export const drawerId = (): string => (drawer && drawer !== 'new' ? drawer : (drawer = crypto.randomUUID().slice(0, 8)));

/** Reads the appointment again, and opens what was being typed for it. */
export async function reread(): Promise<void> {
  try {
    app.appointment = await readAppointment();
    app.appointmentProblem = null;
    memory.open(`appointment:${app.appointment.note?.id ?? (drawer ||= await windowId())}`);
  } catch (error) {
    app.appointmentProblem = error instanceof Problem ? error : new Problem('outlook', t.problems.host, t.problems.hostRemedy);
    throw error;
  }
}

// A new appointment has no id; its window keeps one as long as it is open, so that two windows do not share a form.
async function windowId(): Promise<string> {
  if (!supports('1.11')) return 'new';
  const known = await attempt<string>((answer) => item().sessionData.getAsync('po-window', answer));
  if (known) return known;
  const id = crypto.randomUUID().slice(0, 8);
  await attempt<void>((answer) => item().sessionData.setAsync('po-window', id, answer));
  return id;
}
