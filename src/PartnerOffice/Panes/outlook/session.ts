import { Problem } from '../shared/problem';
import { openSignIn } from '../shared/sign-in';
import { Api } from './api';
import { app, render } from './app';
import * as form from './form';
import { t } from './texts';

let running: Promise<void> = Promise.resolve();

/** Until it is known whether the service can be asked; not longer than somebody waits for a button. */
export const signedIn = (): Promise<unknown> => Promise.race([running, new Promise((resolve) => setTimeout(resolve, 3_000))]);

export const signIn = (): Promise<void> => (running = enter());

/** Signs in and asks who it is. What fails is kept as a sentence: the rest of the pane goes on (R40). */
async function enter(): Promise<void> {
  try {
    const opened = await openSignIn(form.district());
    app.settings = opened.settings;
    app.api = new Api(opened);
    app.me = await app.api.me();
    app.serviceProblem = null;
    await propose();
  } catch (error) {
    app.serviceProblem = error instanceof Problem ? error : new Problem('sign-in', t.problems.signIn, t.signIn.stillWorks);
  }
  render();
}

let asked = '';

/** Asks for number, agenda and people of this kind of meeting on this day, once for each. */
export async function propose(): Promise<void> {
  if (!app.api || !app.me || !app.appointment) return;
  const [kind, on] = [form.kind(), form.date()];
  const question = `${kind} ${on}`;
  if (asked === question || !/^\d{4}-\d\d-\d\d$/.test(on)) return;

  asked = question;
  const proposal = await app.api.proposal(kind, on).catch((error: unknown) => {
    asked = '';
    throw error;
  });
  // Somebody may have chosen another day meanwhile.
  if (asked !== question) return;
  app.proposal = proposal;
  form.rememberRules(proposal);
  render();
}

/** Forgets who it was. */
export function signOut(): void {
  asked = '';
  Object.assign(app, { me: null, proposal: null, checked: null, answers: null });
}
