import { newKey } from '../../shared/service';
import type { Delivery, Edition } from '../../shared/contract';
import { h } from '../../shared/dom';
import { Problem } from '../../shared/problem';
import { t } from '../../shared/texts';
import { app, memory, render } from '../app';
import { ask } from '../../shared/ask';
import { openFile, readFile } from '../document/file';
import { writeNotes } from '../document/notes';
import { minutesId } from '../document/snapshot';
import { today } from '../document/times';
import { choice, field, typed } from '../fields';
import { say } from '../../shared/status';
import { report, reread, service, work } from '../work';
import { follow } from './follow';

export async function loadHistory(): Promise<void> {
  if (!app.api || app.serviceProblem) return;
  try {
    app.meeting = await app.api.meeting(minutesId(app.snapshot));
    Object.assign(app, { isDraft: false, historyProblem: null });
  } catch (error) {
    const isUnknown = error instanceof Problem && (error.code === 'unknown-minutes' || error.code === 'unknown');
    Object.assign(app, { meeting: null, isDraft: isUnknown, historyProblem: error instanceof Problem ? error : null });
    if (!isUnknown) report(error, loadHistory);
  }
  render();
  for (const delivery of app.meeting?.deliveries ?? []) follow(delivery);
}

const settle = (delivery: Delivery, what: 'hold' | 'start' | 'confirmation'): Promise<void> => {
  const key = newKey();
  return work(async () => {
    const now = await service().settle(delivery.delivery, what, key);
    say({ text: now.sentence, tone: 'good' });
    await loadHistory();
  });
};

export const hold = (delivery: Delivery): Promise<void> => settle(delivery, 'hold');
export const startNow = (delivery: Delivery): Promise<void> => settle(delivery, 'start');

export async function confirmDelivery(delivery: Delivery): Promise<void> {
  if (await ask({ title: t.history.confirm, body: h('p', t.history.confirmBody), yes: t.history.confirm })) await settle(delivery, 'confirmation');
}

export async function withdraw(delivery: Delivery): Promise<void> {
  await work(async () => {
    app.reasons = await service().withdrawalReasons();
  });
  if (app.reasons.length === 0) return;

  const sure = await ask({
    title: t.history.withdraw,
    body: [
      h('p', t.history.withdrawBody),
      h('ul.bullets', t.history.withdrawDoes.map((line) => h('li', line))),
      choice('withdraw', 'reason', t.review.reason, [['', t.choose], ...app.reasons.map((one): [string, string] => [one.reason, one.label])]),
    ],
    yes: t.history.withdraw,
    isDangerous: true,
    missing: () => (typed('withdraw', 'reason') ? null : t.history.withdrawNeedsReason),
  });
  if (!sure) return;

  const key = newKey();
  await work(async () => {
    app.recall = await service().withdraw(delivery.delivery, typed('withdraw', 'reason'), key);
    memory.clear('withdraw');
    say({ text: app.recall.next, tone: 'good' });
    await loadHistory();
  });
}

export async function approve(): Promise<void> {
  const sure = await ask({
    title: t.history.approve,
    body: [
      h('p', t.history.approveBody),
      field('approval', 'on', t.day, { type: 'date', fallback: today(), required: true }),
      choice('approval', 'changes', t.history.approvedHow, [['', t.history.withoutChanges], ['yes', t.history.withChanges]]),
    ],
    yes: t.enter,
  });
  if (!sure) return;

  const key = newKey();
  await work(async () => {
    const recorded = await service().approve(minutesId(app.snapshot), key, await readFile(), typed('approval', 'on', today()), typed('approval', 'changes') === 'yes');
    memory.clear('approval');
    const missing = await writeNotes(recorded.notes);
    await reread();
    say({ text: recorded.sentence, remedy: missing.length > 0 ? t.review.notWritten : '', tone: 'good' });
    await loadHistory();
  });
}

export async function beginCorrection(): Promise<void> {
  const sure = await ask({
    title: t.history.correct,
    body: [h('p', t.history.correctBody), field('correction', 'note', t.history.correctNote, { required: true })],
    yes: t.history.correct,
    missing: () => (typed('correction', 'note').trim() ? null : t.history.correctNeedsNote),
  });
  if (!sure) return;

  const key = newKey();
  await work(async () => {
    await openFile(await service().correct(await readFile(), typed('correction', 'note').trim(), key));
    memory.clear('correction');
    say({ text: t.history.correctionOpened, tone: 'good' });
  });
}

/** Sends before the set hour: consent is given to exactly the bytes that were shown. */
export async function shareNow(): Promise<void> {
  app.edition = null;
  await work(async () => {
    app.document = await readFile();
    app.edition = await service().edition(app.document, [...memory.accepted]);
  });
  const edition = app.edition as Edition | null;
  if (!edition) return;

  const places = edition.withheld.map((one) => one.place).join(', ');
  const sure = await ask({
    title: t.history.shareNow,
    body: [h('p', t.review.goesTo(edition.partner.name, edition.partner.library)), h('p', places ? t.history.notIncluded(places) : t.review.nothingWithheld)],
    yes: t.history.now,
  });
  if (!sure) return;

  const key = newKey();
  await work(async () => {
    const delivery = await service().share(minutesId(app.snapshot), key, app.document, [...memory.accepted], edition.sha256);
    say({ text: delivery.sentence, tone: 'good' });
    await loadHistory();
  });
}
