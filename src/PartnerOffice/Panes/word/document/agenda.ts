import { unlisted, type Change } from './change';
import type { Control, Item, Snapshot } from './snapshot';
import { tags, words } from './tags';

export const nameOf = (item: Pick<Item, 'number'>): string => `${words.item} ${item.number}`;

export const titleOf = (item: Item): string => item.title?.text ?? '';

export const isBoardOnly = (item: Item): boolean => item.audience !== words.partner;

export const isNonPublic = (item: Item): boolean => /^N/i.test(item.number);

/** The next number in the order of the blocks: spare blocks follow the public items. */
export function nextItemNumber(snapshot: Snapshot): string {
  const last = snapshot.items.filter((item) => !isNonPublic(item)).at(-1);
  const main = /^\d+/.exec(last?.number ?? '');
  return String(main ? Number(main[0]) + 1 : snapshot.items.length + 1);
}

/** The number with a letter, for an addition to the last point: 11a. */
export function additionNumber(snapshot: Snapshot): string {
  const last = snapshot.items.filter((item) => !isNonPublic(item)).at(-1)?.number ?? '';
  const [, main, letter] = /^(\d+)([a-z]?)$/i.exec(last) ?? [];
  return main ? main + (letter ? String.fromCharCode(letter.toLowerCase().charCodeAt(0) + 1) : 'a') : '';
}

export const headingChange = (item: Item, number: string): Change => ({
  place: { kind: 'heading', control: item.control },
  before: beforeTitle(item),
  after: `${words.item} ${number}`,
});

// What stands before the title, without the tab: the words that are replaced.
function beforeTitle(item: Item): string {
  const title = titleOf(item);
  return (title && item.heading.endsWith(title) ? item.heading.slice(0, -title.length) : (item.heading.split('\t')[0] ?? '')).trim();
}

export const textChange = (control: Control, after: string): Change => ({ place: { kind: 'text', control: control.id }, before: control.text, after });

/** What a drop-down shall say; where the host does not list it, a person chooses it by hand. */
export const choiceChange = (control: Control | null, before: string, after: string): Change[] =>
  before === after ? [] : [{ place: { kind: 'choice', control: control?.id ?? unlisted }, before, after }];

/** The overview of the agenda follows, as long as nobody has written in it by hand. */
export function overviewChange(snapshot: Snapshot, after: Entry[]): Change[] {
  const list = snapshot.values.get(tags.agendaList)?.[0];
  const lines = (items: Entry[]) => items.map((item) => `${nameOf(item)}\t${item.title}`).join('\n');
  return list && list.text === lines(agendaWith(snapshot, unlisted)) ? [textChange(list, lines(after))] : [];
}

interface Entry {
  number: string;
  title: string;
}

/** The agenda with one point changed or put in, in the order of the blocks. */
export function agendaWith(snapshot: Snapshot, control: number, entry?: Entry): Entry[] {
  const known = snapshot.items.map((item) => (entry && item.control === control ? entry : { number: item.number, title: titleOf(item) }));
  if (!entry || snapshot.items.some((item) => item.control === control)) return known;
  const firstOwn = snapshot.items.findIndex(isNonPublic);
  known.splice(firstOwn < 0 ? known.length : firstOwn, 0, entry);
  return known;
}
