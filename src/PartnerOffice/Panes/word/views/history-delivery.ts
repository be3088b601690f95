import type { Delivery, Step } from '../../shared/contract';
import { button, h, type Child } from '../../shared/dom';
import { t } from '../../shared/texts';
import { confirmDelivery, hold, startNow, withdraw } from './history-steps';

/** One delivery: where it stands, its steps, and what may be done now. */
export function deliveryCard(delivery: Delivery): Child {
  const id = delivery.delivery;
  const tone = { delivered: 'success', uncertain: 'warning', refused: 'danger', failed: 'danger' }[delivery.state as string] ?? '';
  const can = new Set(delivery.can);
  return h('li', { class: `card stack ${tone}` },
    h('p.strong', t.history.kinds[delivery.kind] ?? delivery.kind),
    h('p', delivery.sentence),
    delivery.receipt && h('p', delivery.receipt),
    delivery.startsAt && delivery.state === 'queued' && h('p.hint', t.history.startsAt(t.moment(delivery.startsAt))),
    delivery.steps.length > 0 && h('ol.steps', { 'aria-label': t.history.steps }, delivery.steps.map(step)),
    can.size > 0 && h('div.row',
      can.has('start') && button(`start-${id}`, () => startNow(delivery), t.history.now, 'primary'),
      can.has('hold') && button(`hold-${id}`, () => hold(delivery), t.history.hold),
      can.has('confirm') && button(`confirm-${id}`, () => confirmDelivery(delivery), t.history.confirm),
      can.has('withdraw') && button(`withdraw-${id}`, () => withdraw(delivery), t.history.withdraw, 'danger')));
}

const signs: Record<string, string> = { done: '✓', delivered: '✓', succeeded: '✓', running: '…', failed: '!', refused: '!', uncertain: '?' };

function step(one: Step): Child {
  return h('li', { class: `step ${one.state}` },
    h('span.icon', { 'aria-hidden': 'true' }, signs[one.state] ?? '·'),
    h('span', h('span.strong', one.name), ' ', one.sentence,
      one.at && h('span.hint', ` ${t.moment(one.at)}`),
      one.url && [' ', h('a', { href: one.url, target: '_blank', rel: 'noreferrer' }, t.history.open)]));
}
