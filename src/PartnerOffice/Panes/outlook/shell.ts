import { h, type Child } from '../shared/dom';
import { hold } from '../shared/drawing';
import { statusBar } from '../shared/status';
import { tabBar } from '../shared/tabs';
import { app, render, tabNames, type Tab } from './app';
import * as form from './form';
import { whose } from './item/appointment';
import { t } from './texts';
import { views } from './views';

const header = h('div.head');
const tabs = h('div.tabs.four', { role: 'tablist' });
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
  bar.mark();

  panel.replaceChildren(h('div', { id: 'view', role: 'tabpanel', class: 'stack', 'aria-labelledby': `tab-${app.tab}` }, view()));
  held();
}

function view(): Child {
  if (app.appointmentProblem) return h('div.card.warning', h('p.strong', app.appointmentProblem.sentence), h('p', app.appointmentProblem.remedy));
  if (!app.appointment) return h('p.hint', t.loading);
  return views[app.tab].draw();
}

function head(): HTMLElement[] {
  const open = app.appointment;
  return [
    h('div.row.between',
      h('h1', open && form.number() ? `${form.number()} · ${t.date(form.date())}` : t.head.untitled),
      app.settings?.sandbox && h('span.badge.sandbox', t.head.sandbox)),
    h('p.hint.where', [open && t.head[whose(open.owner, form.rules().mailbox)], app.me?.person.name].filter(Boolean).join(' · ')),
  ];
}
