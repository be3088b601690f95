import { h, type Child } from '../../shared/dom';
import { t } from '../../shared/texts';
import { app, memory } from '../app';
import { additionNumber, agendaWith, choiceChange, headingChange, nextItemNumber, overviewChange, textChange } from '../document/agenda';
import { isRunning, nonPublicPart } from '../document/non-public';
import { words } from '../document/tags';
import { choice, field, radios, typed } from '../fields';
import { say } from '../status';
import { work, write } from '../work';

const form = 'new-item';

/** A point that came up: it goes into one of the spare blocks that the draft carries. */
export function newItemForm(): Child {
  const snapshot = app.snapshot!;
  const left = snapshot.spares.length;
  if (left === 0) return h('div', { class: 'card' }, h('p', { class: 'strong' }, t.agenda.noSpare), h('p', {}, t.agenda.noSpareHow));

  const [next, addition] = [nextItemNumber(snapshot), additionNumber(snapshot)];
  return h('details', { id: 'new-details', class: 'card' },
    h('summary', {}, t.agenda.add),
    h('form', { class: 'stack', onsubmit: (event) => {
      event.preventDefault();
      void add();
    } },
    field(form, 'title', t.agenda.itemTitle, { required: true }),
    radios(form, 'number', t.agenda.number, [[next, `${words.item} ${next}`], ...(addition ? [[addition, `${words.item} ${addition}`] as [string, string]] : [])], next),
    choice(form, 'audience', t.agenda.audience, [words.undecided, words.partner, words.board].map((word) => [word, t.words[word]]), proposedAudience()),
    h('p', { class: 'hint' }, t.agenda.sparesLeft(left)),
    h('button', { class: 'primary', id: 'new-add' }, t.agenda.enter)));
}

// What comes up while the guests are out stays in the board until somebody says otherwise.
const proposedAudience = (): string => (isRunning(nonPublicPart(app.snapshot!)) ? words.board : words.undecided);

const add = (): Promise<void> =>
  work(async () => {
    const snapshot = app.snapshot!;
    const spare = snapshot.spares[0]!;
    const title = typed(form, 'title').trim();
    if (!title) return say({ text: t.agenda.needsTitle, tone: 'bad' });
    const number = typed(form, 'number', nextItemNumber(snapshot));
    const changes = [
      headingChange(spare, number),
      textChange(spare.title!, title),
      ...choiceChange(spare.audienceControl, spare.audience, typed(form, 'audience', proposedAudience())),
      ...overviewChange(snapshot, agendaWith(snapshot, spare.control, { number, title })),
    ];
    if (await write(t.agenda.added(number, title), changes, spare.control)) memory.clear(form);
  });
