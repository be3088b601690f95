import type { RequestContext } from './context';
import { record, session } from './host';

type Handler = (args: Record<string, unknown>) => unknown;

/** An event of an object: handlers are heard from the next sync on, and called when what they watch reads otherwise. */
export class EventHandlers {
  private readonly stops = new Map<Handler, () => void>();

  constructor(
    private readonly context: RequestContext,
    private readonly name: string,
    private readonly target: () => Element,
    private readonly look: (element: Element) => string,
    private readonly tell: (element: Element) => Record<string, unknown>,
  ) {}

  add(handler: Handler): { remove(): void; context: RequestContext } {
    this.context.enqueue(() => {
      record(`${this.name}.add`);
      const element = this.target();
      let before = this.look(element);
      const listener = (): void => {
        const now = this.look(element);
        if (now === before) return;
        before = now;
        handler({ eventType: this.name, source: 'Local', ...this.tell(element) });
      };
      session.document.listeners.add(listener);
      this.stops.set(handler, () => session.document.listeners.delete(listener));
    });
    return { context: this.context, remove: () => this.remove(handler) };
  }

  remove(handler: Handler): void {
    this.context.enqueue(() => {
      this.stops.get(handler)?.();
      this.stops.delete(handler);
    });
  }
}
