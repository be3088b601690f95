import { h, type Child } from '../../shared/dom';
import { t } from '../../shared/texts';
import type { Delivery, Step } from '../../shared/contract';
import { confirmDelivery, hold, startNow, withdraw } from './history-steps';

/** One delivery: where it stands, its steps, and what may be done now. */
export function deliveryCard(delivery: Delivery): Child {
  const id = delivery.delivery;
  const tone = { delivered: 'success', uncertain: 'warning', refused: 'danger', failed: 'danger' }[delivery.state as string] ?? '';
  const can = new Set(delivery.can);
  return h('li', { class: `card stack ${tone}` },
    h('p', { class: 'strong' }, t.history.kinds[delivery.kind] ?? delivery.kind),
    h('p', {}, delivery.sentence),
    delivery.startsAt && delivery.state === 'queued' && h('p', { class: 'hint' }, t.history.startsAt(t.moment(delivery.startsAt))),
    delivery.steps.length > 0 && h('ol', { class: 'steps', 'aria-label': t.history.steps }, delivery.steps.map(step)),
    can.size > 0 && h('div', { class: 'row' },
      can.has('start') && h('button', { id: `start-${id}`, class: 'primary', onclick: () => void startNow(delivery) }, t.history.now),
      can.has('hold') && h('button', { id: `hold-${id}`, onclick: () => void hold(delivery) }, t.history.hold),
      can.has('confirm') && h('button', { id: `confirm-${id}`, onclick: () => void confirmDelivery(delivery) }, t.history.confirm),
      can.has('withdraw') && h('button', { id: `withdraw-${id}`, class: 'danger', onclick: () => void withdraw(delivery) }, t.history.withdraw)));
}

const signs: Record<string, string> = { done: '✓', delivered: '✓', succeeded: '✓', running: '…', failed: '!', refused: '!', uncertain: '?' };

function step(one: Step): Child {
  return h('li', { class: `step ${one.state}` },
    h('span', { class: 'icon', 'aria-hidden': 'true' }, signs[one.state] ?? '·'),
    h('span', {}, h('span', { class: 'strong' }, one.name), ' ', one.sentence,
      one.at && h('span', { class: 'hint' }, ` ${t.moment(one.at)}`),
      one.url && [' ', h('a', { href: one.url, target: '_blank', rel: 'noreferrer' }, t.history.open)]));
}
