import { h, type Child } from '../../shared/dom';
import { t } from '../../shared/texts';
import { field, typed } from '../fields';
import { addGuest } from './attendance-steps';

/** A guest: who, and as what. The role is what the partner will read. */
export function guestForm(): Child {
  return h('details', { id: 'guest-details', class: 'card' },
    h('summary', {}, t.attendance.addGuest),
    h('form', { class: 'stack', onsubmit: (event) => {
      event.preventDefault();
      void addGuest(typed('guest', 'name'), typed('guest', 'role'));
    } },
    field('guest', 'name', t.attendance.guestName, { required: true }),
    field('guest', 'role', t.attendance.guestRole, { hint: t.attendance.guestRoleHint }),
    h('button', { class: 'primary', id: 'guest-add' }, t.attendance.enterGuest)));
}
