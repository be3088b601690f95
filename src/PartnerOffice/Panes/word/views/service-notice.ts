import { h, type Child } from '../../shared/dom';
import { t } from '../../shared/texts';
import { app } from '../app';
import { signIn } from '../session';

/** Why the service cannot be asked, and what still works; null where it can. */
export function needsService(): Child {
  if (app.api && !app.serviceProblem) return null;
  if (!app.serviceProblem) return h('p', { class: 'hint' }, t.signIn.running);
  return h('div', { class: 'card warning stack' },
    h('p', { class: 'strong' }, app.serviceProblem.sentence),
    h('p', {}, app.serviceProblem.remedy || t.signIn.stillWorks),
    h('div', { class: 'row' }, h('button', { id: 'sign-in', onclick: () => void signIn() }, t.status.again)));
}
