/** What may stand between the tags of an element. */
export type Child = Node | string | number | null | undefined | false | Child[];

type Handler = (event: Event) => void;
type Properties = Record<string, string | number | boolean | null | undefined | Handler>;

/** "p.hint" is an element with a class, as a style sheet names it. */
type TagOf<K extends string> = K extends `${infer Tag}.${string}` ? Tag : K;
type ElementOf<K extends string> = TagOf<K> extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[TagOf<K>] : never;

/** An element: `onclick` and the like are listeners, `value` and `checked` properties, everything else an attribute. */
export function h<K extends string>(kind: K, first?: Properties | Child, ...children: Child[]): ElementOf<K> {
  const [tag, ...classes] = kind.split('.');
  const element = document.createElement(tag!) as ElementOf<K>;
  if (classes.length > 0) element.className = classes.join(' ');
  const has = isProperties(first);
  append(element, has ? children : [first, ...children]);
  // A select knows its value only when its options are there.
  for (const [name, value] of Object.entries(has ? first : {})) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === null || value === undefined) continue;
    else if (name === 'value' || name === 'checked') Object.assign(element, { [name]: value });
    else if (value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  return element;
}

const isProperties = (first: Properties | Child): first is Properties => typeof first === 'object' && first !== null && !Array.isArray(first) && !(first instanceof Node);

function append(parent: HTMLElement, children: Child[]): void {
  for (const child of children) {
    if (Array.isArray(child)) append(parent, child);
    else if (child !== null && child !== undefined && child !== false) parent.append(child instanceof Node ? child : String(child));
  }
}

/** Words for those who cannot see where a button stands. */
export const unseen = (text: string): Child => h('span.unseen', ` ${text}`);

/** A button that does something at once. */
export const button = (id: string, press: () => unknown, label: Child, look = ''): HTMLButtonElement =>
  h('button', { id, type: 'button', class: look, onclick: () => void press() }, label);

/** The button that ends a form, and the form. */
export const submit = (id: string, label: Child): Child => h('button.primary', { id }, label);

export const formOf = (enter: () => unknown, ...children: Child[]): HTMLFormElement =>
  h('form.stack', { onsubmit: (event) => {
    event.preventDefault();
    void enter();
  } }, children);
