import { h, type Child } from '../../shared/dom';
import { t } from '../../shared/texts';
import { app } from '../app';
import { goTo } from '../document/place';
import { resolutionsIn, voteLine, type ResolutionRow } from '../document/resolution';
import { words } from '../document/tags';
import { work } from '../work';
import { resolutionForm } from './resolution-form';
import { edit, repeat } from './resolution-steps';

/** What was decided, and the form for what is being decided. */
export const resolutions = { draw };

function draw(): Child {
  const rows = resolutionsIn(app.snapshot!);
  return [
    h('h2', { tabindex: -1 }, t.resolutions.title),
    resolutionForm(),
    rows.length === 0 ? h('p', { class: 'hint' }, t.resolutions.none) : h('ul', { class: 'list' }, rows.map(card)),
  ];
}

function card(one: ResolutionRow, at: number): Child {
  const number = one.cells['Nr.'] || t.resolutions.unnumbered;
  return h('li', { class: 'card item' },
    h('h3', {}, h('span', { class: 'grow' }, number), one.cells.Für !== words.partner && h('span', { class: 'badge own' }, one.cells.Für || words.undecided)),
    h('p', {}, one.wording),
    h('p', { class: 'result' }, voteLine(one.cells) || t.resolutions.open),
    h('p', { class: 'hint' }, [`${words.item} ${one.item.number}`, one.cells['Antrag von'] && t.resolutions.movedBy(one.cells['Antrag von']), one.details.repeats && t.resolutions.repeats(one.details.repeats)].filter(Boolean).join(' · ')),
    h('div', { class: 'row' },
      h('button', { id: `edit-${at}`, onclick: () => edit(one) }, one.cells.Ergebnis ? t.edit : t.resolutions.enterVote, h('span', { class: 'unseen' }, `${number}`)),
      h('button', { id: `repeat-${at}`, class: 'quiet', onclick: () => repeat(one) }, t.resolutions.repeat, h('span', { class: 'unseen' }, `${number}`)),
      h('button', { id: `goto-${at}`, class: 'quiet', onclick: () => void work(async () => void (await goTo(one.item.tag))) }, t.show, h('span', { class: 'unseen' }, `${number}`))));
}
