import { answer, CallFailed } from './async';
import { guarded } from './guard';
import { record, word } from './host';

type Handler = (args: Record<string, unknown>) => void;
const messageName = 'partneroffice-simulated-dialog';

let isOpen = false;

/** Office.context.ui.displayDialogAsync: a page over the document that can send words back. */
export function displayDialog(url: string, ...rest: unknown[]): void {
  answer('UI.displayDialogAsync', [url, ...rest], () => {
    if (isOpen) throw new CallFailed(12007, 'Dialog already open', 'A dialog is already opened from this pane.');
    if (new URL(url, location.href).origin !== location.origin) throw new CallFailed(12005, 'Not HTTPS or another domain', 'The first page of a dialog must be on the domain of the pane.');

    isOpen = true;
    const handlers = new Map<string, Set<Handler>>();
    const tell = (type: string, args: Record<string, unknown>): void => handlers.get(type)?.forEach(handler => handler(args));
    const listen = (event: MessageEvent): void => {
      const data = event.data as { name?: string; message?: string } | null;
      if (event.source !== shown.frame.contentWindow || data?.name !== messageName) return;
      tell('dialogMessageReceived', { message: data.message, origin: event.origin });
    };
    const end = (): void => {
      isOpen = false;
      window.removeEventListener('message', listen);
      window.parent.removeEventListener('message', listen);
    };
    const shown = word.showDialog(url, () => {
      end();
      tell('dialogEventReceived', { error: 12006 });
    });
    window.parent.addEventListener('message', listen);
    return guarded({
      addEventHandler(type: string, handler: Handler): void {
        handlers.set(type, (handlers.get(type) ?? new Set()).add(handler));
      },
      close(): void {
        record('Dialog.close');
        end();
        shown.close();
      },
      messageChild(message: string): void {
        shown.frame.contentWindow?.postMessage({ name: messageName, message }, location.origin);
      },
    }, 'Office.Dialog');
  });
}

/** What the page inside the dialog calls. */
export function messageParent(message: string): void {
  record('UI.messageParent', undefined, [message.length]);
  window.parent.postMessage({ name: messageName, message }, location.origin);
}
