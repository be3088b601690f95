import { h, type Child } from '../../shared/dom';
import { t } from '../../shared/texts';
import { app } from '../app';
import { isNonPublic } from '../document/agenda';
import { goToChoices, goTo } from '../document/place';
import type { Item } from '../document/snapshot';
import { words } from '../document/tags';
import { hasDropDowns } from '../document/word';
import { field, quickChoice, type Option } from '../fields';
import { work } from '../work';
import { beginNow, decide, move, retitle, setStatus } from './agenda-steps';
import { newItemForm } from './agenda-new';
import { markCard } from './agenda-marks';
import { nonPublicCard, project } from './agenda-non-public';

/** The points of the agenda: for whom, how far, in which order. */
export const agenda = { draw };

function draw(): Child {
  const items = app.snapshot!.items;
  const undecided = items.filter((item) => item.audience !== words.partner && item.audience !== words.board);
  return [
    h('div', { class: 'row between' },
      h('h2', { tabindex: -1 }, t.agenda.title),
      h('button', { id: 'project', class: 'quiet', onclick: () => void project() }, t.projector.open)),
    h('div', { class: 'list' }, newItemForm(), markCard(), nonPublicCard()),
    undecided.length > 0 && h('p', { class: 'card warning', role: 'note' }, t.agenda.undecided(undecided.length)),
    h('ol', { class: 'list' }, items.map((item, at) => card(item, items, at))),
    items.length === 0 && h('p', { class: 'hint' }, t.agenda.none),
  ];
}

function card(item: Item, items: Item[], at: number): Child {
  const isOpen = item.audience !== words.partner && item.audience !== words.board;
  const name = `${words.item} ${item.number}`;
  return h('li', { class: `card item ${isOpen ? 'undecided' : item.audience === words.board ? 'own' : ''}` },
    h('h3', {}, h('span', { class: 'number' }, item.number), h('span', { class: 'grow' }, item.title?.text || t.agenda.untitled), item.audience === words.board && h('span', { class: 'badge own' }, t.words[words.board])),
    h('div', { class: 'pair' }, audience(item, name), status(item, name)),
    h('details', { id: `more-${item.control}` },
      h('summary', {}, t.more, h('span', { class: 'unseen' }, `${name}`)),
      h('div', { class: 'stack' },
        field(`item-${item.control}`, 'number', t.agenda.number, { fallback: item.number }),
        field(`item-${item.control}`, 'title', t.agenda.itemTitle, { fallback: item.title?.text ?? '' }),
        h('div', { class: 'row' },
          h('button', { id: `save-${item.control}`, onclick: () => void retitle(item) }, t.agenda.save),
          h('button', { id: `show-${item.control}`, onclick: () => void work(async () => void (await goTo(item.tag))) }, t.show),
          item.start && h('button', { id: `begin-${item.control}`, onclick: () => void beginNow(item) }, t.agenda.beginNow)),
        h('div', { class: 'row' },
          at > 0 && isNonPublic(items[at - 1]!) === isNonPublic(item) && h('button', { id: `up-${item.control}`, onclick: () => void move(item, items[at - 1]!) }, t.agenda.up),
          at < items.length - 1 && isNonPublic(items[at + 1]!) === isNonPublic(item) && h('button', { id: `down-${item.control}`, onclick: () => void move(item, items[at + 1]!) }, t.agenda.down)))));
}

const option = (word: keyof typeof t.words): Option => [word, t.words[word]];

function audience(item: Item, name: string): Child {
  if (!hasDropDowns()) return byHand(item, t.agenda.audienceIs(t.words[item.audience as keyof typeof t.words] ?? item.audience));
  return quickChoice(`audience-${item.control}`, t.agenda.audienceOf(name), [option(words.partner), option(words.board), option(words.undecided)], item.audience, (word) => void decide(item, word));
}

function status(item: Item, name: string): Child {
  if (!hasDropDowns()) return null;
  return quickChoice(`status-${item.control}`, t.agenda.statusOf(name), [option(words.dealtWith), option(words.postponed), option(words.withdrawn)], item.status, (word) => void setStatus(item, word));
}

// An older Word shows its own drop-downs only itself.
function byHand(item: Item, text: string): Child {
  return [h('p', {}, text), h('button', { id: `choose-${item.control}`, onclick: () => void work(() => goToChoices(item.control)) }, t.agenda.chooseInDocument)];
}
