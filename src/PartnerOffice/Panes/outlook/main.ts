import '../shared/tokens.css';
import '../shared/base.css';
import '../shared/pane.css';
import './pane.css';
import { simulation } from '../shared/sign-in';
import { isBusy, report } from '../shared/work';
import { app, drawWith, render } from './app';
import { lookAgain } from './check';
import { reread } from './read';
import { signIn, signOut } from './session';
import { drawShell, open, openShell } from './shell';
import { chooseLanguage, t } from './texts';
import { views } from './views';

void start();

async function start(): Promise<void> {
  // Asked at once: Outlook shows an error when a pane waits with it.
  await Office.onReady();
  await chooseLanguage(Office.context.displayLanguage);
  document.documentElement.lang = t.language;
  openShell(document.getElementById('pane')!);
  drawWith(drawShell);
  render();

  // The appointment does not wait for the service: without it everything but the service works (R40).
  await reread().catch((error: unknown) => report(error));
  render();
  listen();
  const entered = signIn();
  openWhatWasAsked();
  await entered;
}

function listen(): void {
  // The appointment is edited beside the pane: whoever comes back sees what stands there now.
  document.addEventListener('visibilitychange', () => void look());
  window.addEventListener('focus', () => void look());
  window.addEventListener('online', () => app.serviceProblem && void signIn());
  simulation()?.addEventListener('personchange', () => {
    signOut();
    void signIn();
  });
}

// The question at the moment of sending leads here, to what it found.
function openWhatWasAsked(): void {
  const context = (Office.context.mailbox?.item as unknown as { getInitializationContextAsync?: (answer: (result: Office.AsyncResult<string>) => void) => void } | undefined);
  context?.getInitializationContextAsync?.((result) => {
    if (result.status === Office.AsyncResultStatus.Succeeded && result.value?.includes('check')) {
      open('check');
      void lookAgain();
    }
  });
}

async function look(): Promise<void> {
  const isTyping = document.activeElement?.matches('input, textarea, select, dialog *') ?? false;
  if (isBusy() || isTyping || document.hidden) return;
  await reread().catch(() => undefined);
  await views[app.tab].opened?.();
  render();
}
