import { controlsIn, parentControl } from '../ooxml/controls';
import { inlineText } from '../ooxml/inline';
import { paragraphsIn } from '../ooxml/paragraphs';
import { paragraphsOf, rangeOf, type Range } from '../ooxml/ranges';
import { cellOf, tableOf, tablesIn } from '../ooxml/tables';
import { is } from '../ooxml/xml';
import { ClientObject } from './client-object';
import { Collection } from './collection';
import type { ContentControlCollection } from './content-control-collection';
import { listed, ofTypes } from './control-types';
import { invalid } from './errors';
import { session } from './host';
import { InlinePicture, type InlinePictures } from './inline-picture';
import { make, type Makers } from './make';
import { insertTextAt, storyOf, wrapRange, mayWrite, type InsertLocation } from './places';

type Made<K extends keyof Makers> = ReturnType<Makers[K]>;

/** What everything that holds text can do: bodies, controls, paragraphs and ranges. */
export abstract class TextObject<T> extends ClientObject<T> {
  /** The piece of text that this is, as it lies at this moment of a sync. */
  abstract rangeOf(target: T): Range;
  /** The element that this is; null for a piece of text between two letters. */
  abstract nodeOf(target: T): Element | null;

  get paragraphs(): Made<'paragraphs'> {
    return this.once('paragraphs', () => make.paragraphs(this.context, () => this.each(paragraphsOf)));
  }

  get tables(): Made<'tables'> {
    return this.once('tables', () => make.tables(this.context, () => this.within(tablesIn)));
  }

  get contentControls(): ContentControlCollection {
    return this.once('contentControls', () => make.controls(this.context, () => this.within(listed)));
  }

  getContentControls(options?: { types?: string[] }): ContentControlCollection {
    return make.controls(this.context, () => {
      this.needs('1.5', 'getContentControls');
      return this.within(root => ofTypes(root, options?.types, `${this.kind}.getContentControls`));
    });
  }

  get inlinePictures(): InlinePictures {
    return this.once('inlinePictures', () => new Collection(this.context, 'InlinePictureCollection',
      () => this.within(root => [...root.getElementsByTagNameNS(root.namespaceURI, 'drawing')]),
      (resolve, orNull) => new InlinePicture(this.context, resolve, orNull)));
  }

  get font(): Made<'font'> {
    return this.once('font', () => make.font(this.context, () => (this.targetOrNull === null ? null : this.now()), true));
  }

  get parentContentControl(): Made<'control'> {
    return this.once('parentContentControl', () => make.control(this.context, () => this.up(parentControl)));
  }

  get parentContentControlOrNullObject(): Made<'control'> {
    return this.once('parentContentControlOrNullObject', () => make.control(this.context, () => this.up(parentControl), true));
  }

  get parentTable(): Made<'table'> {
    return this.once('parentTable', () => make.table(this.context, () => this.up(node => tableOf(node.parentElement!))));
  }

  get parentTableOrNullObject(): Made<'table'> {
    return this.once('parentTableOrNullObject', () => make.table(this.context, () => this.up(node => tableOf(node.parentElement!)), true));
  }

  get parentTableCell(): Made<'cell'> {
    return this.once('parentTableCell', () => make.cell(this.context, () => this.up(node => cellOf(node.parentElement!))));
  }

  get parentTableCellOrNullObject(): Made<'cell'> {
    return this.once('parentTableCellOrNullObject', () => make.cell(this.context, () => this.up(node => cellOf(node.parentElement!)), true));
  }

  get parentBody(): Made<'body'> {
    return this.once('parentBody', () => make.body(this.context, () => this.up(storyOf)));
  }

  getRange(location: 'Whole' | 'Start' | 'End' | 'Before' | 'After' | 'Content' = 'Whole'): Made<'range'> {
    return make.range(this.context, () => {
      if (this.targetOrNull === null) return null;
      const range = this.now();
      const node = this.nodeOf(this.target);
      switch (location) {
        case 'Start': return { from: range.from, to: range.from };
        case 'End': return { from: range.to, to: range.to };
        // A place outside of a control is on the outer side of its border.
        case 'Before': return { from: outside(range.from), to: outside(range.from), ...(node ? { beside: node } : {}) };
        case 'After': return { from: outside(range.to), to: outside(range.to), ...(node ? { beside: node } : {}) };
        default: return { ...range };
      }
    });
  }

