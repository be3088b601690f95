import { blockText } from '../ooxml/paragraphs';
import { rangeOf, type Range } from '../ooxml/ranges';
import { is } from '../ooxml/xml';
import type { Scalars } from './client-object';
import { make } from './make';
import { insertParagraphAt, insertTableAt } from './places';
import { applyStyle, builtInName, styleBuiltIn, styleName, styleNamed } from './styling';
import { TextObject } from './text-object';

const scalars: Scalars<Element> = {
  text: { read: blockText },
  type: { read: node => (is(node, 'tc') ? 'TableCell' : is(node, 'hdr') ? 'Header' : is(node, 'ftr') ? 'Footer' : 'MainDoc') },
  style: { read: node => styleName(rangeOf(node)), write: (node, name: string) => applyStyle(rangeOf(node), styleNamed(name)) },
  styleBuiltIn: { read: node => builtInName(rangeOf(node)), write: (node, name: string) => applyStyle(rangeOf(node), styleBuiltIn(name)) },
};

/** The document's body, a head or foot, or what a table cell holds. */
export class Body extends TextObject<Element> {
  get kind(): string { return 'Body'; }
  get scalars(): Scalars<Element> { return scalars; }

  override rangeOf(target: Element): Range { return rangeOf(target); }
  override nodeOf(target: Element): Element { return target; }
  override label(): string { return this.target.localName; }

  insertParagraph(text: string, location: 'Start' | 'End'): ReturnType<typeof make.paragraph> {
    return this.made('insertParagraph', [text, location], make.paragraph, target =>
      insertParagraphAt(target, text, location, 'Body.insertParagraph'));
  }

  insertTable(rows: number, columns: number, location: 'Start' | 'End', values?: string[][]): ReturnType<typeof make.table> {
    return this.made('insertTable', [rows, columns, location, values], make.table, target =>
      insertTableAt(target, rows, columns, location, values, 'Body.insertTable'));
  }
}
