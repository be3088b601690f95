import { h, type Child } from '../../shared/dom';
import { Problem } from '../../shared/problem';
import { t } from '../../shared/texts';
import { render, type Tab } from '../app';
import { later } from '../later';
import { report } from '../work';
import { actions } from './actions';
import { agenda } from './agenda';
import { attendance } from './attendance';
import { resolutions } from './resolutions';

/** What a tab shows, and what happens when it is opened. */
export interface View {
  draw: () => Child;
  opened?: () => Promise<void>;
}

export const views: Record<Tab, View> = { attendance, agenda, resolutions, actions, review: onRequest('review'), history: onRequest('history') };

/** What needs the service comes when it is asked for: in the meeting nobody waits for it. */
function onRequest(tab: 'review' | 'history'): View {
  const view: View = {
    draw: () => h('p.hint', t.loadingPart),
    async opened() {
      try {
        const loaded = (await later())[tab];
        Object.assign(view, { opened: undefined }, loaded);
        render();
        await view.opened?.();
      } catch {
        report(Problem.network(), () => Promise.resolve(view.opened?.()));
      }
    },
  };
  return view;
}
