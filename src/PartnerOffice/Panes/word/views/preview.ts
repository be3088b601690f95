import { button, h, type Child } from '../../shared/dom';
import { t } from '../../shared/texts';

/** The partner's edition as it would look: a page of its own that can run nothing. */
export function preview(page: string): Child {
  return h('div.stack',
    frame(page, 'preview'),
    h('div.row', button('preview-large', () => enlarge(page), t.review.larger)));
}

// Nothing in the frame can run. It is of our origin only so that its style can be put in from here: the pane's own
// content policy, which the frame inherits, lets no style stand in a page.
function frame(page: string, name: string): HTMLIFrameElement {
  const element = h('iframe', { class: name, title: t.review.preview, sandbox: 'allow-same-origin', tabindex: 0 });
  const style = /<style>([\s\S]*?)<\/style>/.exec(page);
  element.addEventListener('load', () => {
    const inside = element.contentWindow as (Window & typeof globalThis) | null;
    if (!inside || !style) return;
    const sheet = new inside.CSSStyleSheet();
    sheet.replaceSync(style[1]!);
    inside.document.adoptedStyleSheets = [sheet];
  });
  element.srcdoc = style ? page.replace(style[0], '') : page;
  return element;
}

function enlarge(page: string): void {
  const dialog = h('dialog.large', { 'aria-label': t.review.preview },
    h('div.row.end', h('button', { onclick: () => dialog.close() }, t.close)),
    frame(page, 'preview full'));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
