import { button, h, unseen, type Child } from '../../shared/dom';
import { app } from '../app';
import { isJoint, type Invitee } from '../contract';
import * as form from '../form';
import { addMissing, invitees } from '../invite';
import { attendeesOf, type Recipient } from '../item/appointment';
import { t } from '../texts';
import { needsService } from './service-notice';

/** Who is in the event, who hears of it another way, and who is too many: read back from Outlook. */
export const people = { draw };

function draw(): Child {
  return [
    h('h2', { tabindex: -1 }, t.tabs.people),
    needsService(),
    form.proposalNow() ? lists() : !app.serviceProblem && h('p.hint', t.people.none),
  ];
}

function lists(): Child {
  const { people: board, partner } = form.proposalNow()!;
  const by = (way: Invitee['way']) => board.filter((one) => one.way === way);
  const calendar = by('calendar');
  const there = calendar.filter(isThere);
  const others = attendeesOf(app.appointment!).filter((one) => !invitees().some((known) => isSame(known, one)) && one.address.toLowerCase() !== form.rules().mailbox?.toLowerCase());
  const isIncomplete = invitees().some((one) => one.way === 'calendar' && !isThere(one));
  return [
    h('p.figure', h('strong', String(there.length)), ` ${t.people.summary(calendar.length)}`),
    group(t.people.calendar, calendar.map(member)),
    isIncomplete && h('div.row', button('add-missing', addMissing, t.people.add)),
    group(t.people.message, by('message').map(otherWay), t.people.messageWhy),
    group(t.people.post, by('post').map(otherWay)),
    isJoint(form.kind()) && partner && [
      group(t.people.partner(partner.name), partner.coordinator ? [partner.coordinator.way === 'calendar' ? member(partner.coordinator) : otherWay(partner.coordinator)] : [h('li', t.people.noCoordinator(partner.name))]),
      h('p.hint', t.people.partnerBoard),
    ],
    group(t.people.others, others.map((one) => h('li.member', h('span.icon', { 'aria-hidden': 'true' }, '•'), h('span.grow', one.name || one.address), h('span.badge', t.people.outside)))),
  ];
}

const group = (title: string, rows: Child[], hint = ''): Child => rows.length > 0 && h('section.card', h('h3', title), hint && h('p.hint', hint), h('ul', rows));

const member = (one: Invitee): Child =>
  h(isThere(one) ? 'li.member.there' : 'li.member.missing',
    h('span.icon', { 'aria-hidden': 'true' }, isThere(one) ? '✓' : '!'),
    h('span.grow', one.name, unseen(isThere(one) ? t.people.there : t.people.notThere), h('span.hint', ` ${roleOf(one)}`)),
    !isThere(one) && h('span.badge', { 'aria-hidden': 'true' }, t.people.notThere));

const otherWay = (one: Invitee): Child => h('li.member', h('span.icon', { 'aria-hidden': 'true' }, '✉'), h('span.grow', one.name, h('span.hint', ` ${roleOf(one)}`)));

const roleOf = (one: Invitee): string => [one.function, one.voting ? '' : t.people.noVote].filter(Boolean).join(', ');

// Classic Outlook names people of the own house by a directory path; then the name has to do.
const isSame = (one: Invitee, other: Recipient): boolean => (other.address.includes('@') ? one.address?.toLowerCase() === other.address.toLowerCase() : one.name === other.name);

const isThere = (one: Invitee): boolean => one.address?.toLowerCase() === app.appointment!.owner?.toLowerCase() || attendeesOf(app.appointment!).some((other) => isSame(one, other));