  select(mode: 'Select' | 'Start' | 'End' = 'Select'): void {
    this.look('select', [mode], () => session.select(this.now(), mode));
  }

  search(text: string, options: { matchCase?: boolean } = {}): Made<'ranges'> {
    if (/\^/.test(text)) throw invalid('the simulation searches for plain words only', `${this.kind}.search`);
    return make.ranges(this.context, () => this.each(paragraphsOf).flatMap(paragraph => {
      const fold = (s: string): string => (options.matchCase ? s : s.toLowerCase());
      const whole = fold(inlineText(paragraph));
      const hits: Range[] = [];
      for (let at = whole.indexOf(fold(text)); at >= 0; at = whole.indexOf(fold(text), at + text.length)) {
        hits.push({ from: { paragraph, offset: at }, to: { paragraph, offset: at + text.length } });
      }
      return hits;
    }));
  }

  insertText(text: string, location: InsertLocation): Made<'range'> {
    return this.made('insertText', [text, location], make.range, target =>
      insertTextAt(this.rangeOf(target), text, location, `${this.kind}.insertText`));
  }

  insertContentControl(type: string = 'RichText'): Made<'control'> {
    return this.made('insertContentControl', [type], make.control, target => {
      if (type !== 'RichText' && type !== 'PlainText') throw invalid(`the simulation inserts no control of the type ${type}`, `${this.kind}.insertContentControl`);
      const control = wrapRange(this.rangeOf(target), `${this.kind}.insertContentControl`);
      if (type === 'PlainText') control.firstElementChild!.append(control.ownerDocument.createElementNS(control.namespaceURI, 'w:text'));
      return control;
    });
  }

  clear(): void {
    this.act('clear', [], target => {
      mayWrite(this.nodeOf(target) ?? this.rangeOf(target).from.paragraph, `${this.kind}.clear`);
      insertTextAt(this.rangeOf(target), '', 'Replace', `${this.kind}.clear`);
    });
  }

  protected now(): Range {
    return this.rangeOf(this.target);
  }

  private each(list: (range: Range, root: Element) => Element[]): Element[] {
    if (this.targetOrNull === null) return [];
    const range = this.now();
    return list(range, storyOf(range.from.paragraph));
  }

  private within(find: (root: Element) => Element[]): Element[] {
    const target = this.targetOrNull;
    if (target === null) return [];
    const node = this.nodeOf(target);
    if (node) return find(node);
    // What a piece of text contains: all that lies wholly inside of it.
    const range = this.rangeOf(target);
    const inside = new Set(paragraphsOf(range, storyOf(range.from.paragraph)));
    return find(storyOf(range.from.paragraph)).filter(found => {
      const own = is(found, 'sdt', 'tbl') ? paragraphsIn(found) : [found];
      if (own.length > 0) return own.every(paragraph => inside.has(paragraph));
      const its = rangeOf(found);
      return inside.has(its.from.paragraph)
        && (its.from.paragraph !== range.from.paragraph || its.from.offset >= range.from.offset)
        && (its.to.paragraph !== range.to.paragraph || its.to.offset <= range.to.offset);
    });
  }

  private up<R>(find: (node: Element) => R | null): R | null {
    const target = this.targetOrNull;
    if (target === null) return null;
    const node = this.nodeOf(target);
    return find(node ?? holderOf(this.rangeOf(target)));
  }
}

/** Something that lies immediately in the innermost control or cell that holds the whole range. */
function holderOf({ from, to }: Range): Element {
  const inline = controlsIn(from.paragraph).filter(control => {
    const its = rangeOf(control);
    const isInside = from.within === control || (its.from.offset <= from.offset && from.offset < its.to.offset);
    return isInside && to.paragraph === from.paragraph && to.offset <= its.to.offset;
  }).at(-1);
  if (inline) return inline.lastElementChild ?? inline;

  let at = from.paragraph;
  while (at.parentElement && !at.parentElement.contains(to.paragraph)) at = at.parentElement;
  return at;
}

const outside = (position: Range['from']): Range['from'] => ({ paragraph: position.paragraph, offset: position.offset });
