import { h, type Child } from '../../shared/dom';
import { t } from '../../shared/texts';
import { app, memory, render } from '../app';
import { typed } from '../fields';
import { release } from './review-steps';
import { preview } from './preview';

/** What would leave, what stays, to whom it goes; and the release. */
export function editionCard(): Child {
  if (app.released) return releasedCard();
  const { edition, mayNotRelease } = app;
  return [
    mayNotRelease && h('div.card.warning', h('p.strong', mayNotRelease.sentence), mayNotRelease.remedy && h('p', mayNotRelease.remedy)),
    edition && h('section.card.stack', { 'aria-labelledby': 'edition-title' },
      h('h3', { id: 'edition-title' }, t.review.edition),
      h('p', t.review.goesTo(edition.partner.name, edition.partner.library)),
      edition.mail.length > 0 && h('p.hint', t.review.mailTo(edition.mail.join(', '))),
      withheld(),
      preview(edition.otherPreview ?? edition.preview),
      isReleasable() && !mayNotRelease && consent()),
  ];
}

const isReleasable = (): boolean => {
  const standing = app.check?.standing;
  return !standing || standing.state === 'draft' || standing.state === 'reopened' || standing.isChangedSince;
};

function withheld(): Child {
  const all = app.edition!.withheld;
  if (all.length === 0) return h('p', t.review.nothingWithheld);
  return h('details', { id: 'withheld', open: all.length <= 5 },
    h('summary', t.review.withheld(all.length)),
    h('ul.plain', all.map((one) => h('li', h('span.strong', one.place), h('span', `: ${one.reason}`)))));
}

function consent(): Child {
  const { me } = app;
  // Whoever wrote them cannot be the second pair of eyes; the service decides, the pane only does not offer it.
  if (me && app.check?.minutes && isMinuteTaker(me.person.name)) return h('p.flag', t.review.otherPerson);
  const isSeen = typed('release', 'seen') === app.edition!.sha256;
  return [
    h('label.choice',
      h('input', { type: 'checkbox', id: 'release-seen', checked: isSeen, onchange: (event) => {
        memory.set('release', 'seen', (event.target as HTMLInputElement).checked ? app.edition!.sha256 : '');
        render();
      } }),
      h('span', t.review.seen)),
    h('button.primary', { id: 'release', 'aria-disabled': String(!isSeen), 'aria-describedby': 'release-hint', onclick: () => isSeen && void release() }, t.review.release),
    h('p.hint', { id: 'release-hint' }, isSeen ? t.review.releaseMeans : t.review.tickFirst),
  ];
}

function isMinuteTaker(name: string): boolean {
  const taker = app.snapshot?.values.get('po:minuteTaker')?.[0]?.text;
  return !!taker && taker.toLowerCase() === name.toLowerCase();
}

function releasedCard(): Child {
  const released = app.released!;
  return h('div.card.success.stack',
    h('p.strong', released.sentence),
    app.notWritten.length > 0 && h('p', t.review.notWritten),
    h('p.hint', t.review.seeHistory));
}
