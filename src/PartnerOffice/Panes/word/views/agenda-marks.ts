import { button, h, type Child } from '../../shared/dom';
import { t } from '../../shared/texts';
import { undo } from '../app';
import { ask } from '../../shared/ask';
import { markAgain, markSelection, unmark, type Passage } from '../document/marks';
import { say } from '../../shared/status';
import { reread, sayDone, work } from '../work';

/** Words that stay in the board, inside a point that goes to the partner. */
export function markCard(): Child {
  return h('details.card', { id: 'marks-details' },
    h('summary', t.marks.title),
    h('div.stack',
      h('p.hint', t.marks.hint),
      h('div.row',
        button('mark', mark, t.marks.mark, 'primary'),
        button('unmark', askToUnmark, t.marks.unmark, 'quiet'))));
}

const mark = (): Promise<void> =>
  work(async () => {
    const marking = await markSelection();
    await reread();
    if (!marking.done) return say({ text: t.marks.why[marking.why], tone: 'bad' });
    undo.push(t.marks.marked, () => taken(marking.passage));
    sayDone(t.marks.marked);
  });

const taken = async (passage: Passage): Promise<'done' | 'stale'> => ((await unmark(passage)).done ? 'done' : 'stale');

async function askToUnmark(): Promise<void> {
  const sure = await ask({ title: t.marks.unmarkTitle, body: h('p', t.marks.unmarkBody), yes: t.marks.unmark, isDangerous: true });
  if (!sure) return;
  await work(async () => {
    const marking = await unmark();
    await reread();
    if (!marking.done) return say({ text: t.marks.why.none, tone: 'bad' });
    undo.push(t.marks.unmarked, async () => ((await markAgain(marking.passage)) ? 'done' : 'stale'));
    sayDone(t.marks.unmarked);
  });
}
