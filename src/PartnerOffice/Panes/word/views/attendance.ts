import { h, type Child } from '../../shared/dom';
import { t } from '../../shared/texts';
import { app, memory, render } from '../app';
import { isGuest, isInRoom, peopleIn, votingNow, wasThere, type Person } from '../document/people';
import { valueOf } from '../document/snapshot';
import { tags, words } from '../document/tags';
import { optionsOf, quickChoice } from '../fields';
import { addMissing, chosenMoment, come, countIntoForm, leave, missingMembers, setStatus } from './attendance-steps';
import { guestForm } from './attendance-guest';

/** Who is in the room: one press per person. */
export const attendance = { draw };

function draw(): Child {
  const people = peopleIn(app.snapshot!.attendance);
  const members = people.filter((person) => !isGuest(person));
  const guests = people.filter(isGuest);
  const missing = missingMembers(people);
  return [
    h('h2', { tabindex: -1 }, t.attendance.title),
    summary(people),
    momentChoice(),
    members.length === 0 && h('p', { class: 'hint' }, t.attendance.nobody),
    h('ul', { class: 'list', 'aria-label': t.attendance.members }, members.map(row)),
    missing.length > 0 && h('div', { class: 'card' },
      h('p', {}, t.attendance.missing(missing.map((one) => one.name).join(', '))),
      h('button', { id: 'add-missing', onclick: () => void addMissing(missing) }, t.attendance.addMissing)),
    h('h3', {}, t.attendance.guests),
    guests.length > 0 && h('ul', { class: 'list', 'aria-label': t.attendance.guests }, guests.map(row)),
    guestForm(),
  ];
}

function summary(people: Person[]): Child {
  const present = votingNow(people);
  const required = Number(valueOf(app.snapshot!, tags.quorumRequired)) || null;
  const voting = people.filter((person) => person.isVoting).length;
  return h('div', { class: 'card summary' },
    h('p', { class: 'figure' }, h('strong', {}, String(present)), ' ', t.attendance.present(voting)),
    required !== null && h('p', { class: present < required ? 'flag warn' : 'hint' }, t.attendance.required(required, present)),
    h('button', { class: 'quiet', id: 'count-into-form', onclick: () => void countIntoForm(present) }, t.attendance.countIntoForm));
}

function momentChoice(): Child {
  const items = app.snapshot!.items.map((item): [string, string] => [`${words.item} ${item.number}`, `${words.item} ${item.number} · ${item.title?.text ?? ''}`]);
  return h('div', { class: 'field' },
    h('label', { for: 'moment' }, t.attendance.moment),
    h('div', { class: 'row' },
      h('select', { id: 'moment', class: 'grow', value: chosenMoment(), onchange: (event) => {
        app.moment = (event.target as HTMLSelectElement).value;
        render();
      } }, optionsOf([['start', t.attendance.fromStart], ['now', t.attendance.now], ['time', t.attendance.atTime], ...items])),
      chosenMoment() === 'time' && h('input', { type: 'time', id: 'moment-time', class: 'time', 'aria-label': t.time, value: memory.form('moment').time ?? '', onchange: (event) => memory.set('moment', 'time', (event.target as HTMLInputElement).value) })));
}

function row(person: Person): Child {
  const isHere = isInRoom(person);
  const state = !person.status ? '' : isHere ? 'here' : wasThere(person) ? 'left' : 'absent';
  const detail = [person.function, person.isVoting ? '' : t.attendance.noVote, person.time.replaceAll('\n', ', ')].filter(Boolean).join(' · ');
  return h('li', { class: `person ${state}` },
    h('div', { class: 'who' }, h('span', { class: 'strong' }, person.name), detail && [' ', h('span', { class: 'hint' }, detail)]),
    quickChoice(`status-${person.row}`, t.attendance.statusOf(person.name), statusOptions(person), person.status, (status) => void setStatus(person, status)),
    h('button', { id: `presence-${person.row}`, class: isHere ? '' : person.status ? '' : 'primary', onclick: () => void (isHere ? leave(person) : come(person)) },
      isHere ? t.attendance.leaves : t.attendance.comes, h('span', { class: 'unseen' }, `${person.name}`)));
}

function statusOptions(person: Person): [string, string][] {
  const options: [string, string][] = [words.present, words.online, words.excused, words.unexcused].map((word) => [word, t.words[word]]);
  if (isGuest(person)) return [[words.guest, t.words.Gast]];
  // Whoever has no vote may be a guest whose coming nobody has noted yet.
  return [['', t.attendance.unknown], ...options, ...(person.isVoting ? [] : [[words.guest, t.words.Gast] as [string, string]])];
}
