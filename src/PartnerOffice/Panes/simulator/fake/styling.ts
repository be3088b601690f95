import { setStyleId, styleIdOf } from '../ooxml/paragraphs';
import { paragraphsOf, type Range } from '../ooxml/ranges';
import { runsOf, setFormat } from '../ooxml/runs';
import type { Style } from '../ooxml/styles';
import { attr, child, is, make } from '../ooxml/xml';
import { invalid } from './errors';
import { session } from './host';
import { storyOf } from './places';

const styles = (): typeof session.document.styles => session.document.styles;

/** The style's name where all paragraphs agree, else nothing: as Word tells it. */
export const styleName = (range: Range): string => agreed(range, id => styles().displayName(id));
export const builtInName = (range: Range): string => agreed(range, id => styles().builtIn(id));

function agreed(range: Range, name: (id: string | null) => string): string {
  const names = new Set(paragraphsOf(range, storyOf(range.from.paragraph)).map(paragraph => name(styleIdOf(paragraph))));
  return names.size === 1 ? [...names][0]! : '';
}

export function styleNamed(name: string): Style {
  return styles().named(name) ?? fail(`the document has no style '${name}'`);
}

export function styleBuiltIn(name: string): Style {
  return styles().ofBuiltIn(name) ?? fail(`the document has no built-in style '${name}' (Word would add it, the simulation does not)`);
}

export function applyStyle(range: Range, style: Style): void {
  if (style.type === 'paragraph') {
    for (const paragraph of paragraphsOf(range, storyOf(range.from.paragraph))) setStyleId(paragraph, style.id);
  } else if (style.type === 'character') {
    for (const run of runsOf(range, storyOf(range.from.paragraph))) setFormat(run, 'rStyle', style.id);
  } else throw invalid(`a style of the type ${style.type} does not fit here`, 'style');
}

export function tableStyleName(table: Element): string {
  return styles().displayName(attr(child(child(table, 'tblPr'), 'tblStyle')), 'table');
}

export function applyTableStyle(table: Element, style: Style): void {
  if (style.type !== 'table' || !is(table, 'tbl')) throw invalid(`'${style.name}' is no style for a table`, 'style');
  const properties = child(table, 'tblPr')!;
  child(properties, 'tblStyle')?.remove();
  properties.prepend(make(table, 'tblStyle', { val: style.id }));
}

function fail(message: string): never {
  throw invalid(message, 'style');
}
