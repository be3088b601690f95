import { h, type Child } from '../shared/dom';
import { choice, optionsOf, typed, type Option } from '../shared/fields';
import { t, word } from '../shared/texts';
import { app } from './app';
import { isBoardOnly, titleOf } from './document/agenda';
import type { Item } from './document/snapshot';
import { words } from './document/tags';

export { choice, entry, field, optionsOf, radios, typed, type Option } from '../shared/fields';

/** Words of the form to choose from. */
export const wordOptions = (...said: string[]): Option[] => said.map((one) => [one, word(one)]);

/** The points of the agenda to choose from. */
export const itemOptions = (value: (item: Item) => string, label: (item: Item) => string): Option[] => app.snapshot!.items.map((item) => [value(item), `${label(item)} · ${titleOf(item)}`]);

/** The point that a form is about: the first, until another is chosen. */
export const chosenItem = (form: string): Item => app.snapshot!.items.find((item) => String(item.control) === typed(form, 'item')) ?? app.snapshot!.items[0]!;

export const itemChoice = (form: string): Child =>
  choice(form, 'item', t.item, itemOptions((item) => String(item.control), (item) => item.number), String(chosenItem(form).control), true);

/** For whom a row is: what its point is, unless somebody says otherwise. */
export const audienceChoice = (form: string): Child => choice(form, 'audience', t.audience, wordOptions(words.partner, words.board, words.undecided), proposedAudience(form));

export const proposedAudience = (form: string): string => (isBoardOnly(chosenItem(form)) ? words.board : words.partner);

/** A select that acts at once, with a label for those who cannot see where it stands. */
export function quickChoice(id: string, label: string, options: Option[], value: string, onchange: (value: string) => unknown): HTMLElement {
  const known = options.some(([known]) => known === value) ? options : [[value, value] as Option, ...options];
  const select = h('select', { id, 'aria-label': label, value }, optionsOf(known)) as HTMLSelectElement;
  // With the arrows or by typing a person passes other words on the way: then it counts on Enter, or when the focus goes on.
  let isByKeys = false;
  const settle = () => {
    const chosen = select.value;
    if (chosen === value) return;
    value = chosen;
    onchange(chosen);
  };
  select.addEventListener('pointerdown', () => (isByKeys = false));
  select.addEventListener('keydown', (event) => {
    isByKeys = true;
    if (event.key === 'Enter') settle();
  });
  select.addEventListener('change', () => isByKeys || settle());
  select.addEventListener('blur', settle);
  return select;
}
