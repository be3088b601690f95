import '../shared/tokens.css';
import '../shared/base.css';
import './overview.css';
import './print.css';
import { newKey } from '../shared/service';
import { h } from '../shared/dom';
import { Problem } from '../shared/problem';
import { chooseLanguage } from '../shared/texts';
import { OverviewApi } from './api';
import { ask } from './ask';
import { Frame } from './frame';
import { currentPart } from './parts';
import { Session } from './session';
import { signInView } from './sign-in-view';
import { t } from './texts';

const looksAgain = 1_500;
const isOld = 60_000;

const page = document.getElementById('page')!;
let session: Session | null = null;
let api: OverviewApi;
let frame: Frame;
let reading = new AbortController();
let readAt = 0;
let polling = 0;

void start();

async function start(): Promise<void> {
  document.documentElement.lang = t.language;
  await chooseLanguage(t.language);
  draw();
  try {
    session = await Session.open();
    api = new OverviewApi(session.signIn);
    draw();
    await enter();
  } catch (error) {
    complain(error);
  }
  addEventListener('hashchange', () => void open());
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && session?.isSignedIn && Date.now() - readAt > isOld && !isEditing()) void show(false);
  });
  page.addEventListener('click', (event) => {
    const pressed = (event.target as Element).closest<HTMLElement>('[data-act]');
    if (pressed && pressed.getAttribute('aria-disabled') !== 'true') void act(pressed);
  });
}

function draw(): void {
  frame = new Frame(page, session, { reload: () => show(false), changePerson: () => restart(), again: () => (session ? show(true) : location.reload()) });
}

async function restart(): Promise<void> {
  draw();
  await enter();
  document.getElementById('person')?.focus();
}

async function enter(): Promise<void> {
  if (session!.isSignedIn) await show(true);
  else frame.content.replaceChildren(signInView(session!, restart));
}

/** Another part was chosen: the focus goes to its heading. */
async function open(): Promise<void> {
  if (!session?.isSignedIn) return;
  frame.mark();
  await show(true);
  frame.content.querySelector<HTMLElement>('h1')?.focus();
}

/** Reads the current part from the service. */
async function show(isNew: boolean): Promise<void> {
  clearTimeout(polling);
  reading.abort();
  const mine = (reading = new AbortController());
  if (isNew) frame.content.replaceChildren(h('p.loading', t.loading));
  frame.busy(true);
  try {
    const html = await api.part(currentPart(), mine.signal);
    if (mine.signal.aborted) return;
    frame.calm();
    put(html);
    frame.readAt(new Date());
    readAt = Date.now();
  } catch (error) {
    if (mine.signal.aborted) return;
    if (isNew) frame.content.replaceChildren();
    complain(error);
  }
  frame.busy(false);
}

// What had the focus keeps it, and what was opened stays open.
function put(html: string): void {
  const focused = document.activeElement;
  const had = focused && frame.content.contains(focused) ? focused.id : null;
  const isOpen = [...frame.content.querySelectorAll('details')].map((details) => details.open);
  frame.content.innerHTML = html;
  frame.content.querySelectorAll('details').forEach((details, index) => (details.open = isOpen[index] ?? false));
  if (had !== null) (document.getElementById(had) ?? frame.content.querySelector<HTMLElement>('h1'))?.focus();
  const place = frame.content.querySelector<HTMLElement>('[data-people-editor]');
  if (place) void edit(place);
  if (frame.content.querySelector('[data-poll]')) polling = window.setTimeout(() => void follow(), looksAgain);
}

// Only whoever may change the own people loads what that takes.
async function edit(place: HTMLElement): Promise<void> {
  const { PeopleEditor } = await import('../people/editor');
  await new PeopleEditor(place, session!.signIn, () => readAbove(place)).open();
}

/** What stands above the editor is read anew when something was entered; the editor itself goes on. */
async function readAbove(place: HTMLElement): Promise<void> {
  const fresh = document.createElement('template');
  fresh.innerHTML = await api.part(currentPart(), reading.signal);
  const sides = fresh.content.querySelector('.sides');
  if (sides) place.parentElement?.querySelector('.sides')?.replaceWith(sides);
}

const isEditing = (): boolean => frame.content.querySelector('[data-editing], .people-editor details[open]') !== null;

// A check of the set-up goes on: looked at again until it is done, and said once.
async function follow(): Promise<void> {
  await show(false);
  if (!frame.content.querySelector('[data-poll]')) frame.say(frame.content.querySelector('.summary')?.textContent ?? '');
}

async function act(pressed: HTMLElement): Promise<void> {
  const { act: what, delivery, ask: question } = pressed.dataset;
  if (question && !(await ask(question))) return;
  pressed.setAttribute('aria-disabled', 'true');
  try {
    if (what === 'checkup') {
      await api.checkup(newKey());
    } else {
      const answer = await api.settle(delivery!, what as 'hold' | 'start' | 'confirmation', newKey());
      frame.say(answer.sentence);
      if (what === 'start') void watch(delivery!);
    }
    await show(false);
  } catch (error) {
    pressed.removeAttribute('aria-disabled');
    complain(error);
  }
}

/** Follows what was started until it rests. */
async function watch(delivery: string): Promise<void> {
  const shown = currentPart();
  try {
    for await (const now of api.events(delivery, AbortSignal.timeout(120_000))) frame.say(now.sentence);
    if (currentPart() === shown) await show(false);
  } catch {
    // It goes on whether anybody looks or not; the next look shows it.
  }
}

function complain(error: unknown): void {
  if (error instanceof Problem && error.code === 'sign-in' && session && !session.settings.sandbox) frame.content.replaceChildren(signInView(session, restart));
  if (error instanceof Problem) frame.complain(error.sentence, error.remedy, error.mayTryAgain);
  else {
    console.warn(error);
    frame.complain(t.unknown, '', true);
  }
}
