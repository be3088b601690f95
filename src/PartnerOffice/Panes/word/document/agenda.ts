import { unlisted, type Change } from './change';
import { tags, words } from './tags';
import type { Control, Item, Snapshot } from './snapshot';

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
  const title = item.title?.text ?? '';
  return (title && item.heading.endsWith(title) ? item.heading.slice(0, -title.length) : (item.heading.split('\t')[0] ?? '')).trim();
}

export const textChange = (control: Control, after: string): Change => ({ place: { kind: 'text', control: control.id }, before: control.text, after });

/** What a drop-down shall say; where the host does not list it, a person chooses it by hand. */
export const choiceChange = (control: Control | null, before: string, after: string): Change[] =>
  before === after ? [] : [{ place: { kind: 'choice', control: control?.id ?? unlisted }, before, after }];

/** The overview of the agenda follows, as long as nobody has written in it by hand. */
export function overviewChange(snapshot: Snapshot, after: { number: string; title: string }[]): Change[] {
  const list = snapshot.values.get(tags.agendaList)?.[0];
  const lines = (items: { number: string; title: string }[]) => items.map((item) => `${words.item} ${item.number}\t${item.title}`).join('\n');
  const before = snapshot.items.map((item) => ({ number: item.number, title: item.title?.text ?? '' }));
  return list && list.text === lines(before) ? [textChange(list, lines(after))] : [];
}

/** The agenda with one point changed or put in, in the order of the blocks. */
export function agendaWith(snapshot: Snapshot, control: number, entry: { number: string; title: string }): { number: string; title: string }[] {
  const known = snapshot.items.map((item) => (item.control === control ? entry : { number: item.number, title: item.title?.text ?? '' }));
  if (snapshot.items.some((item) => item.control === control)) return known;
  const firstOwn = snapshot.items.findIndex(isNonPublic);
  known.splice(firstOwn < 0 ? known.length : firstOwn, 0, entry);
  return known;
}
