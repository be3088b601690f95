import { button, h } from '../shared/dom';
import { choiceOf } from './frame';
import type { Session } from './session';
import { t } from './texts';

/** What somebody sees who is not signed in yet. */
export function signInView(session: Session, changed: () => unknown): HTMLElement {
  return h('section.welcome',
    h('h1', { tabindex: -1 }, t.title),
    h('p.lead', session.settings.sandbox ? t.signInSandbox : t.signInLead),
    session.settings.sandbox ? byChoice(session, changed) : h('p.row', session.settings.districts.map((district) =>
      button(`sign-in-${district.id}`, () => session.leaveFor(district.id), t.signInAt(district.name), 'primary'))));
}

const byChoice = (session: Session, changed: () => unknown) =>
  session.people.length === 0 ? h('p', t.noPeople) : h('label', h('span', t.viewAs), choiceOf(session, changed));
