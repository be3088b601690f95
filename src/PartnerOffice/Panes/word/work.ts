import { Problem } from '../shared/problem';
import { t } from '../shared/texts';
import { app, memory, render, undo } from './app';
import { applyChanges, canWrite, type Change } from './document/change';
import { goTo, goToChoices } from './document/place';
import { addRow } from './document/rows';
import { minutesId, readDocument } from './document/snapshot';
import type { FormName } from './document/tables';
import { say } from './status';

/** Runs one action at a time; what fails becomes a sentence, with "Noch einmal" where that may help. */
export async function work(action: () => Promise<unknown>): Promise<void> {
  if (app.isBusy) return;
  app.isBusy = true;
  document.body.setAttribute('aria-busy', 'true');
  try {
    await action();
  } catch (error) {
    report(error, action);
  } finally {
    app.isBusy = false;
    document.body.removeAttribute('aria-busy');
    render();
  }
}

export function report(error: unknown, action?: () => Promise<unknown>): void {
  if (!(error instanceof Problem)) console.error(error);
  const problem = error instanceof Problem ? error : new Problem('unknown', t.problems.unknown, t.problems.wordRemedy);
  const again = action && problem.mayTryAgain ? { label: t.status.again, press: () => void work(action) } : undefined;
  say({ text: problem.sentence, remedy: problem.remedy, tone: 'bad', offer: again });
}

/** Reads the document again, and opens what was being typed for it. */
export async function reread(): Promise<void> {
  try {
    app.snapshot = await readDocument();
    app.documentProblem = null;
    memory.open(minutesId(app.snapshot) || (Office.context.document.url ?? ''));
  } catch (error) {
    app.documentProblem = error instanceof Problem ? error : new Problem('word', t.problems.word, t.problems.wordRemedy);
    throw error;
  }
}

/** Writes into the document, unless somebody else changed the place: then it is read again and nothing is overwritten. */
export async function write(sentence: string, changes: Change[], choicesOf?: number): Promise<boolean> {
  const possible = changes.filter((change) => canWrite(change.place));
  const byHand = changes.filter((change) => !canWrite(change.place));
  if (possible.length > 0 && (await applyChanges(possible)) === 'stale') return stale();

  if (possible.length > 0) undo.pushChanges(sentence, possible);
  await reread();
  if (byHand.length > 0) {
    if (choicesOf !== undefined) await goToChoices(choicesOf);
    say({ text: t.status.chooseByHand(byHand.map((change) => change.after).join(', ')), tone: 'neutral' });
  } else {
    sayDone(sentence);
  }
  return true;
}

/** Somebody else changed the place: it is read again, and nothing is overwritten. */
export async function stale(): Promise<false> {
  await reread();
  say({ text: t.status.stale, tone: 'bad' });
  return false;
}

/** Adds a row to a table of the form. */
export const add = async (form: FormName, owner: number | null, cells: string[], sentence: string): Promise<true> => added(sentence, await addRow(form, owner, cells));

export async function added(sentence: string, changes: Change[]): Promise<true> {
  undo.pushChanges(sentence, changes);
  await reread();
  sayDone(sentence);
  return true;
}

export function sayDone(sentence: string): void {
  say({ text: sentence, tone: 'good', offer: undo.last ? { label: t.status.undo, press: () => void takeBack() } : undefined });
}

export const takeBack = (): Promise<void> =>
  work(async () => {
    const taken = await undo.takeBack();
    await reread();
    if (!taken) return;
    const offer = undo.last ? { label: t.status.undo, press: () => void takeBack() } : undefined;
    if (taken.result === 'done') say({ text: t.status.undone(taken.sentence), tone: 'good', offer });
    else say({ text: t.status.notUndone, tone: 'bad', offer });
    document.getElementById('status-offer')?.focus();
  });

/** Shows a place in the document. */
export const show = (tag: string): Promise<void> =>
  work(async () => {
    if (!(await goTo(tag))) say({ text: t.placeGone, tone: 'bad' });
  });

/** The service, or the sentence that it cannot be reached. */
export function service(): NonNullable<typeof app.api> {
  if (!app.api) throw app.serviceProblem ?? new Problem('sign-in', t.problems.signIn, t.signIn.stillWorks);
  return app.api;
}
