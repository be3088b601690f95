import { h, type Child } from '../shared/dom';
import { memory, render } from './app';

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
  return h('div', { class: 'field' },
    h('label', { for: id }, label),
    input,
    suggestions && h('datalist', { id: `${id}-list` }, suggestions.map((one) => h('option', { value: one }))),
    hint && h('p', { class: 'hint', id: `${id}-hint` }, hint));
}

export type Option = [value: string, label: string];

export function choice(form: string, name: string, label: string, options: Option[], fallback = '', redraws = false): HTMLElement {
  const id = idOf(form, name);
  return h('div', { class: 'field' },
    h('label', { for: id }, label),
    h('select', { id, value: typed(form, name, fallback), onchange: keep(form, name, redraws) }, optionsOf(options)));
}

export const optionsOf = (options: Option[]): Child => options.map(([value, text]) => h('option', { value }, text));

export function radios(form: string, name: string, label: string, options: Option[], fallback: string): HTMLElement {
  const chosen = typed(form, name, fallback);
  return h('fieldset', {},
    h('legend', {}, label),
    h('div', { class: 'choices' }, options.map(([value, text]) =>
      h('label', { class: 'choice' },
        h('input', { type: 'radio', id: `${idOf(form, name)}-${value}`, name: idOf(form, name), value, checked: chosen === value, onchange: keep(form, name, true) }),
        text))));
}

/** A select that acts at once, with a label for those who cannot see where it stands. */
export function quickChoice(id: string, label: string, options: Option[], value: string, onchange: (value: string) => void): HTMLElement {
  const known = options.some(([word]) => word === value) ? options : [[value, value] as Option, ...options];
  return h('select', { id, 'aria-label': label, value, onchange: (event) => onchange((event.target as HTMLSelectElement).value) }, optionsOf(known));
}
