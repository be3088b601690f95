/** What the first look does not need: it comes right after it, so that it is there when the network is gone. */
export const later = {
  projector: () => import('./views/projector'),
  move: () => import('./document/move'),
  withService: () => import('./views/with-service'),
};

export function loadLater(): void {
  for (const load of Object.values(later)) void load().catch(() => undefined);
}
