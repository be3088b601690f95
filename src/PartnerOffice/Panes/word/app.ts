import type { Api } from '../shared/api';
import type { BoardMember, Check, Edition, Me, Meeting, Recorded, Settings, WithdrawalReason } from '../shared/contract';
import type { Problem } from '../shared/problem';
import type { Snapshot } from './document/snapshot';

export const tabNames = ['attendance', 'agenda', 'resolutions', 'actions', 'review', 'history'] as const;
export type Tab = (typeof tabNames)[number];

/** Everything the pane knows at a moment. Views read it; nothing but actions change it. */
export const app = {
  tab: 'attendance' as Tab,
  /** What is drawn instead of the tabs while the projector shows it. */
  projected: null as (() => HTMLElement) | null,

  snapshot: null as Snapshot | null,
  documentProblem: null as Problem | null,
  people: null as BoardMember[] | null,

  api: null as Api | null,
  settings: null as Settings | null,
  me: null as Me | null,
  serviceProblem: null as Problem | null,

  /** When "ist da" and "geht" happen: "start", "now", "time" or an item's number. */
  moment: '',

  document: '',
  check: null as Check | null,
  edition: null as Edition | null,
  released: null as Recorded | null,
  notWritten: [] as string[],
  mayNotRelease: null as Problem | null,
  explaining: '',

  meeting: null as Meeting | null,
  isDraft: false,
  historyProblem: null as Problem | null,
  reasons: [] as WithdrawalReason[],
  /** What is still to do after a recall, and the note for the data protection officer. */
  recall: null as { next: string; incidentNote?: string | null } | null,
};

export { drawWith, memory, render } from '../shared/drawing';
export { undo } from '../shared/undo';
