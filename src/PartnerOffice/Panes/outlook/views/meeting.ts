import { formOf, h, submit, type Child } from '../../shared/dom';
import { choice, field, type Option } from '../../shared/fields';
import { report } from '../../shared/work';
import { app } from '../app';
import { kinds } from '../contract';
import * as form from '../form';
import { handOverButton } from '../hand-over';
import { invite } from '../invite';
import { confidentialItem, linesOf } from '../item/invitation';
import { inZone, lastDay } from '../item/times';
import { whose } from '../item/appointment';
import { propose } from '../session';
import { t } from '../texts';
import { needsService } from './service-notice';

/** Which meeting it is, and the one button that makes an invitation of the appointment. */
export const meeting = { draw };

function draw(): Child {
  // Another kind or day has another number and another board.
  void propose().catch((error: unknown) => report(error, propose));
  const isPersonal = whose(app.appointment!.owner, form.rules().mailbox) === 'personal';
  return [
    h('h2.unseen', { tabindex: -1 }, t.tabs.meeting),
    needsService(),
    app.appointment!.isSeries && warning(t.calendar.series),
    isPersonal && warning(t.calendar.personal, t.calendar.personalWhy(form.rules().mailbox ?? '')),
    h('div.stack', formOf(invite,
      choice(form.form, 'kind', t.meeting.kind, kinds.map((kind): Option => [kind, t.kinds[kind]]), form.kind(), true),
      field(form.form, 'number', t.meeting.number, { fallback: form.number() }),
      field(form.form, 'date', t.meeting.date, { type: 'date', fallback: form.date(), redraws: true }),
      h('div.pair',
        field(form.form, 'start', t.meeting.start, { type: 'time', fallback: form.start() }),
        field(form.form, 'end', t.meeting.end, { type: 'time', fallback: form.end() })),
      notice(),
      app.appointment!.isRoom
        ? h('p', `${t.meeting.place}: ${app.appointment!.place}. `, h('span.hint', t.meeting.roomHint))
        : field(form.form, 'place', t.meeting.place, { fallback: form.place(), suggestions: form.rules().places.map((one) => `${one.name}, ${one.address}`) }),
      field(form.form, 'agenda', t.meeting.agenda, { type: 'textarea', rows: Math.min(8, Math.max(4, linesOf(form.agendaText()).length + 1)), fallback: form.agendaText(), hint: t.meeting.agendaHint }),
      field(form.form, 'board', t.meeting.board, { type: 'textarea', fallback: form.boardText(), hint: t.meeting.boardHint(confidentialItem(1)) }),
      !isPersonal && [h('p.hint', t.meeting.inviteMeans), h('div.row', submit('invite', t.meeting.invite))]),
    isPersonal && handOverButton()),
  ];
}

function notice(): Child {
  const days = form.rules().noticeDays;
  if (days === 0 || !form.date()) return null;
  const last = lastDay(form.date(), days);
  const today = inZone(form.rules().timeZone, new Date()).date;
  return last < today ? [h('p.flag.warn', t.meeting.noticeOver(days)), field(form.form, 'urgency', t.meeting.urgency, { hint: t.meeting.urgencyHint })] : h('p.hint', t.meeting.notice(days, t.date(last)));
}

const warning = (sentence: string, remedy = ''): Child => h('div.card.warning', h('p.strong', sentence), remedy && h('p', remedy));
