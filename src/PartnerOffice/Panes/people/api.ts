import { Service } from '../shared/service';
import type { Change, ImportedList, Preview, Register } from './contract';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The service behind the list of people. */
export class PeopleApi extends Service {
  register = () => this.json<Register>('GET', '/api/people/register');
  preview = (changes: Change[], key: string) => this.json<Preview>('POST', '/api/people/changes?preview=true', { changes }, key);
  enter = (changes: Change[], digest: string, key: string) => this.json<Preview>('POST', '/api/people/changes', { changes, digest }, key);
  import = (list: string) => this.json<ImportedList>('POST', '/api/people/import', { list });
  handover = async (person: string): Promise<Blob> => (await this.send('POST', `/api/people/${encodeURIComponent(person)}/handover`, {}, undefined, undefined, docx)).blob();
}
