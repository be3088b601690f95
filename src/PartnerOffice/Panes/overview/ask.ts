import { button, h } from '../shared/dom';
import { t } from './texts';

/** Asks before something is put on record; the focus goes back to what asked. */
export function ask(question: string): Promise<boolean> {
  return new Promise((resolve) => {
    const opener = document.activeElement as HTMLElement | null;
    const close = (answer: boolean) => {
      dialog.close();
      dialog.remove();
      opener?.focus();
      resolve(answer);
    };
    const dialog = h('dialog', { 'aria-labelledby': 'question', oncancel: (event) => {
      event.preventDefault();
      close(false);
    } },
      h('p', { id: 'question' }, question),
      h('p.row.end', button('no', () => close(false), t.cancel), button('yes', () => close(true), t.confirm, 'primary')));
    document.body.append(dialog);
    dialog.showModal();
  });
}
