import type { Style, Styles } from '../ooxml/styles';
import { attr, child, isOn } from '../ooxml/xml';
import { bothSchemes } from './colour';

/** The document's styles as a style sheet, so that the paper looks as the file says and not as we would like. */
export function styleSheetOf(styles: Styles): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  const base = declarations(child(child(styles.defaults, 'pPrDefault'), 'pPr'), child(child(styles.defaults, 'rPrDefault'), 'rPr'));
  const rules = styles.all.filter(style => style.type === 'paragraph' || style.type === 'character').map(style => {
    const own = lineage(styles, style).map(ancestor => declarations(child(ancestor.element, 'pPr'), child(ancestor.element, 'rPr')));
    const merged = Object.assign({}, style.type === 'paragraph' ? base : {}, ...own) as Record<string, string>;
    const body = Object.entries(merged).map(([property, value]) => `${property}:${value}`).join(';');
    return `.paper .${style.type === 'paragraph' ? 'p' : 'c'}-${CSS.escape(style.id)}{${body}}`;
  });
  sheet.replaceSync(rules.join('\n'));
  return sheet;
}

// The oldest first, so that the younger ones win.
function lineage(styles: Styles, style: Style): Style[] {
  const line: Style[] = [];
  for (let at: Style | null = style; at && !line.includes(at); at = styles.byId(at.basedOn)) line.unshift(at);
  return line;
}

const points = (twips: string | null): string => `${Number(twips ?? 0) / 20}pt`;

function declarations(paragraph: Element | null, run: Element | null): Record<string, string> {
  const css: Record<string, string> = {};
  const spacing = child(paragraph, 'spacing');
  if (attr(spacing, 'before')) css['margin-top'] = points(attr(spacing, 'before'));
  if (attr(spacing, 'after')) css['margin-bottom'] = points(attr(spacing, 'after'));
  if (attr(spacing, 'line') && attr(spacing, 'lineRule') !== 'exact') css['line-height'] = String(Math.max(1.25, (Number(attr(spacing, 'line')) / 240) * 1.22));

  const indent = child(paragraph, 'ind');
  const left = attr(indent, 'left') ?? attr(indent, 'start');
  if (left) css['margin-left'] = points(left);
  if (attr(indent, 'hanging')) css['text-indent'] = `-${points(attr(indent, 'hanging'))}`;

  for (const side of ['top', 'left', 'bottom', 'right']) {
    const border = child(child(paragraph, 'pBdr'), side);
    if (!border) continue;
    const width = Math.max(1, Number(attr(border, 'sz') ?? 4) / 8);
    const isDouble = attr(border, 'val') === 'double';
    css[`border-${side}`] = `${isDouble ? Math.max(3, width * 3) : width}px ${isDouble ? 'double' : 'solid'} ${bothSchemes(attr(border, 'color'), 'line')}`;
    css[`padding-${side}`] = `${attr(border, 'space') ?? 1}pt`;
  }
  const shade = attr(child(paragraph, 'shd') ?? child(run, 'shd'), 'fill');
  if (shade && shade !== 'auto') css['background-color'] = bothSchemes(shade, 'ground');

  const size = attr(child(run, 'sz'));
  if (size) css['font-size'] = `${Number(size) / 2}pt`;
  const colour = attr(child(run, 'color'));
  if (colour) css['color'] = bothSchemes(colour, 'text');
  if (child(run, 'b')) css['font-weight'] = isOn(child(run, 'b')) ? '700' : '400';
  if (child(run, 'i')) css['font-style'] = isOn(child(run, 'i')) ? 'italic' : 'normal';
  if (child(run, 'u')) css['text-decoration'] = isOn(child(run, 'u')) ? 'underline' : 'none';
  const letters = attr(child(run, 'spacing'));
  if (letters) css['letter-spacing'] = points(letters);
  return css;
}
