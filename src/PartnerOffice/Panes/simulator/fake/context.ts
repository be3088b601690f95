import { hold, letGo, type LiveRange } from '../ooxml/live';
import { general, RichApiError } from './errors';
import { record, session, word } from './host';

type Action = () => void;

/** Collects what the pane asks for and does it, in order, when it syncs: as Office.js does. */
export class RequestContext {
  readonly trackedObjects = {
    add: (objects: { track(): unknown } | { track(): unknown }[]): void => [objects].flat().forEach(object => object.track()),
    remove: (objects: { untrack(): unknown } | { untrack(): unknown }[]): void => [objects].flat().forEach(object => object.untrack()),
  };

  private queue: Action[] = [];
  private isRunning = false;
  private hasWritten = false;
  private readonly held = new Set<LiveRange>();
  isOver = false;

  enqueue(action: Action): void {
    // What an action itself asks for (the items of a collection, say) belongs to that action.
    if (this.isRunning) action();
    else this.queue.push(action);
  }

  /** Keeps a range where its text is, until the run is over. */
  hold<R extends LiveRange>(range: R): R {
    this.held.add(range);
    return hold(range);
  }

  over(): void {
    this.isOver = true;
    for (const range of this.held) letGo(range);
    this.held.clear();
  }

  wrote(): void {
    this.hasWritten = true;
  }

  async sync<T>(passThrough?: T): Promise<T> {
    const batch = this.queue;
    this.queue = [];
    record('sync', undefined, [batch.length]);
    // Never at once: what follows a forgotten await must not work here either.
    await new Promise(resolve => setTimeout(resolve));

    if (word.faults.sync > 0) {
      word.faults.sync--;
      throw general('An internal error has occurred. (simulated)', 'RequestContext.sync');
    }
    this.isRunning = true;
    // The caret, too, moves with what the pane writes before it.
    hold(session.selection);
    try {
      for (const action of batch) action();
    } catch (error) {
      if (error instanceof RichApiError || (error as Error).name === 'ApiNotImplementedInSimulator') throw error;
      throw general((error as Error).message, 'RequestContext.sync');
    } finally {
      this.isRunning = false;
      letGo(session.selection);
      // Also after a failure: what came before it in the batch has happened.
      if (this.hasWritten) session.document.changed();
      this.hasWritten = false;
    }
    return passThrough as T;
  }
}

/** Word.run(batch), Word.run(object, batch) and Word.run(objects, batch). */
export async function run<T>(first: unknown, second: ((context: RequestContext) => Promise<T>) | undefined, fresh: () => RequestContext): Promise<T> {
  const batch = second ?? (first as (context: RequestContext) => Promise<T>);
  const given = second ? [first].flat()[0] as { context: RequestContext } | undefined : undefined;
  const context = given?.context ?? fresh();
  context.isOver = false;
  try {
    const result = await batch(context);
    await context.sync();
    return result;
  } finally {
    context.over();
  }
}
