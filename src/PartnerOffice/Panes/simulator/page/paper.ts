import { parentControl } from '../ooxml/controls';
import type { WordDocument } from '../ooxml/document';
import { rangeOf, type Position, type Range } from '../ooxml/ranges';
import { is } from '../ooxml/xml';
import { t } from '../texts';
import { domRange, positionAt } from './caret';
import { Renderer, type Shown } from './render';
import { styleSheetOf } from './style-sheet';

/** The sheet of paper: draws a document, and knows where in it the caret stands. */
export class Paper {
  readonly text: HTMLElement;
  private readonly head = margin('header');
  private readonly foot = margin('footer');
  private shown: Shown = { html: new Map(), word: new WeakMap() };
  private document!: WordDocument;

  constructor(private readonly sheet: HTMLElement) {
    this.text = document.createElement('div');
    this.text.id = 'text';
    this.text.className = 'text';
    this.text.contentEditable = 'true';
    this.text.tabIndex = 0;
    this.text.spellcheck = false;
    this.text.setAttribute('role', 'textbox');
    this.text.setAttribute('aria-multiline', 'true');
    this.text.setAttribute('aria-label', t.paper);
    sheet.append(this.head, this.text, this.foot);
  }

  open(document_: WordDocument): void {
    this.document = document_;
    document.adoptedStyleSheets = [styleSheetOf(document_.styles)];
    this.draw();
  }

  draw(): void {
    this.shown = { html: new Map(), word: new WeakMap() };
    const renderer = new Renderer(this.document, this.shown);
    this.text.replaceChildren(...renderer.blocks(this.document.body));
    this.head.replaceChildren(...this.document.margins.filter(root => is(root, 'hdr')).flatMap(root => renderer.blocks(root)));
    this.foot.replaceChildren(...this.document.margins.filter(root => is(root, 'ftr')).flatMap(root => renderer.blocks(root)));
  }

  /** Draws one paragraph anew: while typing nothing else changes. */
  drawParagraph(paragraph: Element): void {
    const old = this.shown.html.get(paragraph);
    if (!old?.isConnected) return this.draw();
    const marker = old.dataset.marker === undefined ? null : { text: old.dataset.marker, left: parseFloat(old.style.getPropertyValue('--left')) * 20 };
    old.replaceWith(new Renderer(this.document, this.shown).paragraph(paragraph, marker));
  }

  get hasFocus(): boolean {
    return document.activeElement === this.text;
  }

  wordOf(node: Node): Element | undefined {
    return this.shown.word.get(node);
  }

  htmlOf(element: Element): HTMLElement | undefined {
    return this.shown.html.get(element);
  }

  positionAt(node: Node, offset: number): Position | null {
    return this.text.contains(node) ? positionAt(this.shown, node, offset) : null;
  }

  /** What is selected in the page, as a piece of the document. */
  selection(): Range | null {
    const selection = document.getSelection();
    if (!selection || selection.rangeCount === 0) return null;
    return this.rangeOf(selection.getRangeAt(0));
  }

  rangeOf(range: AbstractRange): Range | null {
    const from = this.positionAt(range.startContainer, range.startOffset);
    const to = this.positionAt(range.endContainer, range.endOffset);
    return from && to && { from, to };
  }

  /** Puts the caret or the selection of the page where the document has it. */
  place(range: Range): void {
    const html = domRange(this.shown, range);
    if (html) document.getSelection()?.setBaseAndExtent(html.startContainer, html.startOffset, html.endContainer, html.endOffset);
  }

  /** Scrolls to a place that the pane names, and marks it. */
  reveal(range: Range): void {
    const node = range.node?.isConnected ? range.node : null;
    const now = node ? rangeOf(node) : range;
    const target = (node && this.htmlOf(node)) ?? this.htmlOf(now.from.paragraph);
    target?.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
    this.unmark();
    if (node && is(node, 'sdt')) target?.classList.add('is-revealed');
    const html = domRange(this.shown, now);
    if (html && !html.collapsed) CSS.highlights.set('revealed', new Highlight(html));
    // Without the focus the mark must do: a selection would take the focus from the pane.
    if (this.hasFocus) this.place(now);
    this.markControl(now);
  }

  unmark(): void {
    CSS.highlights.delete('revealed');
    for (const element of this.text.querySelectorAll('.is-revealed')) element.classList.remove('is-revealed');
  }

  /** Shows the names of the controls that hold the caret. */
  markControl(range: Range | null): void {
    for (const element of this.sheet.querySelectorAll('.is-active, .is-around')) element.classList.remove('is-active', 'is-around');
    if (!range) return;
    const inline = range.from.within ?? null;
    let control = inline ?? parentControl(range.from.paragraph.firstElementChild ?? range.from.paragraph);
    for (let isInnermost = true; control; control = parentControl(control), isInnermost = false) {
      this.htmlOf(control)?.classList.add(isInnermost ? 'is-active' : 'is-around');
    }
  }
}

function margin(kind: 'header' | 'footer'): HTMLElement {
  const element = document.createElement('div');
  element.className = `margin is-${kind}`;
  element.setAttribute('role', 'group');
  element.setAttribute('aria-label', t[kind]);
  return element;
}
