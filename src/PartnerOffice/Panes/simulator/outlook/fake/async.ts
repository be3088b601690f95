import type { SimulatedOutlook } from '../contract';

/** The simulated Outlook that this window stands in. */
export const outlook: SimulatedOutlook = (window.parent as Window).simulatedOutlook ?? missing();

type Callback = (result: unknown) => void;

/** One call of Office.js: answers later, through the callback that stands last, with a result that succeeded or failed. */
export function answer(name: string, args: readonly unknown[], act: () => unknown): void {
  const callback = args.find((arg): arg is Callback => typeof arg === 'function');
  const options = args.find((arg): arg is { asyncContext?: unknown } => typeof arg === 'object' && arg !== null && 'asyncContext' in arg);
  outlook.calls.push(name);
  setTimeout(() => {
    let result: unknown;
    try {
      result = { status: 'succeeded', value: act(), error: undefined, asyncContext: options?.asyncContext };
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      result = { status: 'failed', value: undefined, error: { code: error.code, name: error.message, message: error.message }, asyncContext: options?.asyncContext };
    }
    callback?.(result);
  });
}

export class CallFailed extends Error {
  constructor(readonly code: number, message: string) {
    super(message);
  }
}

function missing(): never {
  throw new Error('the simulated Office.js works only inside the page "Outlook (Simulation)"');
}
