import { undo } from '../shared/undo';
import { applyChanges, turned, type Change } from './document/change';

export const pushChanges = (sentence: string, changes: Change[]): void =>
  undo.push(sentence, async () => ((await applyChanges(turned(changes))) === 'written' ? 'done' : 'stale'));
