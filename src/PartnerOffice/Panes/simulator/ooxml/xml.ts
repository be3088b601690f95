// The few words of WordprocessingML that everything here is written in.

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const XML = 'http://www.w3.org/XML/1998/namespace';

/** An element of WordprocessingML. The mark exists for the compiler only: what is none may still be an element. */
export interface WordElement extends Element { readonly wordprocessingML: true }

export function is(node: Node | null | undefined, ...names: string[]): node is WordElement {
  return node?.nodeType === 1 && (node as Element).namespaceURI === W && names.includes((node as Element).localName);
}

export function children(parent: Element | null | undefined, ...names: string[]): Element[] {
  return parent ? [...parent.children].filter(child => names.length === 0 || is(child, ...names)) : [];
}

export function child(parent: Element | null | undefined, name: string): Element | null {
  return children(parent, name)[0] ?? null;
}

/** An attribute of WordprocessingML: by far most often `w:val`. */
export function attr(element: Element | null | undefined, name = 'val'): string | null {
  return element?.getAttributeNS(W, name) ?? null;
}

export function setAttr(element: Element, value: string, name = 'val'): void {
  element.setAttributeNS(W, `w:${name}`, value);
}

export function make(near: Node, name: string, attributes: Record<string, string> = {}, ...content: Element[]): Element {
  const element = owner(near).createElementNS(W, `w:${name}`);
  for (const [key, value] of Object.entries(attributes)) setAttr(element, value, key);
  element.append(...content);
  return element;
}

export function makeText(near: Node, text: string): Element {
  const element = make(near, 't');
  setText(element, text);
  return element;
}

export function setText(element: Element, text: string): void {
  element.textContent = text;
  element.setAttributeNS(XML, 'xml:space', 'preserve');
}

/** On, as `<w:b/>`, `<w:b w:val="1"/>` and `<w:b w:val="true"/>` say it. */
export function isOn(element: Element | null): boolean {
  return element !== null && !['0', 'false', 'off', 'none'].includes(attr(element) ?? '1');
}

/** The nearest ancestor (or the element itself) of one of these names. */
export function closest(node: Node | null, ...names: string[]): Element | null {
  for (let at: Node | null = node; at; at = at.parentNode) if (is(at, ...names)) return at;
  return null;
}

/** Puts a child where the schema wants it among its siblings: Word refuses a file with a property out of order. */
export function putInOrder(parent: Element, element: Element, order: readonly string[]): void {
  child(parent, element.localName)?.remove();
  const rank = order.indexOf(element.localName);
  const after = [...parent.children].find(other => {
    const its = order.indexOf(other.localName);
    return its > rank || its < 0;
  });
  parent.insertBefore(element, after ?? null);
}

const owner = (node: Node): Document => (node.nodeType === 9 ? (node as Document) : node.ownerDocument!);
