import { idOf, tagOf, titleOf } from '../ooxml/controls';
import type { Resolve } from './client-object';
import { Collection } from './collection';
import type { ContentControl } from './content-control';
import type { RequestContext } from './context';
import { make } from './make';

export class ContentControlCollection extends Collection<Element, ContentControl> {
  constructor(context: RequestContext, private readonly all: () => Element[], wrap: (resolve: Resolve<Element>, orNull?: boolean) => ContentControl) {
    super(context, 'ContentControlCollection', all, wrap);
  }

  getByTag(tag: string): ContentControlCollection {
    return make.controls(this.context, () => this.all().filter(control => tagOf(control) === tag));
  }

  getByTitle(title: string): ContentControlCollection {
    return make.controls(this.context, () => this.all().filter(control => titleOf(control) === title));
  }

  getById(id: number): ContentControl {
    return this.wrap(() => this.all().find(control => idOf(control) === id) ?? null);
  }

  getByIdOrNullObject(id: number): ContentControl {
    return this.wrap(() => this.all().find(control => idOf(control) === id) ?? null, true);
  }

  // Despite its name Office.js asks for the control's id here.
  override getItem(id: number): ContentControl {
    return this.getById(id);
  }
}
