import { ClientObject, type Resolve, type Scalars } from './client-object';
import type { RequestContext } from './context';
import { notLoaded } from './errors';

const none: Scalars<never> = {};

/** A list of objects. Its items exist only after it was loaded and synced. */
export class Collection<T, P extends ClientObject<T>> extends ClientObject<T[]> {
  private list: P[] | undefined;

  constructor(
    context: RequestContext,
    readonly name: string,
    private readonly findAll: () => T[],
    protected readonly wrap: (resolve: Resolve<T>, orNull?: boolean) => P,
  ) {
    super(context, findAll);
  }

  get kind(): string {
    return this.name;
  }

  get scalars(): Scalars<T[]> {
    return none;
  }

  get items(): P[] {
    if (this.list === undefined) throw notLoaded('items', `${this.kind}.items`);
    return this.list;
  }

  getFirst(): P {
    return this.wrap(() => this.findAll()[0] ?? null);
  }

  getFirstOrNullObject(): P {
    return this.wrap(() => this.findAll()[0] ?? null, true);
  }

  getLast(): P {
    return this.wrap(() => this.findAll().at(-1) ?? null);
  }

  getLastOrNullObject(): P {
    return this.wrap(() => this.findAll().at(-1) ?? null, true);
  }

  getItem(index: number): P {
    return this.wrap(() => this.findAll()[index] ?? null);
  }

  override loadNow(paths: readonly (readonly string[])[]): void {
    // "items/text" and "text" mean the same here, as in Office.js.
    const wanted = paths.map(path => (path[0] === 'items' ? path.slice(1) : [...path]));
    this.list = this.findAll().map(item => {
      const object = this.wrap(() => item);
      for (const path of wanted) object.loadNow([path.length === 0 ? ['$all'] : path]);
      return object;
    });
  }

  override toJSON(): Record<string, unknown> {
    return { items: this.items.map(item => item.toJSON()) };
  }
}
