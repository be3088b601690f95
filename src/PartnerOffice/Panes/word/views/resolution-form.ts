import { h, type Child } from '../../shared/dom';
import { t } from '../../shared/texts';
import { app } from '../app';
import { isInRoom, peopleIn, votingAt, votingNow } from '../document/people';
import { nextNumber, resolutionsIn } from '../document/resolution';
import { valueOf } from '../document/snapshot';
import { tags, words } from '../document/tags';
import { audienceChoice, choice, chosenItem, entry, field, itemChoice, radios, typed, wordOptions, type Option } from '../fields';
import { isToday } from './attendance-steps';
import { proposedOutcome, sumHint } from './resolution-proposals';
import { enter, form } from './resolution-steps';

/** One form for a new resolution, for a vote on one that lies ready, and for a correction. */
export function resolutionForm(): Child {
  if (app.snapshot!.items.length === 0) return null;
  const editing = typed(form, 'edit');
  return entry(form, editing ? t.resolutions.change(editing) : t.resolutions.add, enter, 'resolution-save', editing ? t.save : t.enter,
    !editing && itemChoice(form),
    field(form, 'wording', t.resolutions.wording, { type: 'textarea', required: true }),
    h('div.pair',
      field(form, 'number', t.agenda.number, { fallback: nextNumber(app.snapshot!, valueOf(app.snapshot!, tags.number)) }),
      field(form, 'mover', t.resolutions.mover, { suggestions: peopleIn(app.snapshot!.attendance).map((person) => person.name) })),
    radios(form, 'counting', t.resolutions.vote, [['counted', t.resolutions.counted], ['uncounted', t.resolutions.uncounted], ['none', t.resolutions.deferred]], 'counted'),
    typed(form, 'counting', 'counted') === 'counted' && figures(),
    typed(form, 'counting', 'counted') !== 'none' && h('div.pair',
      choice(form, 'outcome', t.resolutions.outcome, outcomes(), proposedOutcome()),
      choice(form, 'mode', t.resolutions.mode, wordOptions(words.open, words.secret, words.rollCall), words.open)),
    audienceChoice(form),
    more());
}

function figures(): Child {
  const hint = sumHint();
  return [
    h('div.figures',
      field(form, 'yes', t.resolutions.yes, { type: 'number', redraws: true }),
      field(form, 'no', t.resolutions.no, { type: 'number', redraws: true }),
      field(form, 'abstained', t.resolutions.abstained, { type: 'number', redraws: true }),
      field(form, 'invalid', t.resolutions.invalid, { type: 'number', redraws: true }),
      field(form, 'present', t.resolutions.present, { type: 'number', redraws: true, fallback: proposedPresent() })),
    hint && h('p.flag.warn', { role: 'note' }, hint),
  ];
}

/** Whoever is in the room now; for minutes written later, whoever was there at that point. */
export function proposedPresent(): string {
  const people = peopleIn(app.snapshot!.attendance);
  const count = isToday() ? votingNow(people) : votingAt(people, chosenItem(form), app.snapshot!);
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
    h('summary', t.resolutions.more),
    h('div.stack',
      field(form, 'at', t.resolutions.at, { type: 'time' }),
      Array.from({ length: count }, (_, at) => h('div.pair',
        field(form, `excluded${at}`, t.resolutions.excluded, { suggestions: names, redraws: true }),
        field(form, `reason${at}`, t.resolutions.excludedWhy))),
      numbers.length > 0 && choice(form, 'repeats', t.resolutions.repeatsWhich, [['', t.resolutions.repeatsNone], ...numbers.map((number): Option => [number, number])]),
      field(form, 'minority', t.resolutions.minority, { type: 'textarea' })));
}
