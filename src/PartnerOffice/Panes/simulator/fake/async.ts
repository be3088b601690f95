// The calls of the older kind: they answer through a callback, with a result that succeeded or failed.

import { record } from './host';

export interface Failure { readonly code: number; readonly name: string; readonly message: string }
export interface AsyncResult<T> { readonly status: 'succeeded' | 'failed'; readonly value: T; readonly error: Failure; readonly asyncContext: unknown }
export type Callback<T> = (result: AsyncResult<T>) => void;

/** Finds options and callback wherever they stand: both may be left out. */
export function answer<T>(name: string, args: readonly unknown[], work: () => T): void {
  const callback = args.find((arg): arg is Callback<T> => typeof arg === 'function');
  const options = args.find((arg): arg is { asyncContext?: unknown } => typeof arg === 'object' && arg !== null);
  record(name, undefined, args.filter(arg => typeof arg !== 'function'));
  setTimeout(() => {
    let result: AsyncResult<T>;
    try {
      result = { status: 'succeeded', value: work(), error: undefined as never, asyncContext: options?.asyncContext };
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      result = { status: 'failed', value: undefined as never, error: error.failure, asyncContext: options?.asyncContext };
    }
    callback?.(result);
  });
}

/** Says why a call fails: with the code and the words of Office.js. */
export class CallFailed extends Error {
  readonly failure: Failure;

  constructor(code: number, name: string, message: string) {
    super(message);
    this.failure = { code, name, message };
  }
}
