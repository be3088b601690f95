import { button, h } from '../shared/dom';
import { currentPart, partNames } from './parts';
import type { Session } from './session';
import { changeLanguage, t } from './texts';

/** What stands round the parts: where one is, who one is, and when it was read. */
export class Frame {
  readonly content = h('div');
  private readonly said = h('span', { role: 'status' });
  private readonly trouble = h('div');
  private readonly read = h('span');
  private readonly main = h('main.frame', { id: 'main', tabindex: -1 }, this.trouble, this.content);
  private readonly links = partNames.map((name) => h('a', { href: `#${name}` }, t.parts[name]));

  constructor(page: HTMLElement, session: Session | null, private readonly press: { reload: () => unknown; changePerson: () => unknown; again: () => unknown }) {
    page.replaceChildren(
      h('a.skip', { href: '#main', onclick: (event) => {
        event.preventDefault();
        this.main.focus();
      } }, t.skip),
      h('header.top',
        h('div.frame.row.between',
          h('p.brand', 'PartnerOffice', session?.settings.sandbox && h('span.badge.sandbox', t.sandbox)),
          session && this.who(session),
          button('language', changeLanguage, h('span', { lang: t.language === 'de' ? 'en' : 'de' }, t.otherLanguage), 'quiet')),
        session?.isSignedIn && h('nav.frame', { 'aria-label': t.sections }, h('ul.tabs', this.links.map((link) => h('li', link))))),
      this.main,
      h('footer.frame.row.between',
        h('div.hint', h('p', this.read), h('p', this.said)),
        session?.isSignedIn && h('p.row', button('print', () => window.print(), t.print, 'quiet'), button('reload', press.reload, t.reload, 'quiet'))));
    this.mark();
  }

  /** Says in the navigation and in the title which part is shown. */
  mark(): void {
    const current = currentPart();
    for (const [index, link] of this.links.entries()) {
      if (partNames[index] === current) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    document.title = `${t.parts[current]} – PartnerOffice`;
  }

  /** Told to those who cannot see what changed. */
  say(sentence: string): void {
    this.said.textContent = sentence;
  }

  readAt(moment: Date): void {
    this.read.textContent = t.asOf(moment.toLocaleTimeString(t.language === 'de' ? 'de-DE' : 'en-GB', { hour: '2-digit', minute: '2-digit' }));
  }

  complain(sentence: string, remedy: string, mayTryAgain: boolean): void {
    this.trouble.replaceChildren(h('div.banner.danger', { role: 'alert' },
      h('p.strong', sentence), remedy && h('p', remedy), mayTryAgain && h('p.row', button('again', this.press.again, t.again))));
  }

  calm(): void {
    this.trouble.replaceChildren();
  }

  busy(is: boolean): void {
    if (is) document.body.setAttribute('aria-busy', 'true');
    else document.body.removeAttribute('aria-busy');
  }

  private who(session: Session) {
    if (!session.isSignedIn) return null;
    if (!session.settings.sandbox) return button('sign-out', () => session.signOut(), t.signOut, 'quiet');
    return h('label.who', h('span', t.viewAs), choiceOf(session, this.press.changePerson));
  }
}

/** The sandbox's people, by district. */
export function choiceOf(session: Session, changed: () => unknown): HTMLSelectElement {
  const districts = [...new Set(session.people.map((person) => person.districtName))];
  return h('select', { id: 'person', value: session.person, onchange: (event) => {
    session.become((event.target as HTMLSelectElement).value);
    void changed();
  } },
    !session.person && h('option', { value: '' }, t.nobody),
    districts.map((name) => h('optgroup', { label: name }, session.people
      .filter((person) => person.districtName === name)
      .map((person) => h('option', { value: `${person.district}/${person.id}` }, person.function ? `${person.name}, ${person.function}` : person.name)))));
}
