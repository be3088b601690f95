import { itemsOf, leavePlaceholder, locksOf, parentControl, showPlaceholder, showsPlaceholder, titleOf } from '../ooxml/controls';
import { inlineText, innermostControl, replaceInline } from '../ooxml/inline';
import { isInline, mergeParagraphs, paragraphsIn, setStyleId, splitParagraph, styleIdOf } from '../ooxml/paragraphs';
import { collapsed, isEmpty, rangeOf, replaceRange, type Range } from '../ooxml/ranges';
import { hasFormat, runsOf, setFormat } from '../ooxml/runs';
import { cellOf, cellsOf, insertRows, rowsOf, tableOf } from '../ooxml/tables';
import { child, closest } from '../ooxml/xml';
import { t } from '../texts';
import type { Paper } from './paper';
import type { WordDocument } from '../ooxml/document';

const emptied = 'Klicken oder tippen Sie hier, um Text einzugeben.';

export interface Editor {
  readonly document: WordDocument;
  selection: Range;
}

/** Typing on the paper: every change is made in the document first, and the page shows what came of it. */
export class Editing {
  /** True while one paragraph was typed in, which is drawn anew by itself. */
  isQuiet = false;
  onSelected: () => void = () => undefined;
  private composing: Element | null = null;
  private isLeaving = false;

  constructor(private readonly paper: Paper, private readonly current: () => Editor, private readonly say: (message: string) => void) {
    const { text } = paper;
    text.addEventListener('beforeinput', event => this.input(event));
    text.addEventListener('compositionstart', () => { this.composing = this.current().selection.from.paragraph; });
    text.addEventListener('compositionend', () => this.composed());
    text.addEventListener('keydown', event => this.key(event));
    text.addEventListener('copy', event => this.copy(event));
    text.addEventListener('cut', event => this.copy(event));
    // Who comes by keyboard goes on where the caret was, or where the pane has put it.
    let isByMouse = false;
    text.addEventListener('pointerdown', () => { isByMouse = true; });
    text.addEventListener('focus', () => {
      if (!isByMouse) paper.place(current().selection);
      isByMouse = false;
    });
    document.addEventListener('selectionchange', () => this.selected());
  }

  private selected(): void {
    if (!this.paper.hasFocus || this.composing) return;
    const range = this.paper.selection();
    if (!range) return;
    this.current().selection = range;
    this.paper.markControl(range);
    this.onSelected();
  }

  private input(event: InputEvent): void {
    // What an input method composes cannot be taken over: it is read back when it is done.
    if (event.isComposing || event.inputType === 'insertCompositionText') return;
    event.preventDefault();
    const target = event.getTargetRanges()[0];
    const range = (target && this.paper.rangeOf(target)) ?? this.current().selection;
    const text = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';

    switch (event.inputType) {
      case 'historyUndo': return void this.current().document.undo();
      case 'historyRedo': return void this.current().document.redo();
      case 'insertParagraph': return this.enter(range);
      case 'insertLineBreak': return this.write(range, '\v');
      case 'formatBold': return this.format('b');
      case 'formatItalic': return this.format('i');
      case 'formatUnderline': return this.format('u');
      default:
        if (event.inputType.startsWith('delete')) this.remove(range, event.inputType.includes('Backward'));
        else if (event.inputType.startsWith('insert')) this.write(range, text.replace(/\r\n?/g, '\n'));
    }
  }

  /** Refuses where the document does; a placeholder makes room for what is typed. */
  private ready(range: Range): Range | null {
    for (let control = holder(range); control; control = parentControl(control)) {
      if (locksOf(control).cannotEdit) return this.refuse(t.locked(titleOf(control)));
    }
    const inner = holder(range);
    if (inner && isInline(inner) && itemsOf(inner).length > 0) return this.refuse(t.choose);
    if (inner && showsPlaceholder(inner)) {
      leavePlaceholder(inner);
      const { from } = rangeOf(inner);
      return collapsed(from);
    }
    return range;
  }

  private refuse(message: string): null {
    this.say(message);
    return null;
  }

  private write(wanted: Range, text: string): void {
    const range = this.ready(wanted);
    if (!range) return;
    const root = this.current().document.body;
    const isSmall = range.from.paragraph === range.to.paragraph && !/\n/.test(text);
    const written = text === '\v'
      ? (replaceInline(range.from.paragraph, range.from.offset, range.to.offset, '\v', range.from.within), { from: range.from, to: { ...range.from, offset: range.from.offset + 1 } })
      : replaceRange(range, text, root);
    this.done(collapsed(written.to), isSmall ? written.from.paragraph : null);
  }

  private enter(wanted: Range): void {
    const range = this.ready(wanted);
    if (!range) return;
    if (range.from.within) return void this.refuse(t.oneLine);
    const { document: doc } = this.current();
    const { from } = isEmpty(range) ? range : replaceRange(range, '', doc.body);
    const { paragraph } = from;
    const list = child(child(paragraph, 'pPr'), 'numPr');
    if (list && inlineText(paragraph) === '') {
      list.remove();
      return this.done(collapsed({ paragraph, offset: 0 }), null);
    }
    const isAtEnd = from.offset === inlineText(paragraph).length;
    const second = splitParagraph(paragraph, from.offset);
    if (!second) return void this.refuse(t.oneLine);
    const next = doc.styles.byId(styleIdOf(paragraph))?.next;
    if (isAtEnd && next && next !== styleIdOf(paragraph)) setStyleId(second, next);
    this.done(collapsed({ paragraph: second, offset: 0 }), null);
  }

