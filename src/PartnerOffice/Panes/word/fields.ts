import { button, formOf, h, submit, type Child } from '../shared/dom';
import { t, word } from '../shared/texts';
import { app, memory, render } from './app';
import { isBoardOnly, titleOf } from './document/agenda';
import type { Item } from './document/snapshot';
import { words } from './document/tags';

interface FieldOptions {
  type?: 'text' | 'number' | 'date' | 'time' | 'textarea';
  fallback?: string;
  suggestions?: string[];
  required?: boolean;
  hint?: string;
  /** Whether other fields depend on it. */
  redraws?: boolean;
  placeholder?: string;
}

const idOf = (form: string, name: string): string => `${form}-${name}`;

/** What stands in a field: what is being typed, else the proposal. */
export const typed = (form: string, name: string, fallback = ''): string => memory.form(form)[name] ?? fallback;

const keep = (form: string, name: string, redraws?: boolean) => (event: Event) => {
  memory.set(form, name, (event.target as HTMLInputElement).value);
  // Only when the focus has arrived where it goes, so that it can stay there.
  if (redraws) setTimeout(render);
};

/** A labelled field whose entry is kept until it stands in the document. */
export function field(form: string, name: string, label: string, options: FieldOptions = {}): HTMLElement {
  const id = idOf(form, name);
  const { type = 'text', fallback, suggestions, required, hint, redraws } = options;
  const shared = {
    id,
    value: typed(form, name, fallback),
    required: required ?? false,
    'aria-describedby': hint ? `${id}-hint` : null,
    autocomplete: 'off',
    oninput: keep(form, name),
    onchange: keep(form, name, redraws),
  };
  const input =
    type === 'textarea'
      ? h('textarea', { ...shared, rows: 3 })
      : h('input', { ...shared, type, list: suggestions ? `${id}-list` : null, min: type === 'number' ? 0 : null, inputmode: type === 'number' ? 'numeric' : null });
  return h('div.field',
    h('label', { for: id }, label),
    input,
    suggestions && h('datalist', { id: `${id}-list` }, suggestions.map((one) => h('option', { value: one }))),
    hint && h('p.hint', { id: `${id}-hint` }, hint));
}

export type Option = [value: string, label: string];

export function choice(form: string, name: string, label: string, options: Option[], fallback = '', redraws = false): HTMLElement {
  const id = idOf(form, name);
  return h('div.field',
    h('label', { for: id }, label),
    h('select', { id, value: typed(form, name, fallback), onchange: keep(form, name, redraws) }, optionsOf(options)));
}

/** Words of the form to choose from. */
export const wordOptions = (...said: string[]): Option[] => said.map((one) => [one, word(one)]);

/** The points of the agenda to choose from. */
export const itemOptions = (value: (item: Item) => string, label: (item: Item) => string): Option[] => app.snapshot!.items.map((item) => [value(item), `${label(item)} · ${titleOf(item)}`]);

/** The point that a form is about: the first, until another is chosen. */
export const chosenItem = (form: string): Item => app.snapshot!.items.find((item) => String(item.control) === typed(form, 'item')) ?? app.snapshot!.items[0]!;

export const itemChoice = (form: string): Child =>
  choice(form, 'item', t.item, itemOptions((item) => String(item.control), (item) => item.number), String(chosenItem(form).control), true);

export const optionsOf = (options: Option[]): Child => options.map(([value, text]) => h('option', { value }, text));

/** For whom a row is: what its point is, unless somebody says otherwise. */
export const audienceChoice = (form: string): Child => choice(form, 'audience', t.audience, wordOptions(words.partner, words.board, words.undecided), proposedAudience(form));

export const proposedAudience = (form: string): string => (isBoardOnly(chosenItem(form)) ? words.board : words.partner);

export function radios(form: string, name: string, label: string, options: Option[], fallback: string): HTMLElement {
  const chosen = typed(form, name, fallback);
  return h('fieldset',
    h('legend', label),
    h('div.choices', options.map(([value, text]) =>
      h('label.choice',
        h('input', { type: 'radio', id: `${idOf(form, name)}-${value}`, name: idOf(form, name), value, checked: chosen === value, onchange: keep(form, name, true) }),
        text))));
}

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

/** A form that unfolds, and stays open while something is typed in it. */
export function entry(name: string, title: string, enter: () => unknown, saveId: string, save: string, ...fields: Child[]): HTMLElement {
  return h('details.card', { id: `${name}-details`, open: memory.has(name) },
    h('summary', { id: `${name}-title` }, title),
    formOf(enter, fields,
      h('div.row',
        submit(saveId, save),
        memory.has(name) && button(`${name}-drop`, () => {
          memory.clear(name);
          render();
        }, t.discard, 'quiet'))));
}
