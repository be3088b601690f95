import { newKey } from '../../shared/api';
import { button, h, type Child } from '../../shared/dom';
import { t } from '../../shared/texts';
import { app } from '../app';
import { ask } from '../ask';
import { openFile } from '../document/file';
import { valueOf } from '../document/snapshot';
import { tags } from '../document/tags';
import { isoDay } from '../document/times';
import { field, typed } from '../fields';
import { say } from '../status';
import { service, work } from '../work';
import { beginCorrection } from './history-steps';

/** A document that looks like a copy: a new meeting, or a correction that has to be begun (R8). */
export const copyAnswers = (): Child =>
  h('div.row',
    button('copy-new', newMeeting, t.review.newMeeting),
    button('copy-correction', beginCorrection, t.review.isCorrection));

async function newMeeting(): Promise<void> {
  const proposed = isoDay(valueOf(app.snapshot!, tags.date));
  const sure = await ask({
    title: t.review.newMeeting,
    body: [h('p', t.review.newMeetingBody), field('new-meeting', 'date', t.day, { type: 'date', fallback: proposed, required: true })],
    yes: t.review.newMeetingYes,
  });
  if (!sure) return;
  const key = newKey();
  await work(async () => {
    await openFile(await service().draftFrom(app.document, app.check?.minutes?.kind ?? 'board-meeting', typed('new-meeting', 'date', proposed), key));
    say({ text: t.review.newMeetingDone, tone: 'good' });
  });
}
