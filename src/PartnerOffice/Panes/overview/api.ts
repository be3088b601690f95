import { Api } from '../shared/api';

/** The service behind the overview page: its parts as HTML, and what its buttons do. */
export class OverviewApi extends Api {
  /** A part of the page; what stands in it was written by the service and is safe to show. */
  part = async (name: string, signal: AbortSignal): Promise<string> => (await this.send('GET', `/uebersicht/teile/${name}`, undefined, undefined, signal, 'text/html')).text();

  /** Has the own side's set-up looked at. */
  checkup = async (key: string): Promise<void> => void (await this.send('POST', '/api/checkup', undefined, key));
}
