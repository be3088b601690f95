import { h, type Child } from '../../shared/dom';
import { t } from '../../shared/texts';
import { app, memory, render } from '../app';
import { actionsIn, type ActionRow } from '../document/action';
import { peopleIn } from '../document/people';
import { resolutionsIn } from '../document/resolution';
import type { Item } from '../document/snapshot';
import { words } from '../document/tags';
import { choice, field, quickChoice, typed, type Option } from '../fields';
import { edit, enter, form, setState } from './action-steps';
import { proposedAudience } from './resolution-form';

/** Who does what by when. */
export const actions = { draw };

const states = (): Option[] => [words.open, words.done, words.rescheduled, words.dropped].map((word): Option => [word, t.words[word]]);

function draw(): Child {
  const rows = actionsIn(app.snapshot!);
  return [
    h('h2', { tabindex: -1 }, t.actions.title),
    actionForm(),
    rows.length === 0 ? h('p', { class: 'hint' }, t.actions.none) : h('ul', { class: 'list' }, rows.map(card)),
  ];
}

function card(one: ActionRow, at: number): Child {
  const { cells } = one;
  return h('li', { class: 'card item' },
    h('h3', {}, h('span', { class: 'number' }, cells['Nr.'] ?? ''), h('span', { class: 'grow' }, cells.Aufgabe ?? ''), cells.Für !== words.partner && h('span', { class: 'badge own' }, cells.Für || words.undecided)),
    h('p', { class: 'hint' }, [cells.Zuständig || t.actions.nobody, cells.Fällig || words.ongoing, cells.Beschluss, `${words.item} ${one.item.number}`].filter(Boolean).join(' · ')),
    h('div', { class: 'row' },
      quickChoice(`state-${at}`, t.actions.stateOf(cells['Nr.'] ?? ''), states(), cells.Stand ?? '', (state) => void setState(one, state)),
      h('button', { id: `change-${at}`, onclick: () => edit(one) }, t.edit, h('span', { class: 'unseen' }, `${cells['Nr.']}`))));
}

function actionForm(): Child {
  const items = app.snapshot!.items;
  if (items.length === 0) return null;
  const editing = typed(form, 'edit');
  const item = actionItem()!;
  const numbers = resolutionsIn(app.snapshot!).map((one) => one.cells['Nr.']!).filter(Boolean);
  return h('details', { id: 'action-details', class: 'card', open: Object.keys(memory.form(form)).length > 0 },
    h('summary', { id: 'action-title' }, editing ? t.actions.change(editing) : t.actions.add),
    h('form', { class: 'stack', onsubmit: (event) => {
      event.preventDefault();
      void enter();
    } },
    !editing && choice(form, 'item', t.item, items.map((one): Option => [String(one.control), `${one.number} · ${one.title?.text ?? ''}`]), String(item.control), true),
    field(form, 'what', t.actions.what, { type: 'textarea', required: true }),
    field(form, 'who', t.actions.who, { suggestions: peopleIn(app.snapshot!.attendance).map((person) => person.name) }),
    h('div', { class: 'pair' },
      field(form, 'due', t.actions.due, { type: 'date', hint: t.actions.dueHint }),
      choice(form, 'state', t.actions.state, states(), words.open)),
    h('div', { class: 'pair' },
      choice(form, 'resolution', t.actions.resolution, [['', t.actions.noResolution], ...numbers.map((number): Option => [number, number])]),
      choice(form, 'audience', t.resolutions.audience, [words.partner, words.board, words.undecided].map((word): Option => [word, t.words[word]]), proposedAudience(item))),
    h('div', { class: 'row' },
      h('button', { class: 'primary', id: 'action-save' }, editing ? t.save : t.actions.enter),
      Object.keys(memory.form(form)).length > 0 && h('button', { type: 'button', id: 'action-drop', class: 'quiet', onclick: () => {
        memory.clear(form);
        render();
      } }, t.discard))));
}

export function actionItem(): Item | undefined {
  const items = app.snapshot!.items;
  return items.find((item) => String(item.control) === typed(form, 'item')) ?? items[0];
}
