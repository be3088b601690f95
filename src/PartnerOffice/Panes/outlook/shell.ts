import { h, type Child } from '../shared/dom';
import { hold } from '../shared/drawing';
import { statusBar } from '../shared/status';
import { app, render, tabNames, type Tab } from './app';
import * as form from './form';
import { whose } from './item/appointment';
import { t } from './texts';
import { views } from './views';

const header = h('div.head');
const tabs = h('div.tabs.four', { role: 'tablist' });
const panel = h('main', { id: 'panel' });

/** Puts the pane where the skeleton stood. */
export function openShell(root: HTMLElement): void {
  tabs.setAttribute('aria-label', t.tabs.label);
  tabs.replaceChildren(...tabNames.map((name) => h('button', { role: 'tab', id: `tab-${name}`, 'aria-controls': 'view', onclick: () => open(name) }, t.tabs[name])));
  tabs.addEventListener('keydown', steer);
  root.replaceChildren(h('header', header, tabs), panel, statusBar());
}

export function open(tab: Tab): void {
  app.tab = tab;
  render();
  panel.scrollTop = 0;
  void views[tab].opened?.();
}

// One stop for the Tab key; the arrows go from tab to tab.
function steer(event: KeyboardEvent): void {
  const at = tabNames.indexOf(app.tab);
  const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: tabNames.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  const tab = tabNames[(to + tabNames.length) % tabNames.length]!;
  open(tab);
  document.getElementById(`tab-${tab}`)?.focus();
}

/** Draws what is known now; focus, open details and the place of the cursor stay. */
export function drawShell(): void {
  const held = hold(panel);
  header.replaceChildren(...head());
  for (const name of tabNames) {
    const tab = document.getElementById(`tab-${name}`)!;
    tab.setAttribute('aria-selected', String(name === app.tab));
    tab.tabIndex = name === app.tab ? 0 : -1;
  }

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
