import { ApiNotImplementedInSimulator } from './errors';

// What the language itself, a promise or a debugger asks any object for.
const silent = new Set(['then', 'toJSON', 'constructor', 'prototype', 'nodeType', '$$typeof', 'length', 'name', 'valueOf', 'toString', 'hasOwnProperty']);

/** An object that says so when it is asked for something that the simulation does not have. */
export function guarded<T extends object>(object: T, path: string): T {
  return new Proxy(object, {
    get(target, name, receiver) {
      if (typeof name === 'symbol' || name in target || silent.has(name)) return Reflect.get(target, name, receiver) as unknown;
      throw new ApiNotImplementedInSimulator(`${path}.${name}`);
    },
  });
}
