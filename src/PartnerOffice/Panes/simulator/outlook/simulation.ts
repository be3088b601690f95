import type { Person } from '../contract';
import { showDialog } from '../page/dialog';
import { language } from '../texts';
import { calendars, profiles, type Calendar, type EventState, type Fault, type Profile, type Prompt, type SimulatedOutlook } from './contract';
import { t } from './texts';

/** A person of the sandbox with the addresses that Outlook knows. */
export interface Account extends Person { readonly mail: string; readonly mailbox: string }

export interface Surroundings {
  readonly pane: HTMLElement;
  readonly dialog: HTMLDialogElement;
  readonly accounts: () => readonly Account[];
  draw(): void;
  say(message: string): void;
  /** Asks whether to send anyway. */
  ask(prompt: Prompt): Promise<boolean>;
}

/** The simulated Outlook itself: `window.simulatedOutlook`. */
export class Simulation implements SimulatedOutlook {
  readonly language = language === 'en' ? 'en-US' : 'de-DE';
  readonly calls: string[] = [];
  fault: Fault = 'none';
  event = freshEvent();
  isSent = false;
  contextData = '';
  private theProfile: Profile;
  private theCalendar: Calendar;
  private thePerson: Person | null = null;
  private frame: HTMLIFrameElement | null = null;

  constructor(private readonly around: Surroundings) {
    const query = new URLSearchParams(location.search);
    this.theProfile = profiles.find((one) => one === query.get('profile')) ?? 'web';
    this.theCalendar = calendars.find((one) => one === query.get('calendar')) ?? 'shared';
  }

  get profile(): Profile {
    return this.theProfile;
  }

  /** Another Outlook: its pane starts anew, as it would there. */
  set profile(profile: Profile) {
    this.theProfile = profile;
    this.openPane();
  }

  get calendar(): Calendar {
    return this.theCalendar;
  }

  set calendar(calendar: Calendar) {
    this.theCalendar = calendar;
    this.openPane();
  }

  get person(): Person | null {
    return this.thePerson;
  }

  set person(person: Person | null) {
    const isOther = person?.district !== this.thePerson?.district;
    this.thePerson = person;
    window.dispatchEvent(new CustomEvent('personchange', { detail: person }));
    if (isOther) this.openPane();
    this.around.draw();
  }

  get account(): string {
    return this.own?.mail ?? '';
  }

  get owner(): string {
    return (this.theCalendar === 'shared' ? this.own?.mailbox : this.own?.mail) ?? '';
  }

  text(): string {
    const page = document.createElement('div');
    page.innerHTML = this.event.html.replace(/<\/(?:p|div|li)>|<br>/g, '$&\n');
    return page.textContent ?? '';
  }

  changed(): void {
    this.around.draw();
  }

  fresh(): void {
    this.event = freshEvent();
    this.isSent = false;
    this.openPane();
    this.around.draw();
  }

  openPane(contextData = ''): void {
    this.contextData = contextData;
    this.frame?.remove();
    this.frame = document.createElement('iframe');
    this.frame.title = t.paneTitle;
    this.frame.src = `/app/outlook/taskpane.html?simulated&district=${this.thePerson?.district ?? ''}`;
    this.around.pane.append(this.frame);
  }

  /** Sends as Outlook does: asks the add-in's script, shows what it says, and lets the person decide. */
  async send(): Promise<void> {
    if (this.event.required.length + this.event.optional.length === 0) return this.around.say(t.nobodyInvited);
    // An Outlook before 1.12 knows no such event.
    const prompt = this.theProfile === 'old' ? null : await this.askScript();
    if (prompt && !(await this.around.ask(prompt))) return prompt.commandId ? this.openPane(prompt.contextData) : undefined;

    this.isSent = true;
    this.around.draw();
    this.around.say(t.sentMessage(this.event.required.length + this.event.optional.length));
  }

  showDialog(url: string, onClosed: () => void): ReturnType<SimulatedOutlook['showDialog']> {
    return showDialog(this.around.dialog, url, onClosed);
  }

  private get own(): Account | undefined {
    return this.around.accounts().find((one) => one.id === this.thePerson?.id && one.district === this.thePerson.district);
  }

  // In a window of its own without anything but the script, as Outlook runs it.
  private askScript(): Promise<Prompt | null> {
    return new Promise((resolve) => {
      const runtime = document.createElement('iframe');
      runtime.hidden = true;
      runtime.src = '/app/outlook/events.html?simulated';
      runtime.addEventListener('load', () => {
        const act = runtime.contentWindow?.simulatedActions?.['onAppointmentSend'];
        if (!act) throw new Error('events.js has registered nothing');
        act({
          completed: (result) => {
            // The script's last call returns first.
            setTimeout(() => runtime.remove());
            resolve(result.allowEvent ? null : (result as unknown as Prompt));
          },
        });
      });
      document.body.append(runtime);
    });
  }
}

// Three weeks ahead, on a Tuesday evening.
function freshEvent(): EventState {
  const start = new Date();
  start.setDate(start.getDate() + 21 + ((9 - start.getDay()) % 7));
  start.setHours(19, 0, 0, 0);
  return {
    subject: '', start, end: new Date(start.getTime() + 2.5 * 3_600_000), location: '', room: false, series: false,
    required: [], optional: [], html: '', sensitivity: 'normal', session: new Map(), pending: {}, stored: {},
  };
}
