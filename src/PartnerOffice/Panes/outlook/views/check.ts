import { button, h, type Child } from '../../shared/dom';
import { app } from '../app';
import { lookAgain } from '../check';
import type { SendFinding } from '../contract';
import { handOverButton } from '../hand-over';
import { addMissing, makePrivate } from '../invite';
import { t } from '../texts';
import { needsService } from './service-notice';

/** What is open before the invitation is sent; the same as is asked at that moment, and more. */
export const check = { draw };

function draw(): Child {
  return [
    h('h2', { tabindex: -1 }, t.tabs.check),
    h('p.hint', t.check.hint),
    h('div.row', button('check', lookAgain, app.checked ? t.check.again : t.check.check, 'primary')),
    app.checked?.isOffline && h('p.flag', t.check.offline),
    app.checked && result(app.checked.findings),
    needsService() ?? handOverButton(),
  ];
}

function result(findings: SendFinding[]): Child {
  const open = findings.filter((finding) => !finding.reminder);
  return [
    open.length === 0 && h('p.card.success', h('span.icon', { 'aria-hidden': 'true' }, '✓'), t.check.fine),
    h('ul.list', [...open, ...findings.filter((finding) => finding.reminder)].map(card)),
  ];
}

const card = (finding: SendFinding): Child =>
  h(finding.reminder ? 'li.card' : 'li.card.warning',
    h('p.strong', finding.message),
    finding.remedy && h('p', finding.remedy),
    finding.kind === 'missing-member' && h('div.row', button('add-missing', () => addMissing().then(lookAgain), t.people.add)),
    finding.kind === 'not-private' && h('div.row', button('make-private', () => makePrivate().then(lookAgain), t.check.makePrivate)));
