import { controlsIn, idOf, setControlText, tagOf } from './controls';
import { inlineText, replaceInline } from './inline';
import { Package } from './package';
import { blockText, paragraphsIn } from './paragraphs';
import { CustomProperties } from './properties';
import { Styles } from './styles';
import { attr, child, children } from './xml';

const main = 'word/document.xml';
const historyLength = 60;

/** An open document: the package, its trees, what was undone, and who wants to know of changes. */
export class WordDocument {
  readonly package: Package;
  readonly properties: CustomProperties;
  readonly styles: Styles;
  readonly listeners = new Set<() => void>();
  saved = true;

  private readonly past: Element[] = [];
  private readonly future: Element[] = [];
  /** As the tree stood after the last change that counts: what undo returns to. */
  private snapshot: Element;

  constructor(bytes: Uint8Array, public name: string) {
    this.package = new Package(bytes);
    this.properties = new CustomProperties(this.package);
    this.styles = new Styles(this.package.has('word/styles.xml') ? this.package.xml('word/styles.xml').documentElement : null);
    this.snapshot = this.root.cloneNode(true) as Element;
  }

  get root(): Element {
    return this.package.xml(main).documentElement;
  }

  get body(): Element {
    return child(this.root, 'body')!;
  }

  /** The running heads and feet, in the order of their parts. */
  get margins(): Element[] {
    return this.package.names().filter(name => /^word\/(header|footer)\d*\.xml$/.test(name)).sort()
      .map(part => this.package.xml(part).documentElement);
  }

  /** All controls in reading order: the body first, then heads and feet, as Office.js lists them. */
  controls(): Element[] {
    return [this.body, ...this.margins].flatMap(controlsIn);
  }

  control(tag: string, index = 0): Element | null {
    return this.controls().filter(control => tagOf(control) === tag)[index] ?? null;
  }

  /** Writes into the control with this tag, as a second person would who edits beside us. */
  setText(tag: string, text: string, index = 0): void {
    const control = this.control(tag, index);
    if (!control) throw new Error(`no control with the tag ${tag}`);
    setControlText(control, text, '');
  }

  /** Replaces words wherever they stand in the body; says how often. */
  replaceText(find: string, replacement: string): number {
    let count = 0;
    for (const paragraph of this.paragraphs()) {
      for (let at = inlineText(paragraph).indexOf(find); at >= 0; at = inlineText(paragraph).indexOf(find, at + replacement.length)) {
        replaceInline(paragraph, at, at + find.length, replacement);
        count++;
      }
    }
    return count;
  }

  text(): string {
    return blockText(this.body);
  }

  paragraphs(): Element[] {
    return paragraphsIn(this.body);
  }

  textOf(node: Element): string {
    return blockText(node);
  }

  freshId(): number {
    return Math.max(0, ...this.controls().map(idOf)) + 1;
  }

  /** The number format of each list level: numId -> level -> { bullet or pattern }. */
  get numbering(): Element | null {
    return this.package.has('word/numbering.xml') ? this.package.xml('word/numbering.xml').documentElement : null;
  }

  bytes(): Uint8Array {
    return this.package.bytes();
  }

  /** Says that something was changed: it can be undone, and who watches draws anew. */
  changed(): void {
    this.past.push(this.snapshot);
    if (this.past.length > historyLength) this.past.shift();
    this.future.length = 0;
    this.settle();
  }

  undo(): boolean {
    return this.travel(this.past, this.future);
  }

  redo(): boolean {
    return this.travel(this.future, this.past);
  }

  close(): void {
    this.listeners.clear();
  }

  private travel(from: Element[], to: Element[]): boolean {
    const state = from.pop();
    if (!state) return false;
    to.push(this.snapshot);
    this.root.replaceWith(state);
    this.settle();
    return true;
  }

  private settle(): void {
    this.snapshot = this.root.cloneNode(true) as Element;
    this.saved = false;
    for (const listener of [...this.listeners]) listener();
  }
}

/** The format of one level of a list, as numbering.xml describes it. */
export function levelOf(numbering: Element | null, numId: string, level: number): { format: string; text: string; left: number } | null {
  const link = children(numbering, 'num').find(num => attr(num, 'numId') === numId);
  const abstract = children(numbering, 'abstractNum').find(a => attr(a, 'abstractNumId') === attr(child(link, 'abstractNumId')));
  const definition = children(abstract, 'lvl').find(l => attr(l, 'ilvl') === String(level));
  if (!definition) return null;
  const indent = child(child(definition, 'pPr'), 'ind');
  return {
    format: attr(child(definition, 'numFmt')) ?? 'bullet',
    text: attr(child(definition, 'lvlText')) ?? '•',
    left: Number(attr(indent, 'left') ?? attr(indent, 'start') ?? 0),
  };
}
