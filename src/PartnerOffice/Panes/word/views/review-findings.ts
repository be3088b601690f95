import type { Finding, FindingWeight } from '../../shared/contract';
import { button, formOf, h, submit, unseen, type Child } from '../../shared/dom';
import { t } from '../../shared/texts';
import { app, memory, render } from '../app';
import { tags } from '../document/tags';
import { field, typed } from '../fields';
import { say } from '../../shared/status';
import { show } from '../work';
import { copyAnswers } from './review-copy';
import { accept } from './review-steps';

const weights: FindingWeight[] = ['stops', 'needs-reason', 'hint'];

/** What the check found, the gravest first; each with its place, a sentence and what to do. */
export function findingGroups(findings: Finding[]): Child {
  return weights.map((weight) => {
    const group = findings.filter((finding) => (finding.accepted ? 'hint' : finding.weight) === weight);
    if (group.length === 0) return null;
    const list = h('ul.list', group.map((finding) => card(finding, findings.indexOf(finding))));
    // Hints are many and can wait: they open on request.
    return weight === 'hint'
      ? h('details', { id: 'hints' }, h('summary', t.review.weights.hint(group.length)), list)
      : h('section.stack', { 'aria-label': t.review.weights[weight](group.length) }, h('h3', t.review.weights[weight](group.length)), list);
  });
}

function card(finding: Finding, at: number): Child {
  const tone = finding.accepted || finding.weight === 'hint' ? '' : finding.weight === 'stops' ? 'danger' : 'warning';
  return h('li', { class: `card finding ${tone}` },
    h('p.strong', finding.place),
    h('p', finding.message),
    finding.remedy && h('p.hint', finding.remedy),
    finding.accepted && h('p.flag', t.review.acceptedAs(finding.accepted)),
    h('div.row',
      finding.at && place(`at-${at}`, finding.at, t.show, finding.place),
      finding.alsoAtTag && place(`also-${at}`, finding.alsoAtTag, t.review.showOther(finding.alsoAt ?? ''), ''),
      finding.accept && !finding.accepted && h('button', { id: `accept-${at}`, 'aria-expanded': String(app.explaining === finding.accept), onclick: () => explain(finding.accept!) }, t.review.accept, unseen(finding.place)),
      finding.accept && finding.accepted && button(`revoke-${at}`, () => accept(finding.accept!, ''), t.review.revoke, 'quiet')),
    app.explaining === finding.accept && finding.accept && reasonForm(finding.accept, at),
    // Only whoever copied a whole document has this choice; a copied item has its place.
    finding.rule === 'V26' && !finding.at?.startsWith(tags.itemPrefix) && copyAnswers());
}

const place = (id: string, tag: string, label: string, where: string): Child => button(id, () => show(tag), [label, where && unseen(where)]);

function explain(finding: string): void {
  app.explaining = app.explaining === finding ? '' : finding;
  render();
  document.getElementById(`reason:${finding}-text`)?.focus();
}

function reasonForm(finding: string, at: number): Child {
  const form = `reason:${finding}`;
  return formOf(() => {
    const reason = typed(form, 'text').trim();
    if (reason) void accept(finding, reason);
    else say({ text: t.review.needsReason, tone: 'bad' });
  },
  field(form, 'text', t.review.reason, { required: true, hint: t.review.reasonHint }),
  h('div.row',
    submit(`reason-save-${at}`, t.review.accept),
    button(`reason-drop-${at}`, () => {
      memory.clear(form);
      explain(finding);
    }, t.cancel, 'quiet')));
}
