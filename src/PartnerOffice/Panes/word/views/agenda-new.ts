import { formOf, h, submit, type Child } from '../../shared/dom';
import { t } from '../../shared/texts';
import { app, memory } from '../app';
import { additionNumber, agendaWith, choiceChange, headingChange, nameOf, nextItemNumber, nextOwnNumber, overviewChange, textChange } from '../document/agenda';
import { isRunning, nonPublicPart } from '../document/non-public';
import { words } from '../document/tags';
import { choice, field, radios, typed, wordOptions, type Option } from '../fields';
import { say } from '../../shared/status';
import { work, write } from '../work';

const name = 'new-item';

/** A point that came up: it goes into one of the spare blocks that the draft carries. */
export function newItemForm(): Child {
  const snapshot = app.snapshot!;
  const left = snapshot.spares.length;
  if (left === 0) return h('div.card', h('p.strong', t.agenda.noSpare), h('p', t.agenda.noSpareHow));

  const numbers = [nextItemNumber(snapshot), additionNumber(snapshot), nextOwnNumber(snapshot)].filter(Boolean);
  return h('details.card', { id: 'new-details' },
    h('summary', t.agenda.add),
    formOf(add,
      field(name, 'title', t.agenda.itemTitle, { required: true }),
      radios(name, 'number', t.agenda.number, numbers.map((number): Option => [number, nameOf({ number })]), proposedNumber()),
      choice(name, 'audience', t.audience, wordOptions(words.undecided, words.partner, words.board), proposedAudience(), true),
      h('p.hint', t.agenda.sparesLeft(left)),
      submit('new-add', t.agenda.enter)));
}

// What comes up while the guests are out stays in the board until somebody says otherwise.
const isOwnPart = (): boolean => isRunning(nonPublicPart(app.snapshot!));

const proposedAudience = (): string => (isOwnPart() ? words.board : words.undecided);

const proposedNumber = (): string => (isOwnPart() && typed(name, 'audience', words.board) === words.board ? nextOwnNumber : nextItemNumber)(app.snapshot!);

const add = (): Promise<void> =>
  work(async () => {
    const snapshot = app.snapshot!;
    const spare = snapshot.spares[0]!;
    const title = typed(name, 'title').trim();
    if (!title) return say({ text: t.agenda.needsTitle, tone: 'bad' });
    const number = typed(name, 'number', proposedNumber());
    const changes = [
      headingChange(spare, number),
      textChange(spare.title!, title),
      ...choiceChange(spare.audienceControl, spare.audience, typed(name, 'audience', proposedAudience())),
      ...overviewChange(snapshot, agendaWith(snapshot, spare.control, { number, title })),
    ];
    if (await write(t.agenda.added(number, title), changes, spare.control)) memory.clear(name);
  });
