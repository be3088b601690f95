import type { CustomProperties } from '../ooxml/properties';
import { ClientObject, type Resolve, type Scalars } from './client-object';
import { ClientResult } from './client-result';
import { Collection } from './collection';
import type { RequestContext } from './context';
import { session } from './host';

const properties = (): CustomProperties => session.document.properties;
const find = (key: string): string | null => properties().keys().find(existing => existing.toLowerCase() === key.toLowerCase()) ?? null;

const scalars: Scalars<string> = {
  key: { read: key => key },
  value: { read: key => properties().get(key), write: (key, value: unknown) => properties().set(key, String(value)) },
  type: { read: () => 'String' },
};

export class CustomProperty extends ClientObject<string> {
  get kind(): string { return 'CustomProperty'; }
  get scalars(): Scalars<string> { return scalars; }
  override label(): string { return this.target; }

  delete(): void {
    this.act('delete', [], key => properties().remove(key));
  }
}

export class CustomPropertyCollection extends Collection<string, CustomProperty> {
  constructor(context: RequestContext) {
    super(context, 'CustomPropertyCollection', () => properties().keys(), (resolve, orNull) => new CustomProperty(context, resolve, orNull));
  }

  add(key: string, value: unknown): CustomProperty {
    return this.made('add', [key, value], (_, resolve: Resolve<string>) => this.wrap(resolve), () => {
      properties().set(key, String(value));
      return key;
    });
  }

  override getItem(key: string | number): CustomProperty {
    return this.wrap(() => find(String(key)));
  }

  getItemOrNullObject(key: string): CustomProperty {
    return this.wrap(() => find(key), true);
  }

  getCount(): ClientResult<number> {
    return new ClientResult(this.context, () => properties().keys().length);
  }
}

/** The document's properties; of the built-in ones only what a pane may want to show. */
export class DocumentProperties extends ClientObject<Element> {
  get kind(): string { return 'DocumentProperties'; }
  get scalars(): Scalars<Element> { return coreScalars; }

  get customProperties(): CustomPropertyCollection {
    return this.once('customProperties', () => new CustomPropertyCollection(this.context));
  }
}

const core = (name: string): Scalars<Element>[string] => ({ read: root => [...root.children].find(node => node.localName === name)?.textContent ?? '' });

const coreScalars: Scalars<Element> = { title: core('title'), author: core('creator'), subject: core('subject'), keywords: core('keywords') };
