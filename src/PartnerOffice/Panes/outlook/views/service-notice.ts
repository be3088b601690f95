import { button, h, type Child } from '../../shared/dom';
import { app } from '../app';
import { signIn } from '../session';
import { t } from '../texts';

/** Why the service cannot be asked, and what still works; null where it can. */
export function needsService(): Child {
  if (app.api && app.me && !app.serviceProblem) return null;
  if (!app.serviceProblem) return h('p.hint', t.signIn.running);
  return h('div.card.warning.stack',
    h('p.strong', app.serviceProblem.sentence),
    h('p', app.serviceProblem.remedy || t.signIn.stillWorks),
    h('div.row', button('sign-in', signIn, t.status.again)));
}
