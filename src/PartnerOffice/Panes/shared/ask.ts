import { h, type Child } from './dom';
import { common } from './common';

interface Question {
  title: string;
  body: Child;
  yes: string;
  isDangerous?: boolean;
  /** Whether the answer can be given yet; a sentence says what is missing. */
  missing?: () => string | null;
}

/** Asks in a dialog; the focus returns to where it was. */
export function ask({ title, body, yes, isDangerous, missing }: Question): Promise<boolean> {
  // The view may be drawn anew meanwhile: what had the focus is known by its id.
  const asker = document.activeElement?.id ?? '';
  return new Promise((resolve) => {
    const lacking = h('p.problem', { role: 'alert' });
    const dialog = h(
      'dialog',
      { 'aria-labelledby': 'ask-title' },
      h('form.stack', { method: 'dialog', onsubmit: (event) => {
        event.preventDefault();
        const said = missing?.() ?? null;
        lacking.textContent = said ?? '';
        if (said === null) dialog.close('yes');
      } },
      h('h2', { id: 'ask-title' }, title),
      body,
      lacking,
      h('div.row.end',
        h('button', { type: 'button', onclick: () => dialog.close('') }, common.cancel),
        h('button', { class: isDangerous ? 'danger' : 'primary' }, yes))));
    dialog.addEventListener('close', () => {
      dialog.remove();
      if (asker) document.getElementById(asker)?.focus();
      resolve(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
