import { common } from './common';
import { render } from './drawing';
import { Problem } from './problem';
import { say } from './status';
import { undo } from './undo';

let running = false;

export const isBusy = (): boolean => running;

/** Runs one action at a time; what fails becomes a sentence, with "Noch einmal" where that may help. */
export async function work(action: () => Promise<unknown>): Promise<void> {
  if (running) return;
  running = true;
  document.body.setAttribute('aria-busy', 'true');
  try {
    await action();
  } catch (error) {
    report(error, action);
  } finally {
    running = false;
    document.body.removeAttribute('aria-busy');
    render();
  }
}

export function report(error: unknown, action?: () => Promise<unknown>): void {
  if (!(error instanceof Problem)) console.error(error);
  const problem = error instanceof Problem ? error : new Problem('unknown', common.problems.unknown, common.problems.hostRemedy);
  const again = action && problem.mayTryAgain ? { label: common.status.again, press: () => void work(action) } : undefined;
  say({ text: problem.sentence, remedy: problem.remedy, tone: 'bad', offer: again });
}

/** Offers to take the last step back, if there is one. */
export const undoOffer = (takeBack: () => void): { label: string; press: () => void } | undefined => (undo.last ? { label: common.status.undo, press: takeBack } : undefined);

/** Takes the last step back and says so; the host is read again by <c>reread</c>. */
export const takeBackAnd = (reread: () => Promise<void>): Promise<void> =>
  work(async () => {
    const taken = await undo.takeBack();
    await reread();
    if (!taken) return;
    const offer = undoOffer(() => void takeBackAnd(reread));
    if (taken.result === 'done') say({ text: common.status.undone(taken.sentence), tone: 'good', offer });
    else say({ text: common.status.notUndone, tone: 'bad', offer });
    document.getElementById('status-offer')?.focus();
  });
