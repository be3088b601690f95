import { h, type Child } from '../shared/dom';
import { hold } from '../shared/drawing';
import { t } from '../shared/texts';
import { app, render, tabNames, type Tab } from './app';
import { isRunning, nonPublicPart } from './document/non-public';
import { valueOf } from './document/snapshot';
import { tags } from './document/tags';
import { germanDay, isoDay } from './document/times';
import { fileName, place } from './whereabouts';
import { statusBar } from '../shared/status';
import { tabBar } from '../shared/tabs';
import { views } from './views';

const header = h('div.head');
const tabs = h('div.tabs', { role: 'tablist' });
const bar = tabBar(tabs, tabNames, () => app.tab, open);
const panel = h('main', { id: 'panel' });

/** Puts the pane where the skeleton stood. */
export function openShell(root: HTMLElement): void {
  bar.label(t.tabs.label, t.tabs);
  root.replaceChildren(h('header', header, tabs), panel, statusBar());
}

export function open(tab: Tab): void {
  app.tab = tab;
  render();
  panel.scrollTop = 0;
  void views[tab].opened?.();
}

/** Draws what is known now; focus, open details and the place of the cursor stay. */
export function drawShell(): void {
  const held = hold(panel);
  header.replaceChildren(...head());
  tabs.hidden = app.projected !== null;
  bar.mark();

  panel.replaceChildren(
    app.projected
      ? app.projected()
      : h('div', { id: 'view', role: 'tabpanel', class: 'stack', 'aria-labelledby': `tab-${app.tab}` }, view()));
  held();
}

function view(): Child {
  if (app.documentProblem) return notice(app.documentProblem.sentence, app.documentProblem.remedy);
  if (!app.snapshot) return h('p.hint', t.loading);
  return views[app.tab].draw();
}

export const notice = (sentence: string, remedy = ''): HTMLElement =>
  h('div.card.warning', h('p.strong', sentence), remedy && h('p', remedy));

function head(): HTMLElement[] {
  const snapshot = app.snapshot;
  const number = snapshot ? valueOf(snapshot, tags.number) : '';
  const state = snapshot ? valueOf(snapshot, tags.approvalState) : '';
  const part = snapshot && nonPublicPart(snapshot);
  return [
    h('div.row.between',
      h('h1', number ? t.head.minutes(number, germanDay(isoDay(valueOf(snapshot!, tags.date)))) : t.head.untitled),
      h('span.row.tight',
        state && h('span.badge', state),
        app.settings?.sandbox && h('span.badge.sandbox', t.head.sandbox))),
    h('p.hint.where', { title: place() }, [fileName(), snapshot?.isSaved === true ? t.head.saved : snapshot?.isSaved === false ? t.head.notSaved : '', app.me?.person.name].filter(Boolean).join(' · ')),
    ...(part && isRunning(part) ? [h('p.banner', t.nonPublic.running(part.began))] : []),
  ];
}
