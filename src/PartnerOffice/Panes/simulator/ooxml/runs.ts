import { inlineNodesOf, paragraphsOf, type Range } from './ranges';
import { inlineText } from './inline';
import { attr, child, isOn, make, putInOrder } from './xml';

const propertyOrder = [
  'rStyle', 'rFonts', 'b', 'bCs', 'i', 'iCs', 'caps', 'smallCaps', 'strike', 'dstrike', 'outline', 'shadow', 'emboss', 'imprint', 'noProof',
  'snapToGrid', 'vanish', 'webHidden', 'color', 'spacing', 'w', 'kern', 'position', 'sz', 'szCs', 'highlight', 'u', 'effect', 'bdr', 'shd',
  'fitText', 'vertAlign', 'rtl', 'cs', 'em', 'lang', 'eastAsianLayout', 'specVanish', 'oMath',
];

/** The runs that a range covers; runs at its ends are cut so that nothing else is covered. */
export function runsOf(range: Range, root: Element): Element[] {
  return paragraphsOf(range, root).flatMap(paragraph => inlineNodesOf({
    from: { paragraph, offset: paragraph === range.from.paragraph ? range.from.offset : 0 },
    to: { paragraph, offset: paragraph === range.to.paragraph ? range.to.offset : inlineText(paragraph).length },
  })).flatMap(node => (node.localName === 'r' ? [node] : [...node.getElementsByTagNameNS(node.namespaceURI, 'r')]));
}

export function hasFormat(run: Element, name: 'b' | 'i' | 'u'): boolean {
  return isOn(child(child(run, 'rPr'), name));
}

/** Switches bold, italic or underline; null takes a value away. */
export function setFormat(run: Element, name: string, value: string | null): void {
  let properties = child(run, 'rPr');
  if (!properties) {
    properties = make(run, 'rPr');
    run.prepend(properties);
  }
  if (value === null) child(properties, name)?.remove();
  else putInOrder(properties, value === '' ? make(run, name) : make(run, name, { val: value }), propertyOrder);
  if (properties.children.length === 0) properties.remove();
}

export const formatValue = (run: Element, name: string): string | null => attr(child(child(run, 'rPr'), name));
