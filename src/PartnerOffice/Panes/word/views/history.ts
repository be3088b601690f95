import { h, type Child } from '../../shared/dom';
import { t } from '../../shared/texts';
import { app } from '../app';
import { deliveryCard } from './history-delivery';
import { approve, beginCorrection, loadHistory, shareNow } from './history-steps';
import { needsService } from './service-notice';

/** How the minutes have gone on: released, approved, sent; and what can be done about it. */
export const history = { draw, opened: loadHistory };

function draw(): Child {
  return [
    h('div', { class: 'row between' },
      h('h2', { tabindex: -1 }, t.history.title),
      h('button', { class: 'quiet', id: 'history-reload', onclick: () => void loadHistory() }, t.history.reload)),
    needsService() ?? (app.isDraft ? h('p', { class: 'card' }, t.history.draft) : app.meeting ? meeting() : h('p', { class: 'hint' }, app.historyProblem?.sentence ?? t.loading)),
  ];
}

function meeting(): Child {
  const { sentence, version, deliveries, releasedBy, releasedAt, approvedOn, state } = app.meeting!;
  const facts = [t.history.version(version), releasedBy && t.history.releasedBy(releasedBy, releasedAt ? t.date(releasedAt) : ''), approvedOn && t.history.approvedOn(t.date(approvedOn))];
  return [
    h('div', { class: 'card stack' },
      h('p', { class: 'strong' }, sentence),
      h('p', { class: 'hint' }, facts.filter(Boolean).join(' · ')),
      h('div', { class: 'row' },
        state === 'released' && h('button', { id: 'approve', onclick: () => void approve() }, t.history.approve),
        state === 'approved' && deliveries.length === 0 && h('button', { id: 'share-now', onclick: () => void shareNow() }, t.history.shareNow),
        state !== 'draft' && h('button', { id: 'correct', onclick: () => void beginCorrection() }, t.history.correct))),
    h('h3', {}, t.history.deliveries),
    deliveries.length === 0 && h('p', { class: 'hint' }, t.history.noDelivery),
    h('ul', { class: 'list' }, deliveries.map(deliveryCard)),
  ];
}
