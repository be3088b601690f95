/** What the service says and hears about invitations, as its HTTP API has it. */
export const kinds = ['board-meeting', 'extraordinary-board-meeting', 'joint-meeting', 'joint-retreat', 'district-conference', 'members-assembly'] as const;
export type Kind = (typeof kinds)[number];

export const isJoint = (kind: Kind): boolean => kind === 'joint-meeting' || kind === 'joint-retreat';

/** A person to be invited; the address is there only where it may stand in an event. */
export interface Invitee {
  id: string;
  name: string;
  function?: string;
  voting: boolean;
  way: 'calendar' | 'message' | 'post';
  address?: string;
}

/** The district's rules, which the pane remembers for when there is no network. */
export interface Rules {
  noticeDays: number;
  timeZone: string;
  salutation: string;
  mailbox?: string;
  places: { name: string; address: string }[];
}

export interface Proposal extends Rules {
  kind: Kind;
  on: string;
  number: string;
  agenda: { title: string; audience: 'partner' | 'board' | 'undecided' }[];
  people: Invitee[];
  partner?: { name: string; coordinator?: Invitee };
}

export interface SendQuestion {
  kind: Kind;
  date: string;
  start?: string;
  agenda: boolean;
  boardItems: boolean;
  salt: string;
  attendees: string[];
}

export interface SendFinding {
  kind: string;
  reminder: boolean;
  message: string;
  remedy: string;
  people: string[];
  attendees: number[];
}

export interface SendAnswer {
  ok: boolean;
  findings: SendFinding[];
}

/** A meeting that the service takes over; without a consent it answers with the preview, and nothing leaves. */
export interface PlanRequest {
  kind: Kind;
  number: string;
  date: string;
  start: string;
  end: string;
  lastDay?: string;
  zone: string;
  place?: string;
  urgency?: string;
  agenda: { title: string; audience: 'partner' | 'board' | 'undecided' }[];
  /** SHA-256 of the preview that the person has seen. */
  consent?: string;
}

export interface PlanPreview {
  sha256: string;
  board: { subject: string; body: string };
  byHand: string[];
  findings: { message: string; remedy: string }[];
}

export interface PlanReply {
  preview?: PlanPreview;
  meeting?: PlannedMeeting;
}

export const answerWords = ['accepted', 'declined', 'tentative', 'open'] as const;
export type AnswerWord = (typeof answerWords)[number];

/** Numbers for everybody, names for the own board alone (R11). */
export interface Answers {
  accepted: number;
  declined: number;
  tentative?: number;
  open: number;
}

/** What one person answered; `since` is what came in by itself after somebody entered another answer. */
export interface PersonalAnswer {
  person: string;
  name: string;
  answer: AnswerWord;
  way?: 'calendar' | 'link' | 'hand';
  since?: AnswerWord;
  sinceWay?: 'calendar' | 'link';
  proposed?: { start: string; end: string };
}

export interface PlannedMeeting {
  meeting: string;
  number: string;
  invited?: { person: string; name: string; channel?: 'calendar' | 'mail' | 'letter' | 'phone'; at?: string }[];
  byHand?: string[];
  answers?: Answers & { people?: PersonalAnswer[]; partner?: Answers };
}
