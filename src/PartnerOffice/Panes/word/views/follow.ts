import type { Delivery } from '../../shared/contract';
import { app, render } from '../app';
import { say } from '../../shared/status';

const followed = new Set<string>();
const pause = 3000;

/** Watches a delivery while it goes on: by events, and where a proxy keeps those back, by asking. */
export function follow(delivery: Delivery): void {
  if (!isNear(delivery) || followed.has(delivery.delivery)) return;
  followed.add(delivery.delivery);
  void watch(delivery.delivery).finally(() => followed.delete(delivery.delivery));
}

async function watch(id: string): Promise<void> {
  const api = app.api!;
  const stop = new AbortController();
  try {
    for await (const now of api.events(id, stop.signal)) {
      show(now);
      if (isSettled(now)) return;
    }
  } catch {
    // Then it is asked for.
  }

  for (let tries = 0; tries < 100; tries++) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const now = await api.delivery(id).catch(() => null);
    if (now) show(now);
    if (now && isSettled(now)) return;
  }
}

// What begins only tomorrow needs nobody to watch.
const isNear = (delivery: Delivery): boolean =>
  delivery.state === 'running' || (delivery.state === 'queued' && (!delivery.startsAt || Date.parse(delivery.startsAt) < Date.now() + 60_000));

const isSettled = (delivery: Delivery): boolean => delivery.state !== 'running' && delivery.state !== 'queued';

function show(now: Delivery): void {
  if (!app.meeting) return;
  const before = app.meeting.deliveries.find((one) => one.delivery === now.delivery);
  app.meeting.deliveries = app.meeting.deliveries.map((one) => (one.delivery === now.delivery ? now : one));
  // Letters and recalls show it in their cards: what is still to be done must stay readable below.
  if (before?.state !== now.state && now.kind === 'edition') say({ text: now.sentence, tone: now.state === 'delivered' ? 'good' : 'neutral' });
  render();
}
