import { button, h, type Child } from '../../shared/dom';
import { t } from '../../shared/texts';
import { app } from '../app';
import { deliveryCard } from './history-delivery';
import { approve, beginCorrection, loadHistory, shareNow } from './history-steps';
import { openFile } from '../document/file';
import { work } from '../work';
import { needsService } from './service-notice';

/** How the minutes have gone on: released, approved, sent; and what can be done about it. */
export const history = { draw, opened: loadHistory };

function draw(): Child {
  return [
    h('div.row.between',
      h('h2', { tabindex: -1 }, t.tabs.history),
      button('history-reload', loadHistory, t.history.reload, 'quiet')),
    needsService() ?? (app.isDraft ? h('p.card', t.history.draft) : app.meeting ? meeting() : h('p.hint', app.historyProblem?.sentence ?? t.loading)),
  ];
}

function meeting(): Child {
  const { sentence, version, deliveries, releasedBy, releasedAt, approvedOn, state } = app.meeting!;
  const facts = [t.history.version(version), releasedBy && t.history.releasedBy(releasedBy, releasedAt ? t.date(releasedAt) : ''), approvedOn && t.history.approvedOn(t.date(approvedOn))];
  return [
    h('div.card.stack',
      h('p.strong', sentence),
      h('p.hint', facts.filter(Boolean).join(' · ')),
      h('div.row',
        state === 'released' && button('approve', approve, t.history.approve),
        state === 'approved' && deliveries.length === 0 && button('share-now', shareNow, t.history.shareNow),
        state !== 'draft' && button('correct', beginCorrection, t.history.correct))),
    app.recall && h('div.card.stack', h('p', app.recall.next), app.recall.incidentNote && h('div.row', button('incident-note', () => work(() => openFile(app.recall!.incidentNote!)), t.history.incidentNote))),
    h('h3', t.history.deliveries),
    deliveries.length === 0 && h('p.hint', t.history.noDelivery),
    h('ul.list', deliveries.map(deliveryCard)),
  ];
}
