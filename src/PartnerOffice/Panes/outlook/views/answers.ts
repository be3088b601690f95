import { button, h, type Child } from '../../shared/dom';
import { work } from '../../shared/work';
import { app } from '../app';
import { handedMeeting } from '../hand-over';
import { t } from '../texts';
import { needsService } from './service-notice';

/** Who comes: numbers for all, names for the own board alone (R11). */
export const answers = { draw, opened: load };

async function load(): Promise<void> {
  const meeting = handedMeeting();
  if (meeting && app.api && app.me) await work(async () => (app.answers = await app.api!.meeting(meeting)));
}

function draw(): Child {
  return [
    h('div.row.between',
      h('h2', { tabindex: -1 }, t.tabs.answers),
      handedMeeting() && button('answers-reload', load, t.answers.reload, 'quiet')),
    needsService() ?? (handedMeeting() ? shown() : h('p.card', t.answers.notYet)),
  ];
}

function shown(): Child {
  const { answers: said, invited, byHand } = app.answers ?? {};
  return [
    said
      ? h('section.card.stack',
          h('h3', t.answers.own),
          h('p', t.answers.numbers(said.accepted, said.declined, said.open)),
          said.people && h('ul', said.people.map((one) => h('li.member', h('span.grow', one.name), h('span.badge', t.answers.words[one.answer])))))
      : h('p.card', t.answers.none),
    said?.partner && h('section.card', h('h3', t.answers.partner(app.me!.partner.shortName)), h('p', t.answers.numbers(said.partner.accepted, said.partner.declined, said.partner.open))),
    byHand && byHand.length > 0 && h('section.card', h('h3', t.answers.byHand), h('ul', byHand.map((name) => h('li.member', name)))),
    invited && invited.some((one) => one.channel) && h('section.card', h('h3', t.answers.invited),
      h('ul', invited.filter((one) => one.channel).map((one) => h('li.member', h('span.grow', one.name), h('span.badge', t.answers.ways[one.channel!]))))),
  ];
}
