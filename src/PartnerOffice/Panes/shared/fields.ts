import { button, formOf, h, submit, type Child } from './dom';
import { common } from './common';
import { memory, render } from './drawing';

interface FieldOptions {
  type?: 'text' | 'number' | 'date' | 'time' | 'textarea';
  fallback?: string;
  suggestions?: string[];
  required?: boolean;
  hint?: string;
  /** Whether other fields depend on it. */
  redraws?: boolean;
  rows?: number;
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
  const { type = 'text', fallback, suggestions, required, hint, redraws, rows = 3 } = options;
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
      ? h('textarea', { ...shared, rows })
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

export const optionsOf = (options: Option[]): Child => options.map(([value, text]) => h('option', { value }, text));

export function radios(form: string, name: string, label: string, options: Option[], fallback: string): HTMLElement {
  const chosen = typed(form, name, fallback);
  return h('fieldset',
    h('legend', label),
    h('div.choices', options.map(([value, text]) =>
      h('label.choice',
        h('input', { type: 'radio', id: `${idOf(form, name)}-${value}`, name: idOf(form, name), value, checked: chosen === value, onchange: keep(form, name, true) }),
        text))));
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
        }, common.discard, 'quiet'))));
}
