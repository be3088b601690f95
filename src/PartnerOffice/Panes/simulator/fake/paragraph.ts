import { inlineText } from '../ooxml/inline';
import { alignmentOf, paragraphsIn, removeBlock, setAlignment, styleIdOf } from '../ooxml/paragraphs';
import { rangeOf, type Range } from '../ooxml/ranges';
import { child, closest } from '../ooxml/xml';
import type { Scalars } from './client-object';
import { make } from './make';
import { insertParagraphAt, insertTableAt, mayWrite, storyOf } from './places';
import { applyStyle, builtInName, styleBuiltIn, styleName, styleNamed } from './styling';
import { TextObject } from './text-object';

const scalars: Scalars<Element> = {
  text: { read: inlineText },
  style: { read: p => styleName(rangeOf(p)), write: (p, name: string) => applyStyle(rangeOf(p), styleNamed(name)) },
  styleBuiltIn: { read: p => builtInName(rangeOf(p)), write: (p, name: string) => applyStyle(rangeOf(p), styleBuiltIn(name)) },
  alignment: { read: alignmentOf, write: (p, value: string) => setAlignment(p, value) },
  isListItem: { read: p => child(child(p, 'pPr'), 'numPr') !== null },
  isLastParagraph: { read: p => paragraphsIn(storyOf(p)).at(-1) === p },
  outlineLevel: { read: p => Number(/^Heading(\d)$/.exec(styleIdOf(p) ?? '')?.[1] ?? 10) },
  tableNestingLevel: { read: p => { let level = 0; for (let at = closest(p, 'tbl'); at; at = closest(at.parentElement, 'tbl')) level++; return level; } },
};

export class Paragraph extends TextObject<Element> {
  get kind(): string { return 'Paragraph'; }
  get scalars(): Scalars<Element> { return scalars; }

  override rangeOf(target: Element): Range { return rangeOf(target); }
  override nodeOf(target: Element): Element { return target; }
  override label(): string { return inlineText(this.target).slice(0, 40); }

  getNext(): Paragraph { return make.paragraph(this.context, () => this.beside(1)); }
  getNextOrNullObject(): Paragraph { return make.paragraph(this.context, () => this.beside(1), true); }
  getPrevious(): Paragraph { return make.paragraph(this.context, () => this.beside(-1)); }
  getPreviousOrNullObject(): Paragraph { return make.paragraph(this.context, () => this.beside(-1), true); }

  insertParagraph(text: string, location: 'Before' | 'After'): Paragraph {
    return this.made('insertParagraph', [text, location], make.paragraph, target =>
      insertParagraphAt(target, text, location, 'Paragraph.insertParagraph'));
  }

  insertTable(rows: number, columns: number, location: 'Before' | 'After', values?: string[][]): ReturnType<typeof make.table> {
    return this.made('insertTable', [rows, columns, location, values], make.table, target =>
      insertTableAt(target, rows, columns, location, values, 'Paragraph.insertTable'));
  }

  delete(): void {
    this.act('delete', [], target => {
      mayWrite(target, 'Paragraph.delete');
      removeBlock(target);
    });
  }

  private beside(step: number): Element | null {
    const target = this.targetOrNull;
    if (!target) return null;
    const all = paragraphsIn(storyOf(target));
    return all[all.indexOf(target) + step] ?? null;
  }
}
