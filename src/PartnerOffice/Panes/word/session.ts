import { Api } from '../shared/api';
import { Problem } from '../shared/problem';
import { openSignIn } from '../shared/sign-in';
import { t } from '../shared/texts';
import { app, render } from './app';
import { valueOf } from './document/snapshot';
import { tags } from './document/tags';
import { isoDay } from './document/times';

/** Signs in and asks who it is. What fails is kept as a sentence: the rest of the pane goes on (R40). */
export async function signIn(): Promise<void> {
  try {
    const opened = await openSignIn(app.snapshot ? valueOf(app.snapshot, tags.district) : '');
    app.settings = opened.settings;
    app.api = new Api(opened);
    app.me = await app.api.me();
    app.serviceProblem = null;
    await askForMembers();
  } catch (error) {
    app.serviceProblem = error instanceof Problem ? error : new Problem('sign-in', t.problems.signIn, t.signIn.stillWorks);
  }
  render();
}

/** Who sat on the board that day; the attendance list does without it. */
export async function askForMembers(): Promise<void> {
  const day = app.snapshot && isoDay(valueOf(app.snapshot, tags.date));
  if (day && app.api && app.me) app.people = await app.api.people(day).catch(() => null);
}
