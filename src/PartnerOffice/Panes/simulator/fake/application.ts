import { guarded } from './guard';
import type { RequestContext } from './context';
import { invalid } from './errors';
import { record, word } from './host';

/** What `context.application` can: make a new document from a file and show it. */
export function application(context: RequestContext): object {
  return guarded({
    createDocument(base64?: string) {
      return guarded({
        open(): void {
          context.enqueue(() => {
            record('DocumentCreated.open', undefined, [base64 ? `${base64.length} base64 letters` : 'empty']);
            if (!base64) throw invalid('the simulation opens no empty documents', 'Application.createDocument');
            const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
            // Word shows it in a window of its own; the pane's own window goes on.
            setTimeout(() => word.open(bytes));
          });
        },
      }, 'Word.DocumentCreated');
    },
  }, 'Word.Application');
}
