import { newKey } from '../../shared/service';
import { Problem } from '../../shared/problem';
import { t } from '../../shared/texts';
import { app, memory } from '../app';
import { readFile } from '../document/file';
import { writeNotes } from '../document/notes';
import { minutesId } from '../document/snapshot';
import { say } from '../../shared/status';
import { reread, service, work } from '../work';

/** Reads the file, has it checked, and where nothing stops it, shows at once what would go to the partner. */
export const check = (): Promise<void> => work(look);

async function look(): Promise<void> {
  const api = service();
  say({ text: t.review.checking });
  await reread();
  app.document = await readFile();
  app.check = await api.check(app.document, [...memory.accepted]);
  Object.assign(app, { edition: null, released: null, mayNotRelease: null, notWritten: [] });

  // A file of other minutes than the ones on the screen must never go on from here.
  const own = minutesId(app.snapshot);
  if (app.check.minutes && own && app.check.minutes.id !== own) throw new Problem('file', t.review.otherFile, t.problems.fileRemedy);

  if (app.check.findings.every((finding) => finding.weight === 'hint' || finding.accepted)) await prepare();
  say({ text: app.check.sentence, tone: app.check.ok ? 'good' : 'neutral' });
}

async function prepare(): Promise<void> {
  try {
    app.edition = await service().edition(app.document, [...memory.accepted]);
  } catch (error) {
    if (!(error instanceof Problem) || error.mayTryAgain) throw error;
    // What only the edition finds joins the rest.
    app.check!.findings = [...app.check!.findings, ...(error.more.findings ?? []).filter((finding) => !app.check!.findings.some((known) => known.place === finding.place && known.message === finding.message))];
    app.mayNotRelease = error;
  }
}

export const accept = (finding: string, reason: string): Promise<void> =>
  work(async () => {
    memory.accept(finding, reason);
    memory.clear(`reason:${finding}`);
    app.explaining = '';
    await look();
  });

export const release = (): Promise<void> => {
  // One press, one key: its repetition after a lost answer records nothing twice.
  const key = newKey();
  return work(async () => {
    const minutes = app.check!.minutes!.id;
    try {
      app.released = await service().release(minutes, key, app.document, [...memory.accepted], app.edition!.sha256);
    } catch (error) {
      if (!(error instanceof Problem) || error.mayTryAgain) throw error;
      app.mayNotRelease = error;
      if (['needs-consent', 'stale-consent', 'changed-since-release'].includes(error.code)) app.edition = null;
      return say({ text: error.sentence, remedy: error.remedy, tone: 'bad' });
    }

    memory.forgetAccepted();
    memory.clear('release');
    app.notWritten = await writeNotes(app.released.notes);
    await reread();
    say({ text: app.released.sentence, tone: 'good' });
  });
};
