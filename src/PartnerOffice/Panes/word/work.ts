import { Problem } from '../shared/problem';
import { say } from '../shared/status';
import { t } from '../shared/texts';
import { report, takeBackAnd, undoOffer, work } from '../shared/work';
import { app, memory } from './app';
import { applyChanges, canWrite, type Change } from './document/change';
import { goTo, goToChoices } from './document/place';
import { addRow } from './document/rows';
import { minutesId, readDocument } from './document/snapshot';
import type { FormName } from './document/tables';
import { pushChanges } from './undo';

export { report, work };

/** Reads the document again, and opens what was being typed for it. */
export async function reread(): Promise<void> {
  try {
    app.snapshot = await readDocument();
    app.documentProblem = null;
    memory.open(minutesId(app.snapshot) || (Office.context.document.url ?? ''));
  } catch (error) {
    app.documentProblem = error instanceof Problem ? error : new Problem('word', t.problems.host, t.problems.hostRemedy);
    throw error;
  }
}

/** Writes into the document, unless somebody else changed the place: then it is read again and nothing is overwritten. */
export async function write(sentence: string, changes: Change[], choicesOf?: number): Promise<boolean> {
  const possible = changes.filter((change) => canWrite(change.place));
  const byHand = changes.filter((change) => !canWrite(change.place));
  if (possible.length > 0 && (await applyChanges(possible)) === 'stale') return stale();

  if (possible.length > 0) pushChanges(sentence, possible);
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
  pushChanges(sentence, changes);
  await reread();
  sayDone(sentence);
  return true;
}

export function sayDone(sentence: string): void {
  say({ text: sentence, tone: 'good', offer: undoOffer(() => void takeBack()) });
}

export const takeBack = (): Promise<void> => takeBackAnd(reread);

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
