import { button, h, type Child } from '../../shared/dom';
import { t } from '../../shared/texts';
import { app, undo } from '../app';
import { choiceChange, headingChange, nextOwnNumber, textChange } from '../document/agenda';
import { applyChanges, turned, type Change } from '../document/change';
import { addLine, beginLine, endLine, isRunning, nonPublicPart, removeLine } from '../document/non-public';
import { isGuest, isInRoom, peopleIn } from '../document/people';
import { words } from '../document/tags';
import { clock } from '../document/times';
import { hasDropDowns } from '../document/word';
import { later } from '../later';
import { say } from '../../shared/status';
import { reread, sayDone, work } from '../work';
import { guestsLeave } from './attendance-steps';

/** The part without guests: one button at its beginning, one at its end (R30). */
export function nonPublicCard(): Child {
  const part = nonPublicPart(app.snapshot!);
  const running = isRunning(part);
  return h('details.card', { id: 'part-details', open: running },
    h('summary', t.nonPublic.title),
    h('div.stack',
      h('p.hint', part.ended ? t.nonPublic.over(part.began, part.ended) : running ? t.nonPublic.running(part.began) : t.nonPublic.hint),
      !part.ended && h('div.row', button('part', () => (running ? end() : begin()), running ? t.nonPublic.end : t.nonPublic.begin, 'primary'))));
}

const begin = (): Promise<void> =>
  work(async () => {
    const at = clock();
    const snapshot = app.snapshot!;
    const { item } = nonPublicPart(snapshot);
    // A spare block can become it only where the pane can also close it.
    const carrier = item ?? (hasDropDowns() ? snapshot.spares[0] : undefined);
    if (!carrier?.text) return say({ text: t.nonPublic.noPlace, tone: 'bad' });

    const changes: Change[] = [...guestsLeave(at), ...(item ? [] : [headingChange(carrier, nextOwnNumber(snapshot)), textChange(carrier.title!, words.confidentialPart), ...choiceChange(carrier.audienceControl, carrier.audience, words.board)])];
    await note(t.nonPublic.begun(at), changes, carrier.text.id, beginLine(at), 'first');
  });

const end = (): Promise<void> =>
  work(async () => {
    const at = clock();
    const { item } = nonPublicPart(app.snapshot!);
    const stayed = peopleIn(app.snapshot!.attendance).filter((person) => !isGuest(person) && isInRoom(person)).map((person) => person.name);
    await note(t.nonPublic.finished(at, stayed.length), [], item!.text!.id, endLine(at, stayed), 'last');
  });

async function note(sentence: string, changes: Change[], control: number, line: string, where: 'first' | 'last'): Promise<void> {
  if (changes.length > 0 && (await applyChanges(changes)) === 'stale') {
    await reread();
    return say({ text: t.status.stale, tone: 'bad' });
  }
  await addLine(control, line, where);
  undo.push(sentence, async () => ((await removeLine(control, line)) && (changes.length === 0 || (await applyChanges(turned(changes))) === 'written') ? 'done' : 'stale'));
  await reread();
  sayDone(sentence);
}

/** Shows what everybody may see, from what stands there now. */
export const project = (): Promise<void> =>
  work(async () => {
    await reread();
    app.projected = (await later()).projector;
  });
