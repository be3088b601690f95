import { button, formOf, h, unseen } from '../shared/dom';
import type { Change, Person, Register } from './contract';
import { day, entered, text, tick } from './fields';
import { spanOf } from './spans';
import { texts } from './texts';

interface Ways {
  edit: (person: Person) => unknown;
  look: (changes: Change[]) => unknown;
  read: (file: File) => unknown;
}

/** Everybody of the own district, and the ways to change something. */
export function listView(register: Register, ways: Ways): HTMLElement {
  const t = texts();
  const banner = !register.editable ? t.sample : register.file === 'needs-restart' ? t.needsRestart : register.file === 'unreadable' ? t.unreadable : null;
  return h('section', { 'aria-labelledby': 'edit-people' },
    h('h2', { id: 'edit-people', tabindex: -1 }, t.heading),
    h('p.hint', t.lead),
    banner && h('p.banner', { role: 'note' }, banner),
    h('ul.people', register.people.map((person) => entryOf(register, person, ways))),
    register.editable && [newPerson(register, ways), importList(ways)],
    publicPersons(register, ways));
}

function entryOf(register: Register, person: Person, ways: Ways): HTMLElement {
  const t = texts();
  const term = person.terms.filter((one) => one.from <= register.today).at(-1) ?? person.terms[0];
  return h('li.entry.row.between',
    h('div.grow',
      h('p', h('strong', person.name), ' ', h('span.quiet', person.inOffice ? term?.function : t.former)),
      h('p.hint', term && spanOf(term, register.today), person.roles.filter((role) => !role.until || role.until >= register.today).map((role) => [' · ', t.roles[role.role], role.deputy && ` (${t.deputy})`, role.from > register.today && ` ${spanOf(role, register.today)}`]))),
    register.editable && button(`edit-${person.id}`, () => ways.edit(person), [t.edit, unseen(person.name)]));
}

function newPerson(register: Register, ways: Ways): HTMLElement {
  const t = texts();
  const person = register.nextId;
  const form: HTMLFormElement = formOf(() => {
    const { name, function: office, from, voting, mail } = entered(form);
    void ways.look([
      { kind: 'person-added', person, name },
      { kind: 'term-begun', person, function: office, from, voting },
      ...(mail ? [{ kind: 'address-added', person, mail, private: true }] : []),
    ]);
  },
    text('new-name', 'name', t.name), text('new-function', 'function', t.function), day('new-from', 'from', t.firstDay, register.today),
    tick('new-voting', 'voting', t.voting, true), text('new-mail', 'mail', t.mail, '', false), h('p.row', h('button.primary', { id: 'add-look' }, t.look)));
  return h('details.part', { id: 'add' }, h('summary', t.add), form);
}

function importList(ways: Ways): HTMLElement {
  const t = texts();
  const input = h('input', { id: 'list', type: 'file', required: true, accept: '.xlsx,.csv,.txt' });
  return h('details.part', { id: 'import' },
    h('summary', t.importList),
    formOf(() => input.files?.[0] && ways.read(input.files[0]),
      h('p.hint', t.listLead), h('p.field', h('label', { for: 'list' }, t.list), input), h('p.row', h('button.primary', { id: 'import-look' }, t.look))));
}

function publicPersons(register: Register, ways: Ways): HTMLElement {
  const t = texts();
  const form: HTMLFormElement = formOf(() => ways.look([{ kind: 'public-person-added', ...entered(form) }]),
    text('public-name', 'name', t.name), text('public-office', 'function', t.office), h('p.row', h('button.primary', { id: 'public-look' }, t.look)));
  return h('section', { 'aria-labelledby': 'public-persons' },
    h('h3', { id: 'public-persons' }, t.publicPersons),
    h('p.hint', t.publicLead),
    h('ul', register.publicPersons.map((person, index) => h('li.entry.row.between', h('span', person.name, h('span.quiet', ` ${person.function}`)),
      register.editable && button(`unpublish-${index}`, () => ways.look([{ kind: 'public-person-removed', name: person.name }]), [t.remove, unseen(person.name)], 'quiet')))),
    register.editable && h('details.part', { id: 'publish' }, h('summary', t.addPublic), form));
}
