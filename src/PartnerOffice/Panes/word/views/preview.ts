import { h, type Child } from '../../shared/dom';
import { t } from '../../shared/texts';

/** The partner's edition as it would look: a page of its own that can run nothing. */
export function preview(page: string): Child {
  return h('div', { class: 'stack' },
    frame(page, 'preview'),
    h('div', { class: 'row' }, h('button', { id: 'preview-large', onclick: () => enlarge(page) }, t.review.larger)));
}

function frame(page: string, name: string): HTMLIFrameElement {
  const element = h('iframe', { class: name, title: t.review.preview, sandbox: true, tabindex: 0 });
  element.srcdoc = page;
  return element;
}

function enlarge(page: string): void {
  const dialog = h('dialog', { class: 'large', 'aria-label': t.review.preview },
    h('div', { class: 'row end' }, h('button', { onclick: () => dialog.close() }, t.close)),
    frame(page, 'preview full'));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
