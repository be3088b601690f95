import type { Child } from '../../shared/dom';
import type { Tab } from '../app';
import { answers } from './answers';
import { check } from './check';
import { meeting } from './meeting';
import { people } from './people';

/** What a tab shows, and what happens when it is opened. */
export interface View {
  draw: () => Child;
  opened?: () => Promise<void>;
}

export const views: Record<Tab, View> = { meeting, people, check, answers };
