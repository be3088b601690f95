import { button, h, unseen, type Child } from '../../shared/dom';
import { t } from '../../shared/texts';
import { app, memory, render } from '../app';
import { isGuest, isInRoom, peopleIn, votingNow, wasThere, type Person } from '../document/people';
import { valueOf } from '../document/snapshot';
import { tags, words } from '../document/tags';
import { itemOptions, optionsOf, quickChoice, wordOptions } from '../fields';
import { guestForm } from './attendance-guest';
import { addMissing, chosenMoment, come, countIntoForm, leave, missingMembers, setStatus } from './attendance-steps';
import { nameOf } from '../document/agenda';

/** Who is in the room: one press per person. */
export const attendance = { draw };

function draw(): Child {
  const people = peopleIn(app.snapshot!.attendance);
  const members = people.filter((person) => !isGuest(person));
  const guests = people.filter(isGuest);
  const missing = missingMembers(people);
  return [
    h('h2', { tabindex: -1 }, t.tabs.attendance),
    summary(people),
    momentChoice(),
    members.length === 0 && h('p.hint', t.attendance.nobody),
    h('ul.list', { 'aria-label': t.attendance.members }, members.map(row)),
    missing.length > 0 && h('div.card',
      h('p', t.attendance.missing(missing.map((one) => one.name).join(', '))),
      button('add-missing', () => addMissing(missing), t.attendance.addMissing)),
    h('h3', t.attendance.guests),
    guests.length > 0 && h('ul.list', { 'aria-label': t.attendance.guests }, guests.map(row)),
    guestForm(),
  ];
}

function summary(people: Person[]): Child {
  const present = votingNow(people);
  const required = Number(valueOf(app.snapshot!, tags.quorumRequired)) || null;
  const voting = people.filter((person) => person.isVoting).length;
  return h('div.card.summary',
    h('p.figure', h('strong', String(present)), ' ', t.attendance.present(voting)),
    required !== null && h('p', { class: present < required ? 'flag warn' : 'hint' }, t.attendance.required(required, present)),
    button('count-into-form', () => countIntoForm(present), t.attendance.countIntoForm, 'quiet'));
}

function momentChoice(): Child {
  return h('div.field',
    h('label', { for: 'moment' }, t.attendance.moment),
    h('div.row',
      h('select.grow', { id: 'moment', value: chosenMoment(), onchange: (event) => {
        app.moment = (event.target as HTMLSelectElement).value;
        render();
      } }, optionsOf([['start', t.attendance.fromStart], ['now', t.attendance.now], ['time', t.attendance.atTime], ...itemOptions(nameOf, nameOf)])),
      chosenMoment() === 'time' && h('input', { type: 'time', id: 'moment-time', class: 'time', 'aria-label': t.time, value: memory.form('moment').time ?? '', onchange: (event) => memory.set('moment', 'time', (event.target as HTMLInputElement).value) })));
}

function row(person: Person): Child {
  const isHere = isInRoom(person);
  const state = !person.status ? '' : isHere ? 'here' : wasThere(person) ? 'left' : 'absent';
  const detail = [person.function, person.isVoting ? '' : t.attendance.noVote, person.time.replaceAll('\n', ', ')].filter(Boolean).join(' · ');
  return h('li', { class: `person ${state}` },
    h('div.who', h('span.strong', person.name), detail && [' ', h('span.hint', detail)]),
    quickChoice(`status-${person.row}`, t.attendance.statusOf(person.name), statusOptions(person), person.status, (status) => setStatus(person, status)),
    button(`presence-${person.row}`, () => (isHere ? leave(person) : come(person)), [isHere ? t.attendance.leaves : t.attendance.comes, unseen(person.name)], person.status ? '' : 'primary'));
}

function statusOptions(person: Person): [string, string][] {
  if (isGuest(person)) return wordOptions(words.guest);
  // Whoever has no vote may be a guest whose coming nobody has noted yet.
  return [['', t.attendance.unknown], ...wordOptions(words.present, words.online, words.excused, words.unexcused, ...(person.isVoting ? [] : [words.guest]))];
}
