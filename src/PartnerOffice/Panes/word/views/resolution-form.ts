import { h, type Child } from '../../shared/dom';
import { t } from '../../shared/texts';
import { app, memory, render } from '../app';
import { isBoardOnly } from '../document/agenda';
import { isInRoom, peopleIn, votingAt, votingNow } from '../document/people';
import { nextNumber, resolutionsIn } from '../document/resolution';
import type { Item } from '../document/snapshot';
import { valueOf } from '../document/snapshot';
import { tags, words } from '../document/tags';
import { choice, field, radios, typed, type Option } from '../fields';
import { enter, form } from './resolution-steps';
import { proposedOutcome, sumHint } from './resolution-proposals';
import { isToday } from './attendance-steps';

/** One form for a new resolution, for a vote on one that lies ready, and for a correction. */
export function resolutionForm(): Child {
  const items = app.snapshot!.items;
  if (items.length === 0) return null;
  const editing = typed(form, 'edit');
  const item = chosenItem()!;
  return h('details', { id: 'resolution-details', class: 'card', open: Object.keys(memory.form(form)).length > 0 },
    h('summary', { id: 'resolution-title' }, editing ? t.resolutions.change(editing) : t.resolutions.add),
    h('form', { id: 'resolution-form', class: 'stack', onsubmit: (event) => {
      event.preventDefault();
      void enter();
    } },
    !editing && choice(form, 'item', t.item, items.map((one): Option => [String(one.control), `${one.number} · ${one.title?.text ?? ''}`]), String(item.control), true),
    field(form, 'wording', t.resolutions.wording, { type: 'textarea', required: true }),
    h('div', { class: 'pair' },
      field(form, 'number', t.resolutions.number, { fallback: nextNumber(app.snapshot!, valueOf(app.snapshot!, tags.number)) }),
      field(form, 'mover', t.resolutions.mover, { suggestions: peopleIn(app.snapshot!.attendance).map((person) => person.name) })),
    radios(form, 'counting', t.resolutions.vote, [['counted', t.resolutions.counted], ['uncounted', t.resolutions.uncounted], ['none', t.resolutions.deferred]], 'counted'),
    typed(form, 'counting', 'counted') === 'counted' && figures(item),
    typed(form, 'counting', 'counted') !== 'none' && h('div', { class: 'pair' },
      choice(form, 'outcome', t.resolutions.outcome, outcomes(), proposedOutcome()),
      choice(form, 'mode', t.resolutions.mode, [words.open, words.secret, words.rollCall].map((word): Option => [word, t.words[word]]), words.open)),
    choice(form, 'audience', t.resolutions.audience, [words.partner, words.board, words.undecided].map((word): Option => [word, t.words[word]]), proposedAudience(item)),
    more(),
    h('div', { class: 'row' },
      h('button', { class: 'primary', id: 'resolution-save' }, editing ? t.save : t.resolutions.enter),
      Object.keys(memory.form(form)).length > 0 && h('button', { type: 'button', id: 'resolution-drop', class: 'quiet', onclick: () => {
        memory.clear(form);
        render();
      } }, t.discard))));
}

export function chosenItem(): Item | undefined {
  const items = app.snapshot!.items;
  return items.find((item) => String(item.control) === typed(form, 'item')) ?? items[0];
}

export const proposedAudience = (item: Item): string => (isBoardOnly(item) ? words.board : words.partner);

function figures(item: Item): Child {
  const hint = sumHint();
  return [
    h('div', { class: 'figures' },
      field(form, 'yes', t.resolutions.yes, { type: 'number', redraws: true }),
      field(form, 'no', t.resolutions.no, { type: 'number', redraws: true }),
      field(form, 'abstained', t.resolutions.abstained, { type: 'number', redraws: true }),
      field(form, 'invalid', t.resolutions.invalid, { type: 'number', redraws: true }),
      field(form, 'present', t.resolutions.present, { type: 'number', redraws: true, fallback: proposedPresent(item) })),
    hint && h('p', { class: 'flag warn', role: 'note' }, hint),
  ];
}

/** Whoever is in the room now; for minutes written later, whoever was there at that point. */
export function proposedPresent(item: Item): string {
  const people = peopleIn(app.snapshot!.attendance);
  const count = isToday() ? votingNow(people) : votingAt(people, item, app.snapshot!);
  return count ? String(count) : '';
}

function outcomes(): Option[] {
  const uncounted = typed(form, 'counting', 'counted') === 'uncounted';
  return [[words.unanimous, t.words.einstimmig], [words.adopted, uncounted ? t.resolutions.byMajority : t.words.angenommen], [words.rejected, t.words.abgelehnt]];
}

function more(): Child {
  const names = peopleIn(app.snapshot!.attendance).filter((person) => person.isVoting && isInRoom(person)).map((person) => person.name);
  const count = Array.from({ length: 9 }, (_, at) => at).filter((at) => typed(form, `excluded${at}`)).length + 1;
  const numbers = resolutionsIn(app.snapshot!).map((one) => one.cells['Nr.']!).filter((number) => number && number !== typed(form, 'edit'));
  return h('details', { id: 'resolution-more' },
    h('summary', {}, t.resolutions.more),
    h('div', { class: 'stack' },
      field(form, 'at', t.resolutions.at, { type: 'time' }),
      Array.from({ length: count }, (_, at) => h('div', { class: 'pair' },
        field(form, `excluded${at}`, t.resolutions.excluded, { suggestions: names, redraws: true }),
        field(form, `reason${at}`, t.resolutions.excludedWhy))),
      numbers.length > 0 && choice(form, 'repeats', t.resolutions.repeatsWhich, [['', t.resolutions.repeatsNone], ...numbers.map((number): Option => [number, number])]),
      field(form, 'minority', t.resolutions.minority, { type: 'textarea' })));
}
