/** What the first look does not need: it comes right after it, so that it is there when the network is gone. */
export const later = (): Promise<typeof import('./later-parts')> => import('./later-parts');

export const loadLater = (): void => void later().catch(() => undefined);
