import * as controls from '../ooxml/controls';
import { blockText, isInline, paragraphsIn } from '../ooxml/paragraphs';
import { rangeOf, type Range } from '../ooxml/ranges';
import type { Scalars } from './client-object';
import { DropDownList } from './drop-down';
import { apiNotFound, notAllowed } from './errors';
import { EventHandlers } from './events';
import { isSetSupported } from './host';
import { make } from './make';
import { insertParagraphAt, insertTableAt, insertTextAt, mayWrite, notOnTheWeb, type InsertLocation } from './places';
import { applyStyle, builtInName, styleBuiltIn, styleName, styleNamed } from './styling';
import { TextObject } from './text-object';

/** What Word writes into an emptied control. */
export const placeholder = 'Klicken oder tippen Sie hier, um Text einzugeben.';

const lock = (name: 'cannotEdit' | 'cannotDelete'): Scalars<Element>[string] => ({
  read: control => controls.locksOf(control)[name],
  write: (control, value: boolean) => controls.setLocks(control, { ...controls.locksOf(control), [name]: value }),
});

const scalars: Scalars<Element> = {
  id: { read: controls.idOf },
  tag: { read: controls.tagOf, write: (control, value: string) => { notOnTheWeb('ContentControl.tag'); controls.setProperty(control, 'tag', value); } },
  title: { read: controls.titleOf, write: (control, value: string) => { notOnTheWeb('ContentControl.title'); controls.setProperty(control, 'alias', value); } },
  text: { read: blockText },
  type: { read: controls.typeOf },
  subtype: { read: control => (controls.typeOf(control) === 'RichText' ? (isInline(control) ? 'RichTextInline' : paragraphsIn(control).length > 1 ? 'RichTextParagraphs' : 'RichText') : controls.typeOf(control)) },
  appearance: { read: controls.appearanceOf, write: (control, value: string) => controls.setAppearance(control, value) },
  cannotEdit: lock('cannotEdit'),
  cannotDelete: lock('cannotDelete'),
  placeholderText: {
    read: control => (controls.showsPlaceholder(control) ? blockText(control) : placeholder),
    write: (control, value: string) => { if (controls.showsPlaceholder(control) || blockText(control) === '') controls.showPlaceholder(control, value); },
  },
  style: { read: control => styleName(rangeOf(control)), write: (control, name: string) => applyStyle(rangeOf(control), styleNamed(name)) },
  styleBuiltIn: { read: control => builtInName(rangeOf(control)), write: (control, name: string) => applyStyle(rangeOf(control), styleBuiltIn(name)) },
};

export class ContentControl extends TextObject<Element> {
  get kind(): string { return 'ContentControl'; }
  get scalars(): Scalars<Element> { return scalars; }

  override rangeOf(target: Element): Range { return rangeOf(target); }
  override nodeOf(target: Element): Element { return target; }
  override label(): string { return controls.tagOf(this.target) || `#${controls.idOf(this.target)}`; }

  get dropDownListContentControl(): DropDownList {
    return this.once('dropDownListContentControl', () => new DropDownList(this.context, () => {
      this.needs('1.9', 'dropDownListContentControl');
      return this.targetOrNull && controls.typeOf(this.targetOrNull) === 'DropDownList' ? this.targetOrNull : null;
    }, this.targetOrNull === null));
  }

  get onDataChanged(): EventHandlers {
    if (!isSetSupported('WordApi', '1.5')) throw apiNotFound('ContentControl.onDataChanged', 'WordApi 1.5');
    return this.once('onDataChanged', () => new EventHandlers(this.context, 'contentControlDataChanged', () => this.target, blockText, control => ({ ids: [controls.idOf(control)] })));
  }

  override insertText(text: string, location: InsertLocation): ReturnType<typeof make.range> {
    return this.made('insertText', [text, location], make.range, target => {
      const where = 'ContentControl.insertText';
      mayWrite(target, where);
      if (!['RichText', 'PlainText'].includes(controls.typeOf(target))) throw notAllowed(`a control of the type ${controls.typeOf(target)} takes no text`, where);
      if (location === 'Before' || location === 'After') throw notAllowed(`'${location}' is not for a content control`, where);
      const before = controls.showsPlaceholder(target) ? '' : blockText(target);
      const after = location === 'Replace' ? text : location === 'Start' ? text + before : before + text;
      if (location === 'Replace' || before === '') controls.setControlText(target, after, placeholder);
      else insertTextAt(rangeOf(target), text, location, where);
      return rangeOf(target);
    });
  }

  insertParagraph(text: string, location: 'Before' | 'After' | 'Start' | 'End'): ReturnType<typeof make.paragraph> {
    return this.made('insertParagraph', [text, location], make.paragraph, target => {
      if (location === 'Start' || location === 'End') controls.leavePlaceholder(target);
      return insertParagraphAt(target, text, location, 'ContentControl.insertParagraph');
    });
  }

  insertTable(rows: number, columns: number, location: 'Before' | 'After' | 'Start' | 'End' | 'Replace', values?: string[][]): ReturnType<typeof make.table> {
    return this.made('insertTable', [rows, columns, location, values], make.table, target =>
      insertTableAt(target, rows, columns, location, values, 'ContentControl.insertTable'));
  }

  override clear(): void {
    this.act('clear', [], target => {
      mayWrite(target, 'ContentControl.clear');
      controls.setControlText(target, '', placeholder);
    });
  }

  delete(keepContent: boolean): void {
    this.act('delete', [keepContent], target => {
      notOnTheWeb('ContentControl.delete');
      if (controls.locksOf(target).cannotDelete) throw notAllowed(`the content control '${controls.tagOf(target)}' must not be deleted (cannotDelete)`, 'ContentControl.delete');
      controls.removeControl(target, keepContent);
    });
  }
}
