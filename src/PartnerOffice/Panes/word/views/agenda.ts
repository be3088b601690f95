import { button, h, unseen, type Child } from '../../shared/dom';
import { t, word } from '../../shared/texts';
import { app } from '../app';
import { isNonPublic, nameOf, titleOf } from '../document/agenda';
import { goToChoices } from '../document/place';
import type { Item } from '../document/snapshot';
import { words } from '../document/tags';
import { hasDropDowns } from '../document/word';
import { field, quickChoice, wordOptions } from '../fields';
import { show, work } from '../work';
import { markCard } from './agenda-marks';
import { newItemForm } from './agenda-new';
import { nonPublicCard, project } from './agenda-non-public';
import { beginNow, decide, move, retitle, setStatus } from './agenda-steps';

/** The points of the agenda: for whom, how far, in which order. */
export const agenda = { draw };

function draw(): Child {
  const items = app.snapshot!.items;
  const undecided = items.filter((item) => item.audience !== words.partner && item.audience !== words.board);
  return [
    h('div.row.between',
      h('h2', { tabindex: -1 }, t.tabs.agenda),
      button('project', project, t.projector.open, 'quiet')),
    h('div.list', newItemForm(), markCard(), nonPublicCard()),
    undecided.length > 0 && h('p.card.warning', { role: 'note' }, t.agenda.undecided(undecided.length)),
    h('ol.list', items.map((item, at) => card(item, items, at))),
    items.length === 0 && h('p.hint', t.agenda.none),
  ];
}

function card(item: Item, items: Item[], at: number): Child {
  const isOpen = item.audience !== words.partner && item.audience !== words.board;
  const name = nameOf(item);
  return h('li', { class: `card item ${isOpen ? 'undecided' : item.audience === words.board ? 'own' : ''}` },
    h('h3', h('span.number', item.number), h('span.grow', titleOf(item) || t.agenda.untitled), item.audience === words.board && h('span.badge.own', word(words.board))),
    h('div.pair', audience(item, name), status(item, name)),
    h('details', { id: `more-${item.control}` },
      h('summary', t.more, unseen(name)),
      h('div.stack',
        field(`item-${item.control}`, 'number', t.agenda.number, { fallback: item.number }),
        field(`item-${item.control}`, 'title', t.agenda.itemTitle, { fallback: titleOf(item) }),
        h('div.row',
          button(`save-${item.control}`, () => retitle(item), t.agenda.save),
          button(`show-${item.control}`, () => show(item.tag), t.show),
          item.start && button(`begin-${item.control}`, () => beginNow(item), t.agenda.beginNow)),
        h('div.row',
          at > 0 && isNonPublic(items[at - 1]!) === isNonPublic(item) && button(`up-${item.control}`, () => move(item, items[at - 1]!), t.agenda.up),
          at < items.length - 1 && isNonPublic(items[at + 1]!) === isNonPublic(item) && button(`down-${item.control}`, () => move(item, items[at + 1]!), t.agenda.down)))));
}

function audience(item: Item, name: string): Child {
  if (!hasDropDowns()) return byHand(item, t.agenda.audienceIs(word(item.audience)));
  return quickChoice(`audience-${item.control}`, t.agenda.audienceOf(name), wordOptions(words.partner, words.board, words.undecided), item.audience, (said) => decide(item, said));
}

function status(item: Item, name: string): Child {
  if (!hasDropDowns()) return null;
  return quickChoice(`status-${item.control}`, t.agenda.statusOf(name), wordOptions(words.dealtWith, words.postponed, words.withdrawn), item.status, (said) => setStatus(item, said));
}

// An older Word shows its own drop-downs only itself.
function byHand(item: Item, text: string): Child {
  return [h('p', text), button(`choose-${item.control}`, () => work(() => goToChoices(item.control)), t.agenda.chooseInDocument)];
}
