import { newKey } from '../shared/service';
import { button, h } from '../shared/dom';
import type { ImportedList, Preview } from './contract';
import { texts } from './texts';

/** What follows from a change, and the two ways on. */
export function previewOf(preview: Preview, enter: (key: string) => unknown, cancel: () => unknown): HTMLElement {
  const t = texts();
  // One key for one look: pressing twice enters once.
  const key = newKey();
  return h('section.preview', { 'aria-labelledby': 'consequences' },
    h('h2', { id: 'consequences', tabindex: -1 }, t.consequences),
    preview.consequences.length === 0 ? h('p', t.nothingFollows) : h('ul.consequences', preview.consequences.map((one) => h('li', one.sentence))),
    preview.restart && h('p.hint', preview.restart),
    h('p.row', button('enter', () => enter(key), t.enter, 'primary'), button('cancel', cancel, t.cancel)));
}

/** What of a list was not taken over. */
export function notesOf(list: ImportedList): HTMLElement | null {
  const t = texts();
  if (list.notes.length === 0 && !list.problem) return null;
  return h('section.notes', { 'aria-labelledby': 'notes' },
    h('h2', { id: 'notes', tabindex: -1 }, t.notes),
    h('ul', list.problem && h('li.strong', list.problem), list.notes.map((note) => h('li', note.line > 0 && t.line(note.line), note.sentence))));
}