  private remove(wanted: Range, isBackward: boolean): void {
    if (isEmpty(wanted)) return this.join(wanted, isBackward);
    const range = this.ready(wanted);
    if (!range) return;
    const control = holder(range);
    const written = isEmpty(range) ? range : replaceRange(range, '', this.current().document.body);
    if (control?.isConnected && isInline(control) && inlineText(control) === '') showPlaceholder(control, emptied);
    this.done(collapsed(written.from), range.from.paragraph === range.to.paragraph ? range.from.paragraph : null);
  }

  // At the border of a paragraph nothing is selected: the neighbour is joined, where nothing lies between.
  private join(range: Range, isBackward: boolean): void {
    const all = paragraphsIn(this.current().document.body);
    const at = all.indexOf(range.from.paragraph);
    const [first, second] = isBackward ? [all[at - 1], all[at]] : [all[at], all[at + 1]];
    if (!first || !second || !this.ready(range)) return;
    const offset = inlineText(first).length;
    if (mergeParagraphs(first, second)) this.done(collapsed({ paragraph: first, offset }), null);
  }

  private format(name: 'b' | 'i' | 'u'): void {
    const { selection, document: doc } = this.current();
    const range = isEmpty(selection) ? null : this.ready(selection);
    if (!range) return;
    const runs = runsOf(range, doc.body);
    const isOn = runs.every(run => hasFormat(run, name));
    for (const run of runs) setFormat(run, name, isOn ? null : name === 'u' ? 'single' : '');
    this.done(range, null);
  }

  private key(event: KeyboardEvent): void {
    const isCommand = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (isCommand && (key === 'z' || key === 'y')) {
      event.preventDefault();
      const { document: doc } = this.current();
      if (key === 'y' || event.shiftKey) doc.redo();
      else doc.undo();
    } else if (isCommand && ['b', 'i', 'u'].includes(key)) {
      event.preventDefault();
      this.format(key as 'b');
    } else if (event.key === 'Tab' && !isCommand && !event.altKey) this.tab(event);
    else if (event.key === 'Escape') this.isLeaving = true;
    else if (event.key !== 'Shift') this.isLeaving = false;
  }

  /** In a table Tab goes to the next cell and makes a row behind the last one. After Escape, and elsewhere, it leaves the paper. */
  private tab(event: KeyboardEvent): void {
    const cell = cellOf(this.current().selection.from.paragraph);
    if (!cell || this.isLeaving) return;
    const table = tableOf(cell)!;
    const cells = rowsOf(table).flatMap(cellsOf);
    const index = cells.indexOf(cell) + (event.shiftKey ? -1 : 1);
    if (index < 0) return;
    event.preventDefault();
    if (index < cells.length) return this.goTo(rangeOf(cells[index]!));
    if (!this.ready(this.current().selection)) return;
    const [row] = insertRows(closest(cell, 'tr')!, 'After', 1);
    this.done(rangeOf(cellsOf(row!)[0]!), null);
  }

  private goTo(range: Range): void {
    this.current().selection = range;
    this.paper.place(range);
  }

  private copy(event: ClipboardEvent): void {
    const { selection, document: doc } = this.current();
    if (isEmpty(selection)) return;
    event.preventDefault();
    const text = paragraphsBetween(selection, doc.body).join('\n');
    event.clipboardData?.setData('text/plain', text);
    if (event.type === 'cut') this.remove(selection, false);
  }

  private composed(): void {
    const paragraph = this.composing;
    this.composing = null;
    const html = paragraph && this.paper.htmlOf(paragraph);
    const caret = this.paper.selection();
    if (!paragraph || !html) return;
    const before = inlineText(paragraph);
    const after = (html.textContent ?? '').replace(/\u200b/g, '');
    let start = 0;
    while (start < before.length && before[start] === after[start]) start++;
    let end = 0;
    while (end < before.length - start && before.at(-1 - end) === after.at(-1 - end)) end++;
    replaceInline(paragraph, start, before.length - end, after.slice(start, after.length - end), caret?.from.within);
    this.done(caret ?? collapsed({ paragraph, offset: after.length }), paragraph);
  }

  /** The change is made: the page shows it, and the caret stands behind it. `only` names the one paragraph that changed. */
  private done(range: Range, only: Element | null): void {
    const { document: doc } = this.current();
    this.current().selection = range;
    this.isQuiet = only !== null;
    doc.changed();
    this.isQuiet = false;
    if (only) this.paper.drawParagraph(only);
    this.paper.place(this.current().selection);
    this.selected();
  }
}

/** The innermost control that holds the caret: one in the line, else the one round the paragraph. */
function holder(range: Range): Element | null {
  if (range.from.within) return range.from.within;
  const { paragraph } = range.from;
  const whole = rangeWithin(range);
  return whole ?? parentControl(paragraph);
}

// A selection of exactly what a control in the line holds counts as inside of it.
function rangeWithin(range: Range): Element | null {
  if (isEmpty(range) || range.from.paragraph !== range.to.paragraph || !range.to.within) return null;
  return innermostControl(range.to.within, range.from.paragraph);
}

function paragraphsBetween(range: Range, root: Element): string[] {
  const all = paragraphsIn(root);
  return all.slice(all.indexOf(range.from.paragraph), all.indexOf(range.to.paragraph) + 1).map(paragraph => inlineText(paragraph).slice(
    paragraph === range.from.paragraph ? range.from.offset : 0, paragraph === range.to.paragraph ? range.to.offset : undefined));
}
