import { t, word } from '../../shared/texts';
import { app, memory, undo } from '../app';
import { agendaWith, choiceChange, headingChange, nameOf, overviewChange, textChange, titleOf } from '../document/agenda';
import type { Change } from '../document/change';
import type { Item } from '../document/snapshot';
import { clock } from '../document/times';
import { typed } from '../fields';
import { later } from '../later';
import { say } from '../../shared/status';
import { reread, sayDone, work, write } from '../work';

export const decide = (item: Item, said: string): Promise<void> =>
  work(() => write(t.agenda.decided(nameOf(item), word(said)), choiceChange(item.audienceControl, item.audience, said), item.control));

export const setStatus = (item: Item, said: string): Promise<void> =>
  work(() => write(t.agenda.statusSet(nameOf(item), word(said)), choiceChange(item.statusControl, item.status, said), item.control));

export const beginNow = (item: Item): Promise<void> =>
  work(() => write(t.agenda.begun(nameOf(item), clock()), [textChange(item.start!, clock())]));

export const retitle = (item: Item): Promise<void> =>
  work(async () => {
    const form = `item-${item.control}`;
    const number = typed(form, 'number', item.number).trim();
    const title = typed(form, 'title', titleOf(item)).trim();
    const changes: Change[] = [
      ...(number && number !== item.number ? [headingChange(item, number)] : []),
      ...(item.title && title !== item.title.text ? [textChange(item.title, title)] : []),
    ];
    if (changes.length === 0) return say({ text: t.agenda.nothingToSave });
    const overview = overviewChange(app.snapshot!, agendaWith(app.snapshot!, item.control, { number: number || item.number, title }));
    if (await write(t.agenda.saved(number || item.number), [...changes, ...overview])) memory.clear(form);
  });

export const move = (item: Item, other: Item): Promise<void> =>
  work(async () => {
    const { swap } = await later();
    const result = await swap(item, other);
    await reread();
    if (result === 'stale') return say({ text: t.status.stale, tone: 'bad' });
    if (result === 'not-plain') return say({ text: t.agenda.moveByHand, remedy: t.agenda.moveByHandHow, tone: 'bad' });

    const sentence = t.agenda.moved(titleOf(item), other.number);
    undo.push(sentence, async () => {
      const find = (control: number) => app.snapshot!.items.find((one) => one.control === control);
      const [a, b] = [find(item.control), find(other.control)];
      const isAsLeft = a?.title?.text === other.title?.text && b?.title?.text === item.title?.text;
      return a && b && isAsLeft && (await swap(a, b)) === 'moved' ? 'done' : 'stale';
    });
    sayDone(sentence);
  });
