import { newKey } from '../../shared/service';
import { button, h, type Child } from '../../shared/dom';
import { t } from '../../shared/texts';
import { app } from '../app';
import { ask } from '../../shared/ask';
import { openFile } from '../document/file';
import { valueOf } from '../document/snapshot';
import { tags } from '../document/tags';
import { say } from '../../shared/status';
import { service, work } from '../work';
import { beginCorrection } from './history-steps';

/** A document that looks like a copy: a new meeting, or a correction that has to be begun (R8). */
export const copyAnswers = (): Child =>
  h('div.row',
    button('copy-new', newMeeting, t.review.newMeeting),
    button('copy-correction', beginCorrection, t.review.isCorrection));

async function newMeeting(): Promise<void> {
  const [number, day] = [tags.number, tags.date].map((tag) => valueOf(app.snapshot!, tag));
  if (!(await ask({ title: t.review.newMeeting, body: h('p', t.review.newMeetingBody(number!, day!)), yes: t.review.newMeetingYes }))) return;
  const key = newKey();
  await work(async () => {
    await openFile(await service().ownMinutes(app.document, key));
    say({ text: t.review.newMeetingDone, tone: 'good' });
  });
}
