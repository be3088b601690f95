import { button, h, type Child } from '../../shared/dom';
import { t } from '../../shared/texts';
import { app, render } from '../app';
import { actionsIn } from '../document/action';
import { isBoardOnly, titleOf } from '../document/agenda';
import { isRunning, nonPublicPart } from '../document/non-public';
import { resolutionsIn, voteLine } from '../document/resolution';
import type { Item } from '../document/snapshot';
import { hasSign, words } from '../document/tags';

/** What everybody in the room may see, large. Nothing of the board's own before the guests are out (R29). */
export function projector(): HTMLElement {
  const isOwn = isRunning(nonPublicPart(app.snapshot!));
  const items = app.snapshot!.items.filter((item) => isOwn || !isBoardOnly(item));
  return h('section.projector', { 'aria-labelledby': 'projector-title', onkeydown: (event) => (event as KeyboardEvent).key === 'Escape' && close() },
    h('div.row.between',
      h('h2', { id: 'projector-title', tabindex: -1 }, t.tabs.agenda),
      button('project-close', close, t.projector.close)),
    isOwn && h('p.banner', t.projector.own),
    h('ol.list', items.map((item) => entry(item, isOwn))));
}

function entry(item: Item, isOwn: boolean): Child {
  const mayShow = (row: Record<string, string>) => isOwn || (row.Für === words.partner && !Object.values(row).some(hasSign));
  const resolutions = resolutionsIn(app.snapshot!).filter((one) => one.item === item && mayShow(one.cells));
  const actions = actionsIn(app.snapshot!).filter((one) => one.item === item && mayShow(one.cells));
  return h('li',
    h('h3', h('span.number', item.number), h('span', titleOf(item)), item.status !== words.dealtWith && h('span.badge', item.status)),
    resolutions.map((one) => h('p', h('strong', one.cells['Nr.'] ?? ''), ' ', one.wording, h('br'), h('span.result', voteLine(one.cells)))),
    actions.map((one) => h('p', `→ ${[one.cells.Aufgabe, one.cells.Zuständig, one.cells.Fällig].filter(Boolean).join(' · ')}`)));
}

function close(): void {
  app.projected = null;
  render();
  document.getElementById('project')?.focus();
}
