import { ask } from '../shared/ask';
import { button, h, type Child } from '../shared/dom';
import { Problem } from '../shared/problem';
import { newKey } from '../shared/service';
import { say } from '../shared/status';
import { work } from '../shared/work';
import { app, memory } from './app';
import type { PlanPreview, PlanRequest } from './contract';
import * as form from './form';
import { linesOf } from './item/invitation';
import { daysFrom } from './item/times';
import { writeNote } from './item/note';
import { reread } from './read';
import { t } from './texts';

const handed = 'handed';

/** The id of the meeting that the service has taken over; empty before. */
export const handedMeeting = (): string => app.appointment?.note?.meeting ?? memory.form(handed).meeting ?? '';

export const handOverButton = (): Child =>
  handedMeeting()
    ? h('p.card.success', h('span.icon', { 'aria-hidden': 'true' }, '✓'), t.handOver.already)
    : h('section.card.stack',
        h('h3', t.handOver.title),
        h('p', t.handOver.means(form.rules().mailbox ?? '')),
        h('div.row', button('hand-over', handOver, t.handOver.title)));

/** The service makes the event of the district's mailbox and invites everybody, each on their way (R10, R12). First it shows what leaves. */
const handOver = (): Promise<void> =>
  work(async () => {
    await reread();
    const lacking = form.lacking();
    if (lacking) return say({ text: lacking, tone: 'bad' });
    if (!app.api || !app.me) throw app.serviceProblem ?? new Problem('sign-in', t.problems.signIn, t.signIn.stillWorks);

    const request = requestNow();
    const { preview } = await app.api.plan(request, newKey()).catch(refused);
    if (!preview || !(await ask({ title: t.handOver.ask, body: shown(preview), yes: t.handOver.askYes }))) return;

    // The same key until it has succeeded: pressing again after a lost answer makes no second meeting.
    const kept = memory.form(handed);
    const key = kept.of === preview.sha256 && kept.key ? kept.key : newKey();
    memory.fill(handed, { of: preview.sha256, key });
    const { meeting } = await app.api.plan({ ...request, consent: preview.sha256 }, key).catch(refused);
    memory.fill(handed, { meeting: meeting!.meeting });
    // The titles for the board are with the service now, and need not lie in this browser.
    memory.clear(form.form);
    if (app.appointment?.note) await writeNote({ ...app.appointment.note, meeting: meeting!.meeting });
    await reread();
    say({ text: t.handOver.done(meeting!.number), tone: 'good' });
  });

function requestNow(): PlanRequest {
  const nights = form.nights();
  return {
    kind: form.kind(), number: form.number(), date: form.date(), start: `${form.start()}:00`, end: `${form.end()}:00`, zone: form.rules().timeZone,
    ...(nights > 0 && { lastDay: daysFrom(form.date(), nights) }),
    ...(form.place() && { place: form.place() }),
    ...(form.urgency() && { urgency: form.urgency() }),
    agenda: [
      ...linesOf(form.agendaText()).map((title) => ({ title, audience: 'partner' as const })),
      ...linesOf(form.boardText()).map((title) => ({ title, audience: isUndecided(title) ? ('undecided' as const) : ('board' as const) })),
    ],
  };
}

// What nobody decided on stands among what the board keeps, and is still to be decided in the draft.
const isUndecided = (title: string): boolean => form.proposalNow()?.agenda.some((one) => one.title === title && one.audience === 'undecided') ?? false;

// The place for each person's own answer is filled when it leaves.
function shown({ board, byHand, findings }: PlanPreview): Child {
  const text = board.body.split('\n').filter((line) => !line.includes('{{')).join('\n').trim();
  return [
    h('p', t.handOver.askBody),
    findings.length > 0 && h('ul.bullets', findings.map((one) => h('li', one.message, ' ', one.remedy))),
    byHand.length > 0 && h('p', t.handOver.byHand(byHand.join(', '))),
    h('div.letter', { tabindex: 0, role: 'group', 'aria-label': t.handOver.preview }, h('p.strong', board.subject), text),
  ];
}

function refused(error: unknown): never {
  const isMissing = error instanceof Problem && (error.more.status === 404 || error.more.status === 405);
  throw isMissing ? new Problem('unknown', t.handOver.notYet, t.handOver.notYetRemedy) : error;
}
