import { de } from './texts.de';
import type { Texts } from './texts';

const days = (iso: string): string => new Date(`${iso}T12:00`).toLocaleDateString('en-GB', { weekday: 'short', day: '2-digit', month: 'short', year: 'numeric' });
const many = (count: number, one: string, more: string): string => (count === 1 ? one : more.replace('#', String(count)));

/** English: for those who have Office in English. The invitation itself stays German. */
export const en: Texts = {
  language: 'en',
  date: days,
  loading: 'Reading the event …',
  cancel: 'Cancel',
  discard: 'Discard',

  tabs: { label: 'Sections', meeting: 'Meeting', people: 'Invited', check: 'Check', answers: 'Answers' },

  head: {
    untitled: 'New meeting',
    sandbox: 'SANDBOX',
    shared: "the district's calendar",
    personal: 'personal calendar',
    unknown: 'calendar cannot be told',
  },

  status: {
    label: 'Messages',
    again: 'Try again',
    undo: 'Undo',
    undone: (sentence) => `Undone: ${sentence}`,
    notUndone: 'The event was changed by hand meanwhile. What was changed has stayed.',
  },

  problems: {
    network: 'No connection to the service.',
    nothingLost: 'Nothing is lost.',
    service: 'The service could not do that.',
    signIn: 'Signing in did not succeed.',
    unknown: 'That did not succeed.',
    host: 'Outlook did not accept the change.',
    hostRemedy: 'Save the event, and try again.',
    noAppointment: 'There is no event open for editing.',
    noAppointmentRemedy: 'Open a new event, or one of your own for editing. An event made out of a mail has no list of invited people.',
  },

  signIn: {
    running: 'Signing in …',
    nobody: 'Nobody is signed in.',
    nobodyRemedy: 'Choose a person at the top of the simulation.',
    cancelled: 'Signing in was cancelled.',
    failed: 'Signing in did not succeed in any way.',
    stillWorks: 'Agenda, time and place go on. The members and handing over work after signing in.',
  },

  kinds: {
    'board-meeting': 'Board meeting',
    'extraordinary-board-meeting': 'Extraordinary board meeting',
    'joint-meeting': 'Joint meeting of the boards',
    'joint-retreat': 'Joint retreat',
    'district-conference': 'District conference',
    'members-assembly': "Members' assembly",
  },

  calendar: {
    personal: 'This event is in a personal calendar.',
    personalWhy: (mailbox) => `Meetings belong into the district's calendar${mailbox ? ` (${mailbox})` : ''}, so that they stay when people change. Hand this form to the service, or make an event there.`,
    unknown: 'This Outlook does not say in whose calendar the event is.',
    ask: 'The right calendar?',
    askBody: (mailbox) => `Meetings belong into the district's calendar${mailbox ? ` (${mailbox})` : ''}, not into a personal one. Is the event there?`,
    askYes: 'Yes, invite',
    series: 'The event is a series. Each meeting needs an event of its own, with its own number and agenda.',
  },

  meeting: {
    kind: 'Kind of meeting',
    number: 'Number',
    date: 'Day',
    start: 'Start',
    end: 'End',
    urgency: 'Reason of the urgency',
    urgencyHint: 'Stands in the invitation.',
    place: 'Place',
    roomHint: 'The place is booked as a room and stays.',
    agenda: 'Agenda',
    agendaHint: 'One item per line, without a number.',
    board: 'For the board only',
    boardHint: (placeholder) => `One item per line. The invitation says only "${placeholder}".`,
    invite: 'Invite as agreed',
    inviteMeans: 'Enters subject, time, place, text and invited people into the event and marks it as private. Nothing is sent yet.',
    notice: (days, last) => `Notice: ${days} whole days. Invite by ${last} at the latest.`,
    noticeOver: (days) => `Notice: ${days} whole days. For that day it is over.`,
    needsTimes: 'Enter day, start and end first.',
    needsOrder: 'The end is not after the start.',
    needsAgenda: 'Enter the agenda first.',
    leaks: (item) => `"${item}" is in both lists. The invitation would show the title. Remove one of the two.`,
    invited: (title) => `The invitation "${title}" is entered.`,
    invitedPart: (parts) => `Entered, but not all of it: ${parts}`,
    bodyKept: 'The text of the event was changed by hand and stays.',
    notAdded: (names) => `Outlook did not accept: ${names}.`,
    notPrivate: 'Mark it as private by hand: this Outlook does not offer it.',
    noMembers: 'Without signing in the members are missing.',
    noNote: 'The check at sending does not know of it yet. Save the event, and try again.',
  },

  people: {
    none: 'The members come from the service.',
    summary: (all) => `of ${all} invited by calendar`,
    calendar: 'By calendar',
    message: 'Get a message of their own',
    messageWhy: 'Private addresses stand in no event that others see.',
    post: 'By post or telephone',
    partner: (name) => `Coordinator ${name}`,
    noCoordinator: (name) => `The district ${name} has named no coordinator for that day.`,
    partnerBoard: "The partner's board is invited by the partner, in an event of its own.",
    others: 'Also in the event',
    outside: 'outside the board',
    there: 'invited',
    notThere: 'not in the event',
    noVote: 'without a vote',
    add: 'Add the missing ones',
    added: (count) => many(count, '1 person added.', '# people added.'),
  },

  check: {
    hint: 'Reads the event again and says who is missing and what is open. Nothing is sent.',
    check: 'Check',
    again: 'Check again',
    fine: 'Everything is there. The invitation can be sent.',
    offline: 'Checked without the service: by what is noted in the event.',
    notOurs: 'This event is no meeting yet. Press "Invite as agreed" first.',
    leak: (item) => `The confidential title "${item}" stands in the event.`,
    leakRemedy: 'Remove the title there: invited people read subject and text.',
    notPrivate: 'The event is not marked as private.',
    makePrivate: 'Mark as private',
    madePrivate: 'The event is marked as private.',
    bothBoards: 'Both districts are invited.',
    bothBoardsRemedy: 'Hide the attendee list under "Response options", or hand over to the service: it hides the list.',
    moved: 'Day or time of the event differ from its text.',
    movedRemedy: 'Press "Invite as agreed" again: the text is written anew.',
  },

  handOver: {
    byHand: (names) => `To be invited by hand, by post or telephone: ${names}.`,
    preview: 'Text of the invitation',
    title: 'Hand over to the service',
    means: (mailbox) => `The service makes the event in the district's calendar${mailbox ? ` (${mailbox})` : ''} and invites everybody, with an account or without.`,
    ask: 'Hand over to the service?',
    askBody: 'The service sends the invitations. This draft is not needed any more after that.',
    askYes: 'Hand over',
    done: (number) => `${number} is handed over. Close this draft now without sending.`,
    notYet: 'This service does not take meetings yet.',
    notYetRemedy: "Invite in the district's calendar, and send.",
    already: 'Handed over already. Who accepted stands under Answers.',
  },

  answers: {
    none: 'No answers yet. They appear when the invitation is sent.',
    notYet: 'The meeting is not handed over to the service yet.',
    reload: 'Reload',
    numbers: (accepted, declined, tentative, open) => `${accepted} accepted, ${declined} declined, ${tentative > 0 ? `${tentative} perhaps, ` : ''}${open} open`,
    byYou: 'Choose here what somebody says by telephone or in passing. Nothing changes it by itself afterwards. "Open" takes the entry back.',
    entered: '(entered by hand)',
    since: (byLink, answer) => (byLink ? `(by the link since: ${answer})` : `(in the calendar since: ${answer})`),
    proposes: (when) => `(proposes: ${when})`,
    own: 'Own board',
    invited: 'Invited',
    byHand: 'Still to be invited by hand',
    ways: { calendar: 'by calendar', mail: 'by mail', letter: 'by letter', phone: 'by telephone' },
    partner: (name) => `${name}: numbers only`,
    words: { accepted: 'accepts', declined: 'declines', tentative: 'tentatively', open: 'open' },
  },

  // What people are sent is German, whatever Office speaks.
  body: de.body,
};
