import type { Me } from '../shared/contract';
import { Service } from '../shared/service';
import type { AnswerWord, Kind, PlannedMeeting, PlanReply, PlanRequest, Proposal, SendAnswer, SendQuestion } from './contract';

/** What the Outlook pane asks of the service. */
export class Api extends Service {
  me = () => this.json<Me>('GET', '/api/me');
  proposal = (kind: Kind, on: string) => this.json<Proposal>('GET', `/api/invitations/proposal?kind=${kind}&on=${on}`);
  check = (question: SendQuestion) => this.json<SendAnswer>('POST', '/api/invitations/check', question);
  plan = (plan: PlanRequest, key: string) => this.json<PlanReply>('POST', '/api/meetings/plans', plan, key);
  answer = (id: string, person: string, answer: AnswerWord, key: string) =>
    this.json<PlannedMeeting>('POST', `/api/meetings/plans/${encodeURIComponent(id)}/answers`, { person, answer }, key);
  meeting = (id: string) => this.json<PlannedMeeting>('GET', `/api/meetings/plans/${encodeURIComponent(id)}`);
}
