import type { Accepted, BoardMember, Check, Delivery, Edition, Me, Meeting, Recorded, WithdrawalReason } from './contract';
import { Service } from './service';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What the Word pane asks of the service. */
export class Api extends Service {
  me = () => this.json<Me>('GET', '/api/me');
  people = (on: string) => this.json<BoardMember[]>('GET', `/api/people?on=${encodeURIComponent(on)}`);
  meeting = (minutes: string) => this.json<Meeting>('GET', `/api/meetings/${encodeURIComponent(minutes)}`);
  withdrawalReasons = () => this.json<WithdrawalReason[]>('GET', '/api/withdrawal-reasons');
  delivery = (id: string) => this.json<Delivery>('GET', `/api/deliveries/${id}`);

  check = (document: string, accepted: Accepted[]) => this.json<Check>('POST', '/api/minutes/check', { document, accepted });
  edition = (document: string, accepted: Accepted[]) => this.json<Edition>('POST', '/api/editions', { document, accepted });

  release = (minutes: string, key: string, document: string, accepted: Accepted[], consent: string) =>
    this.json<Recorded>('PUT', `/api/meetings/${encodeURIComponent(minutes)}/release`, { document, accepted, consent }, key);

  approve = (minutes: string, key: string, document: string, on: string, withChanges: boolean) =>
    this.json<Recorded>('PUT', `/api/meetings/${encodeURIComponent(minutes)}/approval`, { document, on, withChanges }, key);

  share = (minutes: string, key: string, document: string, accepted: Accepted[], consent: string) =>
    this.json<Delivery>('PUT', `/api/meetings/${encodeURIComponent(minutes)}/partner-edition`, { document, accepted, consent }, key);

  settle = (id: string, what: 'hold' | 'start' | 'confirmation', key: string) => this.json<Delivery>('POST', `/api/deliveries/${id}/${what}`, undefined, key);

  withdraw = (id: string, reason: string, key: string) =>
    this.json<{ recall: Delivery; next: string; incidentNote?: string | null }>('POST', `/api/deliveries/${id}/withdrawal`, { reason }, key);

  correct = (document: string, note: string, key: string) => this.file('/api/minutes/corrections', { document, note }, key);
  /** Minutes of their own out of a copied document: all words stay, the id is new. */
  ownMinutes = (copy: string, key: string) => this.file('/api/minutes/drafts', { from: copy, copy: true }, key);

  /** The delivery each time something about it changes, until it is settled. */
  async *events(id: string, signal: AbortSignal): AsyncGenerator<Delivery> {
    const response = await this.send('GET', `/api/deliveries/${id}/events`, undefined, undefined, signal);
    const lines = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (let part = await lines.read(); !part.done; part = await lines.read()) {
      const events = (rest + part.value).split(/\r?\n\r?\n/);
      rest = events.pop() ?? '';
      for (const event of events) {
        const data = event.split(/\r?\n/).filter((line) => line.startsWith('data:')).map((line) => line.slice(5).trim()).join('\n');
        if (data) yield JSON.parse(data) as Delivery;
      }
    }
  }

  private async file(path: string, body: unknown, key: string): Promise<Blob> {
    return (await this.send('POST', path, body, key, undefined, docx)).blob();
  }
}
