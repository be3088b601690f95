import { button, h, type Child } from '../../shared/dom';
import { t } from '../../shared/texts';
import { app } from '../app';
import { needsService } from './service-notice';
import { editionCard } from './review-edition';
import { findingGroups } from './review-findings';
import { check } from './review-steps';

/** From finished text to "freigegeben": check, look, release. */
export const review = { draw };

function draw(): Child {
  return [
    h('h2', { tabindex: -1 }, t.tabs.review),
    needsService() ?? [
      button('check', check, app.check ? t.review.again : t.review.check, app.check ? '' : 'primary'),
      !app.check && h('p.hint', t.review.hint),
      app.check && result(),
    ],
  ];
}

function result(): Child {
  const { findings, ok, sentence, standing } = app.check!;
  return [
    h('p', { class: `card ${ok ? 'success' : 'warning'}`, id: 'check-result' }, h('span.icon', { 'aria-hidden': 'true' }, ok ? '✓' : '!'), h('span', sentence)),
    standing && standing.state !== 'draft' && h('p.card', standing.sentence),
    findingGroups(findings),
    editionCard(),
  ];
}
