import type { RequestContext } from './context';
import { apiNotFound, ApiNotImplementedInSimulator, invalid, notFound, notLoaded, RichApiError } from './errors';
import { isSetSupported, record } from './host';

/** A plain value of an object: how it is read at a sync and, where it can be written, how it is written. */
export interface Scalar<T> {
  read(target: T): unknown;
  write?(target: T, value: never): void;
  /** The version of WordApi that brought it, where that is later than 1.3. */
  since?: string;
}

export type Scalars<T> = Readonly<Record<string, Scalar<T>>>;
export type Resolve<T> = () => T | null;

const own = new Set(['then', 'toJSON', 'constructor', '$$typeof', 'nodeType', 'length', 'name']);

/**
 * A stand-in for something in the document. It knows nothing before a sync: reading what was not loaded throws,
 * writing waits. Asked for what the simulation does not have, it says so.
 */
export abstract class ClientObject<T> {
  // On the prototype, since an object made inside a sync is used before its fields exist.
  abstract get kind(): string;
  abstract get scalars(): Scalars<T>;

  protected found: T | null | undefined;
  private readonly loaded = new Map<string, unknown>();
  private readonly related = new Map<string, unknown>();
  private isTracked = false;

  constructor(readonly context: RequestContext, private readonly resolve: Resolve<T>, private readonly orNull = false) {
    const self = guard(this);
    context.enqueue(() => this.settle());
    return self;
  }

  // Once: in its turn, or earlier where a load of its owner asks for it.
  private settle(): void {
    if (this.found !== undefined) return;
    this.found = this.resolve();
    if (this.found === null && !this.orNull) throw notFound(this.kind);
  }

  get isNullObject(): boolean {
    if (this.found === undefined) throw notLoaded('isNullObject', this.kind);
    return this.found === null;
  }

  /** Names what is to be there after the next sync. Everything, where nothing is named. */
  load(what?: unknown): this {
    const paths = pathsOf(what);
    this.alive();
    this.context.enqueue(() => this.loadNow(paths));
    return this;
  }

  /** Loads at once: only inside a sync. */
  loadNow(paths: readonly (readonly string[])[]): void {
    this.settle();
    if (this.found == null) return;
    for (const [name, ...rest] of paths) {
      if (name === undefined || name === '$all' || name === '*') {
        for (const [key, scalar] of Object.entries(this.scalars)) if (!scalar.since || isSetSupported('WordApi', scalar.since)) this.loaded.set(key, scalar.read(this.found));
        continue;
      }
      const scalar = this.scalars[name];
      if (scalar) {
        if (scalar.since) this.needs(scalar.since, name);
        this.loaded.set(name, scalar.read(this.found));
      } else if (name === 'isNullObject') continue;
      else {
        const next = (this as Record<string, unknown>)[name];
        if (!(next instanceof ClientObject)) throw invalid(`The property '${name}' does not exist on the object '${this.kind}'.`, `${this.kind}.load`);
        next.loadNow([rest]);
      }
    }
  }

  set(properties: Record<string, unknown>): void {
    for (const [name, value] of Object.entries(properties)) (this as Record<string, unknown>)[name] = value;
  }

  track(): this {
    this.isTracked = true;
    return this;
  }

  untrack(): this {
    this.isTracked = false;
    return this;
  }

  toJSON(): Record<string, unknown> {
    return Object.fromEntries(this.loaded);
  }

  /** What this stands for: only inside a sync. */
  get target(): T {
    if (this.found == null) throw notFound(this.kind);
    return this.found;
  }

  get targetOrNull(): T | null {
    return this.found ?? null;
  }

  /** How a test recognizes it in `simulatedWord.calls`. */
  label(): string | undefined {
    return undefined;
  }

  readScalar(name: string): unknown {
    if (!this.loaded.has(name)) throw notLoaded(name, `${this.kind}.${name}`);
    return this.loaded.get(name);
  }

