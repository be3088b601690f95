import { Problem } from '../../shared/problem';
import { t } from '../../shared/texts';

export const supports = (set: string): boolean => Office.context.requirements.isSetSupported('WordApi', set);

/** Drop-downs can be listed and set only by newer hosts. */
export const hasDropDowns = (): boolean => supports('1.9');

const types = ['RichText', 'PlainText', 'CheckBox', 'DropDownList', 'ComboBox'] as Word.ContentControlType[];

/** All controls of the document or of a block, the drop-downs too where the host knows them. */
export function controlsOf(owner: Word.Document | Word.ContentControl): Word.ContentControlCollection {
  return hasDropDowns() ? owner.getContentControls({ types }) : owner.contentControls;
}

/** A batch of calls to Word; what fails is said in a sentence. */
export async function withWord<T>(batch: (context: Word.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Word.run(batch);
  } catch (error) {
    if (error instanceof Problem) throw error;
    console.warn(error);
    throw new Problem('word', t.problems.host, t.problems.hostRemedy);
  }
}

/** A call of the older kind, with a callback. */
export function call<T>(start: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) =>
    start((result) => (result.status === Office.AsyncResultStatus.Succeeded ? resolve(result.value) : reject(new Error(result.error.message)))));
}
