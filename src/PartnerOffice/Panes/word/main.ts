import '../shared/tokens.css';
import '../shared/base.css';
import '../shared/pane.css';
import './pane.css';
import { simulation } from '../shared/sign-in';
import { chooseLanguage, t } from '../shared/texts';
import { isBusy } from '../shared/work';
import { app, drawWith, render } from './app';
import { loadLater } from './later';
import { signIn } from './session';
import { drawShell, openShell } from './shell';
import { views } from './views';
import { report, reread } from './work';

void start();

async function start(): Promise<void> {
  // Asked at once: Word shows an error when a pane waits with it.
  await Office.onReady();
  await chooseLanguage(Office.context.displayLanguage);
  document.documentElement.lang = t.language;
  openShell(document.getElementById('pane')!);
  drawWith(drawShell);
  render();

  // The document does not wait for the service: without it everything but the service works (R40).
  await firstLook();
  listen();
  loadLater();
  await signIn();
}

async function firstLook(): Promise<void> {
  await reread().catch((error: unknown) => report(error));
  render();
}

function listen(): void {
  // Others write in the document too: whoever comes back to the pane sees what stands there now.
  document.addEventListener('visibilitychange', () => void look());
  window.addEventListener('focus', () => void look());
  window.addEventListener('online', () => app.serviceProblem && void signIn());
  simulation()?.addEventListener('personchange', () => {
    Object.assign(app, { me: null, check: null, edition: null, released: null, mayNotRelease: null, meeting: null, recall: null });
    void signIn().then(() => views[app.tab].opened?.());
  });
}

async function look(): Promise<void> {
  const isTyping = document.activeElement?.matches('input, textarea, select, dialog *') ?? false;
  if (isBusy() || isTyping || document.hidden) return;
  await reread().catch(() => undefined);
  render();
}
