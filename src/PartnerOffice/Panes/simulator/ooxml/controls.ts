import { inlineText, replaceInline } from './inline';
import { isInline, paragraphLike, paragraphsIn } from './paragraphs';
import { attr, child, children, closest, is, isOn, make, putInOrder } from './xml';

// The order that the schema wants; the type (text, dropDownList, …) comes last and is never moved.
const propertyOrder = ['rPr', 'alias', 'tag', 'id', 'lock', 'placeholder', 'temporary', 'showingPlcHdr', 'dataBinding'];

export type ControlType = 'RichText' | 'PlainText' | 'DropDownList' | 'ComboBox' | 'CheckBox' | 'DatePicker' | 'Other';
export interface ListItem { readonly displayText: string; readonly value: string }

export const propertiesOf = (control: Element): Element => child(control, 'sdtPr') ?? control.insertBefore(make(control, 'sdtPr'), control.firstChild);
export const contentOf = (control: Element): Element => child(control, 'sdtContent') ?? control.appendChild(make(control, 'sdtContent'));

export function controlsIn(root: Element): Element[] {
  return [...root.getElementsByTagNameNS(root.namespaceURI, 'sdt')];
}

export function parentControl(node: Element): Element | null {
  return closest(node.parentNode, 'sdt');
}

export function typeOf(control: Element): ControlType {
  const properties = propertiesOf(control);
  for (const kind of properties.children) {
    switch (kind.localName) {
      case 'text': return 'PlainText';
      case 'dropDownList': return 'DropDownList';
      case 'comboBox': return 'ComboBox';
      case 'checkbox': return 'CheckBox';
      case 'date': return 'DatePicker';
      case 'picture': case 'docPartObj': case 'repeatingSection': return 'Other';
    }
  }
  return 'RichText';
}

export const tagOf = (control: Element): string => attr(child(propertiesOf(control), 'tag')) ?? '';
export const titleOf = (control: Element): string => attr(child(propertiesOf(control), 'alias')) ?? '';
export const idOf = (control: Element): number => Number(attr(child(propertiesOf(control), 'id')) ?? 0);

export function setProperty(control: Element, name: string, value: string | null): void {
  const properties = propertiesOf(control);
  if (value === null) return child(properties, name)?.remove();
  putInOrder(properties, make(control, name, { val: value }), propertyOrder);
}

/** What a person may not do with it, as Word's two locks say. */
export function locksOf(control: Element): { cannotEdit: boolean; cannotDelete: boolean } {
  const lock = attr(child(propertiesOf(control), 'lock')) ?? 'unlocked';
  return {
    cannotEdit: lock === 'contentLocked' || lock === 'sdtContentLocked',
    cannotDelete: lock === 'sdtLocked' || lock === 'sdtContentLocked',
  };
}

export function setLocks(control: Element, locks: { cannotEdit: boolean; cannotDelete: boolean }): void {
  const value = locks.cannotEdit ? (locks.cannotDelete ? 'sdtContentLocked' : 'contentLocked') : locks.cannotDelete ? 'sdtLocked' : null;
  setProperty(control, 'lock', value);
}

/** The control that forbids writing here, or null. */
export function lockedBy(node: Element): Element | null {
  for (let at = closest(node, 'sdt'); at; at = parentControl(at)) if (locksOf(at).cannotEdit) return at;
  return null;
}

export const appearanceOf = (control: Element): string =>
  ({ hidden: 'Hidden', tags: 'Tags' })[[...propertiesOf(control).children].find(p => p.localName === 'appearance')?.getAttributeNS(w15, 'val') ?? ''] ?? 'BoundingBox';

const w15 = 'http://schemas.microsoft.com/office/word/2012/wordml';

export function setAppearance(control: Element, appearance: string): void {
  const properties = propertiesOf(control);
  [...properties.children].find(p => p.localName === 'appearance')?.remove();
  if (appearance === 'BoundingBox') return;
  const element = control.ownerDocument.createElementNS(w15, 'w15:appearance');
  element.setAttributeNS(w15, 'w15:val', appearance.toLowerCase());
  properties.append(element);
}

export function itemsOf(control: Element): ListItem[] {
  const list = child(propertiesOf(control), 'dropDownList') ?? child(propertiesOf(control), 'comboBox');
  return children(list, 'listItem').map(item => ({
    displayText: attr(item, 'displayText') ?? attr(item, 'value') ?? '',
    value: attr(item, 'value') ?? attr(item, 'displayText') ?? '',
  }));
}

export const showsPlaceholder = (control: Element): boolean => isOn(child(propertiesOf(control), 'showingPlcHdr'));

/** Replaces all that a control holds. An emptied control shows its placeholder, as Word does. */
export function setControlText(control: Element, text: string, placeholder: string): void {
  leavePlaceholder(control);
  if (isInline(control)) replaceInline(control, 0, inlineText(control).length, text, control);
  else setBlocks(control, text);
  if (text === '') showPlaceholder(control, placeholder);
}

export function showPlaceholder(control: Element, text: string): void {
  setProperty(control, 'showingPlcHdr', '1');
  child(propertiesOf(control), 'showingPlcHdr')?.removeAttributeNS(propertiesOf(control).namespaceURI, 'val');
  if (isInline(control)) replaceInline(control, 0, inlineText(control).length, text, control);
  else setBlocks(control, text);
}

/** The next letter takes the placeholder's place. */
export function leavePlaceholder(control: Element): void {
  if (!showsPlaceholder(control)) return;
  setProperty(control, 'showingPlcHdr', null);
  if (isInline(control)) replaceInline(control, 0, inlineText(control).length, '', control);
  else setBlocks(control, '');
  // The grey of the placeholder goes with it.
  for (const style of contentOf(control).getElementsByTagNameNS(control.namespaceURI, 'rStyle')) {
    if (attr(style) === 'PlaceholderText') style.remove();
  }
}

function setBlocks(control: Element, text: string): void {
  const content = contentOf(control);
  const first = paragraphsIn(content)[0] ?? null;
  const cell = child(content, 'tc');
  const home = cell ?? content;
  const paragraphs = text.split(/\r\n|\n|\r/).map(line => paragraphLike(first, control, line));
  for (const node of children(home)) if (!is(node, 'tcPr')) node.remove();
  home.append(...paragraphs);
}

/** Wraps blocks that stand side by side, or a piece of a paragraph, into a new control. */
export function wrap(nodes: Element[], id: number): Element {
  const first = nodes[0]!;
  const control = make(first, 'sdt', {}, make(first, 'sdtPr', {}, make(first, 'id', { val: String(id) })), make(first, 'sdtContent'));
  first.before(control);
  contentOf(control).append(...nodes);
  return control;
}

/** Takes the control away and, unless told otherwise, leaves what it holds. */
export function removeControl(control: Element, keepContent: boolean): void {
  if (keepContent) return control.replaceWith(...contentOf(control).childNodes);
  const home = control.parentElement!;
  control.remove();
  // A cell and a control always end with a paragraph.
  const isBlock = is(home, 'tc') || (is(home, 'sdtContent') && !closest(home, 'p'));
  if (isBlock && !is(children(home).at(-1), 'p')) home.append(make(home, 'p'));
}
