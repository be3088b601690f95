import { itemsOf, locksOf, showsPlaceholder, tagOf, titleOf, typeOf } from '../ooxml/controls';
import type { WordDocument } from '../ooxml/document';
import { alignmentOf, styleIdOf } from '../ooxml/paragraphs';
import { hasFormat } from '../ooxml/runs';
import { captionOf, cellsOf, columnWidths, isHeaderRow, isVertical, rowsOf, spanOf } from '../ooxml/tables';
import { attr, child, children, closest, is } from '../ooxml/xml';
import { ListCounter } from './lists';

/** Which piece of the page shows which element of the document. */
export interface Shown {
  readonly html: Map<Element, HTMLElement>;
  readonly word: WeakMap<Node, Element>;
}

/** Draws the document as HTML, so that each letter of it can be found again in the page. */
export class Renderer {
  private readonly lists: ListCounter;

  constructor(private readonly document: WordDocument, private readonly shown: Shown) {
    this.lists = new ListCounter(document.numbering);
  }

  blocks(home: Element | null): HTMLElement[] {
    return children(home, 'p', 'tbl', 'sdt', 'ins', 'customXml').flatMap(node =>
      is(node, 'p') ? [this.paragraph(node)] : is(node, 'tbl') ? [this.table(node)] : is(node, 'sdt') ? [this.control(node, 'div')] : this.blocks(node));
  }

  paragraph(paragraph: Element, marker = this.lists.next(paragraph)): HTMLElement {
    const id = styleIdOf(paragraph) ?? this.document.styles.defaultOf('paragraph')?.id ?? '';
    const element = this.note(window.document.createElement(tagFor(this.document.styles.builtIn(id))), paragraph);
    element.className = `p p-${id}`;
    const alignment = alignmentOf(paragraph);
    if (alignment !== 'Left') element.classList.add(`is-${alignment.toLowerCase()}`);
    if (marker) {
      element.classList.add('is-listed');
      element.dataset.marker = marker.text;
      element.style.setProperty('--left', `${Math.max(300, marker.left) / 20}pt`);
    }
    element.append(...this.inline(paragraph));
    // A line without letters needs something to be high, and to put the caret on.
    if (!element.textContent && !element.querySelector('br')) element.append(filler());
    else if (/\n$/.test(element.textContent ?? '') || element.lastElementChild?.tagName === 'BR') element.append(filler());
    return element;
  }

  private inline(home: Element): Node[] {
    return children(home).flatMap((node): Node[] => {
      if (is(node, 'r')) return this.run(node);
      if (is(node, 'sdt')) return [this.control(node, 'span')];
      if (is(node, 'hyperlink')) {
        const link = window.document.createElement('span');
        link.className = 'link-text';
        link.append(...this.inline(node));
        return [link];
      }
      return is(node, 'ins', 'smartTag', 'moveTo', 'fldSimple') ? this.inline(node) : [];
    });
  }

  private run(run: Element): Node[] {
    const pieces = children(run).flatMap((node): Node[] => {
      if (is(node, 't')) return [new Text(node.textContent ?? '')];
      if (is(node, 'tab')) return [new Text('\t')];
      if (is(node, 'noBreakHyphen')) return [new Text('\u2011')];
      return is(node, 'br', 'cr') ? [window.document.createElement('br')] : [];
    });
    const classes = (['b', 'i', 'u'] as const).filter(name => hasFormat(run, name)).map(name => `is-${name}`);
    const style = attr(child(child(run, 'rPr'), 'rStyle'));
    if (style) classes.push(`c-${style}`);
    if (classes.length === 0 || pieces.length === 0) return pieces;
    const span = window.document.createElement('span');
    span.className = classes.join(' ');
    span.append(...pieces);
    return [span];
  }

  private control(control: Element, name: 'div' | 'span'): HTMLElement {
    const element = this.note(window.document.createElement(name), control);
    const content = child(control, 'sdtContent');
    element.className = `control is-${name === 'span' ? 'inline' : 'block'}`;
    element.dataset.title = titleOf(control) || tagOf(control);
    element.dataset.tag = tagOf(control);
    element.classList.toggle('is-placeholder', showsPlaceholder(control));
    element.classList.toggle('is-locked', locksOf(control).cannotEdit);
    if (itemsOf(control).length > 0) element.dataset.choices = typeOf(control);
    element.append(...(name === 'span' ? this.inline(content!) : this.blocks(content)));
    return element;
  }

  private table(table: Element): HTMLElement {
    const element = this.note(window.document.createElement('table'), table);
    const style = attr(child(child(table, 'tblPr'), 'tblStyle'));
    element.className = style ? `t t-${style}` : 't is-plain';
    const caption = captionOf(table);
    if (caption) element.setAttribute('aria-label', caption);

    const widths = columnWidths(table);
    const total = widths.reduce((sum, width) => sum + width, 0);
    const group = window.document.createElement('colgroup');
    for (const width of widths) {
      const column = window.document.createElement('col');
      column.style.width = `${(width / total) * 100}%`;
      group.append(column);
    }
    const rows = rowsOf(table).map(row => this.row(row));
    const body = window.document.createElement('tbody');
    body.append(...rows);
    element.append(group, body);

    const scroller = window.document.createElement('div');
    scroller.className = 'table-room';
    scroller.append(element);
    return scroller;
  }

  private row(row: Element): HTMLElement {
    const element = window.document.createElement('tr');
    element.append(...cellsOf(row).map(cell => {
      const html = this.note(window.document.createElement(isHeaderRow(row) ? 'th' : 'td'), cell);
      if (spanOf(cell) > 1) (html as HTMLTableCellElement).colSpan = spanOf(cell);
      if (isHeaderRow(row)) html.setAttribute('scope', 'col');
      const holder = window.document.createElement('div');
      if (isVertical(cell)) holder.className = 'is-vertical';
      holder.append(...this.blocks(cell));
      const outer = closest(cell.parentNode, 'sdt');
      if (outer && closest(outer, 'tbl') === closest(cell, 'tbl')) this.note(html, outer);
      html.append(holder);
      return html;
    }));
    return element;
  }

  private note<E extends HTMLElement>(html: E, word: Element): E {
    this.shown.html.set(word, html);
    if (!this.shown.word.has(html)) this.shown.word.set(html, word);
    return html;
  }
}

// The page has a heading of its own; the paper's come below it.
function tagFor(builtIn: string): string {
  if (builtIn === 'Title') return 'h2';
  const level = /^Heading(\d)$/.exec(builtIn)?.[1];
  return level ? `h${Math.min(6, Number(level) + 2)}` : 'p';
}

function filler(): HTMLElement {
  const element = window.document.createElement('br');
  element.dataset.filler = '';
  return element;
}
