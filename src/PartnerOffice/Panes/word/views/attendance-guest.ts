import type { Child } from '../../shared/dom';
import { t } from '../../shared/texts';
import { entry, field, typed } from '../fields';
import { addGuest } from './attendance-steps';

/** A guest: who, and as what. The role is what the partner will read. */
export const guestForm = (): Child =>
  entry('guest', t.attendance.addGuest, () => addGuest(typed('guest', 'name'), typed('guest', 'role')), 'guest-add', t.enter,
    field('guest', 'name', t.attendance.guestName, { required: true }),
    field('guest', 'role', t.attendance.guestRole, { hint: t.attendance.guestRoleHint }));
