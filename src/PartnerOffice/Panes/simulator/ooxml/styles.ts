import { attr, child, children, isOn } from './xml';

export interface Style {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly basedOn: string | null;
  readonly next: string | null;
  readonly isCustom: boolean;
  readonly isOffered: boolean;
  readonly element: Element;
}

/** The styles of a document, by id and by the name that people see. */
export class Styles {
  readonly all: readonly Style[];
  readonly defaults: Element | null;

  constructor(root: Element | null) {
    this.defaults = child(root, 'docDefaults');
    this.all = children(root, 'style').map(element => ({
      id: attr(element, 'styleId') ?? '',
      name: attr(child(element, 'name')) ?? '',
      type: attr(element, 'type') ?? 'paragraph',
      basedOn: attr(child(element, 'basedOn')),
      next: attr(child(element, 'next')),
      isCustom: attr(element, 'customStyle') === '1',
      isOffered: isOn(child(element, 'qFormat')),
      element,
    }));
  }

  byId(id: string | null): Style | null {
    return this.all.find(style => style.id === id) ?? null;
  }

  defaultOf(type: string): Style | null {
    return this.all.find(style => style.type === type && attr(style.element, 'default') === '1') ?? null;
  }

  /** By name or id, as `style = "PO Nur Vorstand"` gives it. */
  named(name: string): Style | null {
    const wanted = name.toLowerCase();
    return this.all.find(style => style.name.toLowerCase() === wanted) ?? this.byId(name);
  }

  /** The name that Office.js tells for a style: built-in ones are capitalized, whatever the file says ("heading 1"). */
  displayName(id: string | null, type = 'paragraph'): string {
    const style = this.byId(id) ?? this.defaultOf(type);
    return style ? style.name.replace(/^(heading|toc|header|footer|caption)/, start => start[0]!.toUpperCase() + start.slice(1)) : 'Normal';
  }

  /** Office.js' name of a built-in style ("Heading2"), or "Other" for a style of our own. */
  builtIn(id: string | null): string {
    const style = this.byId(id) ?? this.defaultOf('paragraph');
    if (!style) return 'Normal';
    return style.isCustom ? 'Other' : this.displayName(style.id).replace(/\s/g, '');
  }

  /** The style that stands for one of Office.js' built-in names, where the document has it. */
  ofBuiltIn(builtIn: string): Style | null {
    return this.all.find(style => !style.isCustom && style.name.replace(/\s/g, '').toLowerCase() === builtIn.toLowerCase()) ?? null;
  }
}
