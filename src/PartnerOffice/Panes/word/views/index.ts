import type { Child } from '../../shared/dom';
import type { Tab } from '../app';
import { actions } from './actions';
import { agenda } from './agenda';
import { attendance } from './attendance';
import { history } from './history';
import { resolutions } from './resolutions';
import { review } from './review';

/** What a tab shows, and what happens when it is opened. */
export interface View {
  draw: () => Child;
  needsDocument: boolean;
  opened?: () => Promise<void>;
}

export const views: Record<Tab, View> = { attendance, agenda, resolutions, actions, review, history };
