import { unlisted, type Change } from './change';
import type { Control, Item, Snapshot } from './snapshot';
import { tags, words } from './tags';

export const nameOf = (item: Pick<Item, 'number'>): string => `${words.item} ${item.number}`;

export const titleOf = (item: Item): string => item.title?.text ?? '';

export const isBoardOnly = (item: Item): boolean => item.audience !== words.partner;

export const isNonPublic = (item: Pick<Item, 'number'>): boolean => /^N/i.test(item.number);

/** The next number in the order of the blocks: spare blocks follow the public items. */
export function nextItemNumber(snapshot: Snapshot): string {
  const last = snapshot.items.filter((item) => !isNonPublic(item)).at(-1);
  const main = /^\d+/.exec(last?.number ?? '');
  return String(main ? Number(main[0]) + 1 : snapshot.items.length + 1);
}

/** The next number of the part without guests. */
export function nextOwnNumber(snapshot: Snapshot): string {
  return `N ${Math.max(0, ...snapshot.items.filter(isNonPublic).map(ownNumber)) + 1}`;
}

const ownNumber = ({ number }: Pick<Item, 'number'>): number => Number(/\d+/.exec(number)?.[0] ?? 0);

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
  // A spare block may carry N 3 before the block of N 1: here they are listed as they are dealt with.
  const inOrder = (items: Entry[]) => [...items.filter((item) => !isNonPublic(item)), ...items.filter(isNonPublic).sort((one, other) => ownNumber(one) - ownNumber(other))];
  const lines = (items: Entry[]) => inOrder(items).map((item) => `${nameOf(item)}\t${item.title}`).join('\n');
  return list && list.text === lines(agendaWith(snapshot, unlisted)) ? [textChange(list, lines(after))] : [];
}

interface Entry {
  number: string;
  title: string;
}

/** The agenda with one point changed or put in. */
export function agendaWith(snapshot: Snapshot, control: number, entry?: Entry): Entry[] {
  const known = snapshot.items.map((item) => (entry && item.control === control ? entry : { number: item.number, title: titleOf(item) }));
  if (!entry || snapshot.items.some((item) => item.control === control)) return known;
  return [...known, entry];
}
