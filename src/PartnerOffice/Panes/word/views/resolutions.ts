import { button, h, unseen, type Child } from '../../shared/dom';
import { t } from '../../shared/texts';
import { app } from '../app';
import { renumbering } from '../document/renumber';
import { resolutionsIn, voteLine, type ResolutionRow } from '../document/resolution';
import { words } from '../document/tags';
import { show } from '../work';
import { resolutionForm } from './resolution-form';
import { edit, renumber, repeat } from './resolution-steps';
import { nameOf } from '../document/agenda';

/** What was decided, and the form for what is being decided. */
export const resolutions = { draw };

function draw(): Child {
  const rows = resolutionsIn(app.snapshot!);
  return [
    h('h2', { tabindex: -1 }, t.tabs.resolutions),
    resolutionForm(),
    // Whoever enters a vote for an earlier point later: numbers change only when somebody says so.
    renumbering(app.snapshot!).length > 0 && h('div.card.warning.stack',
      h('p', t.resolutions.outOfOrder),
      h('div.row', button('renumber', renumber, t.resolutions.renumber))),
    rows.length === 0 ? h('p.hint', t.resolutions.none) : h('ul.list', rows.map(card)),
  ];
}

function card(one: ResolutionRow, at: number): Child {
  const number = one.cells['Nr.'] || t.resolutions.unnumbered;
  return h('li.card.item',
    h('h3', h('span.grow', number), one.cells.Für !== words.partner && h('span.badge.own', one.cells.Für || words.undecided)),
    h('p', one.wording),
    h('p.result', voteLine(one.cells) || t.resolutions.open),
    h('p.hint', [nameOf(one.item), one.cells['Antrag von'] && t.resolutions.movedBy(one.cells['Antrag von']), one.details.repeats && t.resolutions.repeats(one.details.repeats)].filter(Boolean).join(' · ')),
    h('div.row',
      button(`edit-${at}`, () => edit(one), [one.cells.Ergebnis ? t.edit : t.resolutions.enterVote, unseen(number)]),
      button(`repeat-${at}`, () => repeat(one), [t.resolutions.repeat, unseen(number)], 'quiet'),
      button(`goto-${at}`, () => show(one.item.tag), [t.show, unseen(number)], 'quiet')));
}
