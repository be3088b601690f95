/** What may stand between the tags of an element. */
export type Child = Node | string | number | null | undefined | false | Child[];

type Handler = (event: Event) => void;
type Properties = Record<string, string | number | boolean | null | undefined | Handler>;

/** An element: `onclick` and the like are listeners, `value` and `checked` properties, everything else an attribute. */
export function h<K extends keyof HTMLElementTagNameMap>(tag: K, properties: Properties = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  const late: [string, unknown][] = [];
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') {
      element.addEventListener(name.slice(2), value);
    } else if (name === 'value' || name === 'checked' || name === 'selected') {
      // A select knows its value only when its options are there.
      late.push([name, value]);
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }

  append(element, children);
  for (const [name, value] of late) {
    if (value !== undefined && value !== null) Object.assign(element, { [name]: value });
  }
  return element;
}

function append(parent: HTMLElement, children: Child[]): void {
  for (const child of children) {
    if (Array.isArray(child)) append(parent, child);
    else if (child !== null && child !== undefined && child !== false) parent.append(typeof child === 'number' ? String(child) : child);
  }
}
