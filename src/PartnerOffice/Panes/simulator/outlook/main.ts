import '../page/page.css';
import './outlook.css';
import { choosePeople } from '../page/people';
import { splitter } from '../page/splitter';
import { calendars, faults, profiles, type Calendar, type Fault, type Profile, type Prompt, type Recipient } from './contract';
import { Simulation, type Account } from './simulation';
import { fillTexts, t } from './texts';

const element = <E extends HTMLElement = HTMLInputElement>(id: string): E => document.getElementById(id) as unknown as E;

fillTexts();
let accounts: Account[] = [];
const simulation = new Simulation({ pane: element('pane'), dialog: element<HTMLDialogElement>('dialog'), accounts: () => accounts, draw, say, ask });
window.simulatedOutlook = simulation;
window.simulation = simulation;

splitter(element('splitter'));
bindTools();
bindEvent();
void start();

async function start(): Promise<void> {
  accounts = await fetch('/sandbox/people').then((answer) => (answer.ok ? (answer.json() as Promise<Account[]>) : []), () => []);
  await choosePeople(element<HTMLSelectElement>('person'), (person) => { simulation.person = person; }, say);
  draw();
}

function bindTools(): void {
  const list = <T extends string>(id: string, all: readonly T[], names: Record<T, string>, now: T, choose: (value: T) => void): void => {
    const select = element<HTMLSelectElement>(id);
    select.append(...all.map((one) => new Option(names[one], one)));
    select.value = now;
    select.addEventListener('change', () => choose(select.value as T));
  };
  list<Profile>('profile', profiles, t.profiles, simulation.profile, (value) => { simulation.profile = value; });
  list<Calendar>('calendar', calendars, t.calendars, simulation.calendar, (value) => {
    simulation.calendar = value;
    draw();
  });
  list<Fault>('fault', faults, t.faults, simulation.fault, (value) => { simulation.fault = value; });
  element('fresh').addEventListener('click', () => simulation.fresh());
}

function bindEvent(): void {
  const on = (id: string, change: (input: HTMLInputElement) => void): void => element(id).addEventListener('input', () => change(element(id)));
  on('subject', (input) => { simulation.event.subject = input.value; });
  on('location', (input) => { simulation.event.location = input.value; });
  on('start', (input) => { if (input.value) simulation.event.start = new Date(input.value); });
  on('end', (input) => { if (input.value) simulation.event.end = new Date(input.value); });
  on('private', (input) => { simulation.event.sensitivity = input.checked ? 'private' : 'normal'; });
  element('body').addEventListener('input', () => { simulation.event.html = element('body').innerHTML; });
  for (const name of ['required', 'optional'] as const) {
    element(name).addEventListener('keydown', (event) => {
      const address = element(name).value.trim();
      if ((event as KeyboardEvent).key !== 'Enter') return;
      event.preventDefault();
      if (!address) return;
      simulation.event[name].push({ emailAddress: address, displayName: accounts.find((one) => one.mail === address)?.id ?? address });
      element(name).value = '';
      draw();
    });
  }
  element('event').addEventListener('submit', (event) => {
    event.preventDefault();
    void simulation.send();
  });
}

function draw(): void {
  const { event } = simulation;
  const show = (id: string, value: string): void => {
    if (document.activeElement?.id !== id && element(id).value !== value) element(id).value = value;
  };
  show('subject', event.subject);
  show('location', event.location);
  show('start', local(event.start));
  show('end', local(event.end));
  element('private').checked = event.sensitivity === 'private';
  if (document.activeElement?.id !== 'body' && element('body').innerHTML !== event.html) element('body').innerHTML = event.html;
  for (const name of ['required', 'optional'] as const) element(`${name}-people`).replaceChildren(...event[name].map((one) => chip(one, name)));
  element('owner').textContent = t.inCalendar(simulation.owner || t.unknown);
  element('state').textContent = simulation.isSent ? t.sent : t.draft;
  element('state').classList.toggle('is-unsaved', !simulation.isSent);
  element<HTMLSelectElement>('fault').value = simulation.fault;
}

function chip(one: Recipient, name: 'required' | 'optional'): HTMLElement {
  const row = document.createElement('li');
  const remove = document.createElement('button');
  remove.type = 'button';
  remove.textContent = '×';
  remove.setAttribute('aria-label', t.remove(one.displayName));
  remove.addEventListener('click', () => {
    simulation.event[name] = simulation.event[name].filter((other) => other !== one);
    draw();
  });
  row.title = one.emailAddress;
  row.append(one.displayName || one.emailAddress, remove);
  return row;
}

const local = (moment: Date): string => new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

function ask(prompt: Prompt): Promise<boolean> {
  const dialog = element<HTMLDialogElement>('prompt');
  element('prompt-message').textContent = prompt.errorMessage;
  element('prompt-look').textContent = prompt.cancelLabel ?? t.close;
  return new Promise((resolve) => {
    element('prompt-look').onclick = () => dialog.close('');
    element('prompt-send').onclick = () => dialog.close('send');
    dialog.returnValue = '';
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'send'), { once: true });
    dialog.showModal();
  });
}

let hearing = 0;

/** Says something for a while. */
function say(message: string): void {
  element('message').textContent = message;
  clearTimeout(hearing);
  hearing = window.setTimeout(() => { element('message').textContent = ''; }, 6_000);
}
