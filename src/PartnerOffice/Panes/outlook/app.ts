import type { Me, Settings } from '../shared/contract';
import type { Problem } from '../shared/problem';
import type { Api } from './api';
import type { PlannedMeeting, Proposal, SendFinding } from './contract';
import type { Appointment } from './item/appointment';

export const tabNames = ['meeting', 'people', 'check', 'answers'] as const;
export type Tab = (typeof tabNames)[number];

/** Everything the pane knows at a moment. Views read it; nothing but actions change it. */
export const app = {
  tab: 'meeting' as Tab,

  appointment: null as Appointment | null,
  appointmentProblem: null as Problem | null,

  api: null as Api | null,
  settings: null as Settings | null,
  me: null as Me | null,
  serviceProblem: null as Problem | null,

  proposal: null as Proposal | null,
  checked: null as { findings: SendFinding[]; isOffline: boolean } | null,
  answers: null as PlannedMeeting | null,
};

export { drawWith, memory, render } from '../shared/drawing';
export { undo } from '../shared/undo';
