import { button, h, unseen, type Child } from '../../shared/dom';
import { t } from '../../shared/texts';
import { app } from '../app';
import { actionsIn, type ActionRow } from '../document/action';
import { nameOf } from '../document/agenda';
import { peopleIn } from '../document/people';
import { resolutionsIn } from '../document/resolution';
import { words } from '../document/tags';
import { audienceChoice, choice, entry, field, itemChoice, quickChoice, typed, wordOptions, type Option } from '../fields';
import { edit, enter, form, setState } from './action-steps';

/** Who does what by when. */
export const actions = { draw };

const states = (): Option[] => wordOptions(words.open, words.done, words.rescheduled, words.dropped);

function draw(): Child {
  const rows = actionsIn(app.snapshot!);
  return [
    h('h2', { tabindex: -1 }, t.tabs.actions),
    actionForm(),
    rows.length === 0 ? h('p.hint', t.actions.none) : h('ul.list', rows.map(card)),
  ];
}

function card(one: ActionRow, at: number): Child {
  const { cells } = one;
  return h('li.card.item',
    h('h3', h('span.number', cells['Nr.'] ?? ''), h('span.grow', cells.Aufgabe ?? ''), cells.Für !== words.partner && h('span.badge.own', cells.Für || words.undecided)),
    h('p.hint', [cells.Zuständig || t.actions.nobody, cells.Fällig || words.ongoing, cells.Beschluss, nameOf(one.item)].filter(Boolean).join(' · ')),
    h('div.row',
      quickChoice(`state-${at}`, t.actions.stateOf(cells['Nr.'] ?? ''), states(), cells.Stand ?? '', (state) => setState(one, state)),
      button(`change-${at}`, () => edit(one), [t.edit, unseen(cells['Nr.'] ?? '')])));
}

function actionForm(): Child {
  if (app.snapshot!.items.length === 0) return null;
  const editing = typed(form, 'edit');
  const numbers = resolutionsIn(app.snapshot!).map((one) => one.cells['Nr.']!).filter(Boolean);
  return entry(form, editing ? t.actions.change(editing) : t.actions.add, enter, 'action-save', editing ? t.save : t.enter,
    !editing && itemChoice(form),
    field(form, 'what', t.actions.what, { type: 'textarea', required: true }),
    field(form, 'who', t.actions.who, { suggestions: peopleIn(app.snapshot!.attendance).map((person) => person.name) }),
    h('div.pair',
      field(form, 'due', t.actions.due, { type: 'date', hint: t.actions.dueHint }),
      choice(form, 'state', t.actions.state, states(), words.open)),
    h('div.pair',
      choice(form, 'resolution', t.actions.resolution, [['', t.actions.noResolution], ...numbers.map((number): Option => [number, number])]),
      audienceChoice(form)));
}
