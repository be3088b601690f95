import { h } from '../shared/dom';

/** A labelled field; its name is what the form's answer calls it. */
export const field = (id: string, label: string, control: HTMLElement): HTMLElement => h('p.field', h('label', { for: id }, label), control);

export const text = (id: string, name: string, label: string, value = '', required = true): HTMLElement =>
  field(id, label, h('input', { id, name, value, required, autocomplete: 'off' }));

export const day = (id: string, name: string, label: string, value = '', required = true): HTMLElement =>
  field(id, label, h('input', { id, name, type: 'date', value, required }));

export const choice = (id: string, name: string, label: string, options: [value: string, label: string][], value = options[0]?.[0]): HTMLElement =>
  field(id, label, h('select', { id, name, value }, options.map(([key, shown]) => h('option', { value: key }, shown))));

export const tick = (id: string, name: string, label: string, checked = false): HTMLElement =>
  h('p.tick', h('input', { id, name, type: 'checkbox', checked }), h('label', { for: id }, label));

/** What was entered, by the fields' names; nothing is an absent value, a tick is true or false. */
export function entered(form: HTMLFormElement): Record<string, string | boolean | undefined> {
  const values: Record<string, string | boolean | undefined> = {};
  for (const control of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input[name], select[name]'))
    values[control.name] = control instanceof HTMLInputElement && control.type === 'checkbox' ? control.checked : control.value.trim() || undefined;
  return values;
}
