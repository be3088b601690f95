import type { RequestContext } from './context';
import { notLoaded } from './errors';

/** A plain value that a call answers; there after the next sync. */
export class ClientResult<V> {
  private answer: { value: V } | undefined;

  constructor(context: RequestContext, read: () => V) {
    context.enqueue(() => { this.answer = { value: read() }; });
  }

  get value(): V {
    if (!this.answer) throw notLoaded('value', 'ClientResult.value');
    return this.answer.value;
  }
}
