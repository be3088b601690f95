import { button, h, type Child } from '../../shared/dom';
import { newKey } from '../../shared/service';
import { work } from '../../shared/work';
import { app } from '../app';
import { answerWords, type Answers, type AnswerWord, type PersonalAnswer } from '../contract';
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
          h('p', numbers(said)),
          said.people && h('p.hint', t.answers.byYou),
          said.people && h('ul', said.people.map(person)))
      : h('p.card', t.answers.none),
    said?.partner && h('section.card', h('h3', t.answers.partner(app.me!.partner.shortName)), h('p', numbers(said.partner))),
    byHand && byHand.length > 0 && h('section.card', h('h3', t.answers.byHand), h('ul', byHand.map((name) => h('li.member', name)))),
    invited && invited.some((one) => one.channel) && h('section.card', h('h3', t.answers.invited),
      h('ul', invited.filter((one) => one.channel).map((one) => h('li.member', h('span.grow', one.name), h('span.badge', t.answers.ways[one.channel!]))))),
  ];
}

const numbers = (said: Answers): string => t.answers.numbers(said.accepted, said.declined, said.tentative ?? 0, said.open);

/** One person, and what the office enters for them: "open" takes an entry back, and the own answer counts again. */
function person(one: PersonalAnswer): Child {
  const id = `answer-${one.person}`;
  return h('li.member',
    h('label.grow', { for: id }, one.name,
      one.way === 'hand' && h('span.hint', ` ${t.answers.entered}`),
      one.since && h('span.hint', ` ${t.answers.since(one.sinceWay === 'link', t.answers.words[one.since])}`),
      one.proposed && h('span.hint', ` ${t.answers.proposes(moment(one.proposed.start))}`)),
    h('select', { id, value: one.answer, onchange: (event) => enter(one.person, (event.target as HTMLSelectElement).value as AnswerWord) },
      answerWords.map((word) => h('option', { value: word }, t.answers.words[word]))));
}

const enter = (who: string, answer: AnswerWord): Promise<void> =>
  work(async () => {
    app.answers = await app.api!.answer(handedMeeting()!, who, answer, newKey());
    document.getElementById(`answer-${who}`)?.focus();
  });

/** 2026-09-10T19:00:00 by the clock of the meeting's place. */
const moment = (local: string): string => `${local.slice(8, 10)}.${local.slice(5, 7)}.${local.slice(0, 4)}, ${local.slice(11, 16)}`;