  writeScalar(name: string, value: unknown): void {
    const scalar = this.scalars[name]!;
    if (!scalar.write) throw new RichApiError('ReadOnly', `${this.kind}.${name} cannot be written`, `${this.kind}.${name}`);
    this.loaded.set(name, value);
    this.act(`${name}=`, [value], target => {
      if (scalar.since) this.needs(scalar.since, name);
      scalar.write!(target, value as never);
    });
  }

  /** Queues a call that changes the document. */
  protected act(name: string, args: readonly unknown[], action: (target: T) => void): void {
    this.alive();
    this.context.enqueue(() => {
      record(`${this.kind}.${name}`, this.found == null ? undefined : this.label(), args);
      action(this.target);
      this.context.wrote();
    });
  }

  /** Queues a call that only looks or shows. */
  protected look(name: string, args: readonly unknown[], action: (target: T) => void): void {
    this.alive();
    this.context.enqueue(() => {
      record(`${this.kind}.${name}`, this.found == null ? undefined : this.label(), args);
      action(this.target);
    });
  }

  /** A call that changes the document and gives what came of it. */
  protected made<R, P>(name: string, args: readonly unknown[], wrap: (context: RequestContext, resolve: Resolve<R>) => P, action: (target: T) => R): P {
    this.alive();
    return wrap(this.context, () => {
      record(`${this.kind}.${name}`, this.found == null ? undefined : this.label(), args);
      const result = action(this.target);
      this.context.wrote();
      return result;
    });
  }

  /** A neighbouring object: the same each time it is asked for. */
  protected once<P>(name: string, create: () => P): P {
    if (!this.related.has(name)) {
      this.alive();
      this.related.set(name, create());
    }
    return this.related.get(name) as P;
  }

  /** Throws, as Word does, where this version lacks a member. */
  protected needs(version: string, member: string, set = 'WordApi'): void {
    if (!isSetSupported(set, version)) throw apiNotFound(`${this.kind}.${member}`, `${set} ${version}`);
  }

  private alive(): void {
    if (this.context.isOver && !this.isTracked) {
      throw new RichApiError('InvalidObjectPath', `The object path of this ${this.kind} isn't working anymore: Word.run has ended. Use it inside, or track it.`, this.kind);
    }
  }
}

function guard<O extends ClientObject<unknown>>(object: O): O {
  return new Proxy(object, {
    get(target, name, receiver) {
      if (typeof name === 'string') {
        if (Object.hasOwn(target.scalars, name)) return target.readScalar(name);
        if (!(name in target) && !own.has(name)) throw new ApiNotImplementedInSimulator(`Word.${target.kind}.${name}`);
      }
      return Reflect.get(target, name, receiver) as unknown;
    },
    set(target, name, value, receiver) {
      if (typeof name === 'string') {
        if (Object.hasOwn(target.scalars, name)) {
          target.writeScalar(name, value);
          return true;
        }
        if (!(name in target)) throw new ApiNotImplementedInSimulator(`Word.${target.kind}.${name}=`);
      }
      return Reflect.set(target, name, value, receiver);
    },
  });
}

/** "a,b/c", ["a"], { a: true, b: { c: true } } and { select, expand } as lists of names. */
export function pathsOf(what: unknown): string[][] {
  if (what === undefined || what === null) return [['$all']];
  if (typeof what === 'string') return what.split(',').map(path => path.trim().split('/')).filter(path => path[0] !== '');
  if (Array.isArray(what)) return what.flatMap(pathsOf);
  if (typeof what === 'object') {
    const { select, expand, ...rest } = what as Record<string, unknown>;
    if (select !== undefined || expand !== undefined) return [...(select === undefined ? [] : pathsOf(select)), ...(expand === undefined ? [] : pathsOf(expand))];
    return Object.entries(rest).filter(([name, value]) => value !== false && !['top', 'skip'].includes(name))
      .flatMap(([name, value]) => value === true ? [[name]] : pathsOf(value).map(path => [name, ...path]));
  }
  return [];
}
