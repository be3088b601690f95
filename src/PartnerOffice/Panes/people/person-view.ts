import { button, formOf, h, unseen } from '../shared/dom';
import type { Change, Person, Register, Role } from './contract';
import { choice, day, entered, text, tick } from './fields';
import { spanOf } from './spans';
import { texts } from './texts';

const roleNames: Role[] = ['chair', 'secretary', 'coordinator', 'administrator'];

/** Everything that can be changed of one person, each part a form of its own. */
export function personView(register: Register, person: Person, look: (change: Change) => unknown, handover: () => unknown, back: () => unknown): HTMLElement {
  const t = texts();
  const others: [string, string][] = [['', t.nobody], ...register.people.filter((one) => one.inOffice && one.id !== person.id).map((one): [string, string] => [one.id, one.name])];
  const part = (id: string, title: string, kind: string, ...fields: (HTMLElement | null | false)[]) => h('details.part', { id },
    h('summary', title),
    change(id, kind, { person: person.id }, ...fields));
  const change = (id: string, kind: string, fixed: Record<string, string | boolean>, ...fields: (HTMLElement | null | false)[]) => {
    const form: HTMLFormElement = formOf(() => look({ kind, ...fixed, ...entered(form) }), ...fields, h('p.row', h('button.primary', { id: `${id}-look` }, t.look)));
    return form;
  };

  return h('section', { 'aria-labelledby': 'person-name' },
    h('p.row', button('back', back, t.back, 'quiet')),
    h('h2', { id: 'person-name', tabindex: -1 }, person.name),
    h('ul.terms', { 'aria-label': t.terms }, person.terms.map((term) => h('li', term.function, h('span.quiet', ` ${spanOf(term, register.today)}`, !term.voting && `, ${t.noVote}`)))),
    part('end-term', t.endTerm, 'term-ended', day('last-day', 'lastDay', t.lastDay), choice('successor', 'successor', t.successor, others)),
    part('give-role', t.giveRole, 'role-given',
      choice('role', 'role', t.role, roleNames.map((role): [string, string] => [role, t.roles[role]])),
      tick('deputy', 'deputy', t.asDeputy), day('role-from', 'from', t.firstDay, register.today), choice('instead-of', 'insteadOf', t.insteadOf, others)),
    person.roles.length > 0 && h('details.part', { id: 'end-role' },
      h('summary', t.endRole),
      person.roles.filter((role) => !role.until || role.until >= register.today).map((role, index) => change(`end-role-${index}`, 'role-ended', { person: person.id, role: role.role, deputy: role.deputy },
        h('p.strong', t.roles[role.role], role.deputy && ` (${t.deputy})`, h('span.quiet', ` ${spanOf(role, register.today)}`)), day(`role-last-${index}`, 'lastDay', t.lastDay)))),
    part('new-term', t.newTerm, 'term-begun',
      text('function', 'function', t.function), day('term-from', 'from', t.firstDay), day('term-until', 'until', t.untilDay, '', false), tick('voting', 'voting', t.voting, true), ends()),
    part('change-name', t.changeName, 'name-changed', text('name', 'name', t.name, person.name), day('since', 'since', t.nameSince, register.today)),
    h('details.part', { id: 'mails' },
      h('summary', t.mails),
      h('ul', person.addresses.map((address, index) => h('li.row.between', h('span', address.mail, address.private && h('span.quiet', ` ${t.privateMail}`)),
        button(`remove-${index}`, () => look({ kind: 'address-removed', person: person.id, mail: address.mail }), [t.remove, unseen(address.mail)], 'quiet')))),
      change('add-mail', 'address-added', { person: person.id }, text('mail', 'mail', t.mail), tick('private', 'private', t.privateMail, true))),
    register.accounts && part('account', t.account, 'account-changed',
      choice('kind', 'account', t.kind, (['tenant', 'guest', 'none'] as const).map((kind): [string, string] => [kind, t.accounts[kind]]), person.account),
      text('login', 'userPrincipalName', t.login, person.userPrincipalName ?? '', false)),
    h('p.row', button('handover', handover, t.handover)));
}

// A new function begins where the running one ends.
const ends = (): HTMLElement => h('input', { type: 'checkbox', name: 'endsRunning', checked: true, hidden: true });
