import './people.css';
import { button, h } from '../shared/dom';
import { Problem } from '../shared/problem';
import type { SignIn } from '../shared/sign-in';
import { PeopleApi } from './api';
import type { Change, ImportedList, Person, Preview, Register } from './contract';
import { listView } from './list-view';
import { personView } from './person-view';
import { notesOf, previewOf } from './preview';
import { texts } from './texts';

/** The list of the own people, in the place that a page has for it. What is entered holds at once; the page is told, to show it. */
export class PeopleEditor {
  private readonly api: PeopleApi;
  private readonly trouble = h('div');
  private readonly said = h('p.said', { role: 'status' });
  private readonly content = h('div');
  private register!: Register;

  constructor(place: HTMLElement, signIn: SignIn, private readonly changed: () => unknown = () => undefined) {
    this.api = new PeopleApi(signIn);
    place.replaceChildren(h('div.people-editor', this.trouble, this.said, this.content));
  }

  /** Reads the list anew and shows it; the focus goes where it came from. */
  async open(back?: string): Promise<void> {
    await this.attempt(async () => {
      this.register = await this.api.register();
      this.show(listView(this.register, { edit: (person) => this.edit(person), look: (changes) => this.look(changes), read: (file) => this.read(file) }), back);
    });
  }

  private edit(person: Person): void {
    const back = () => this.open(`edit-${person.id}`);
    this.show(personView(this.register, person, (change) => this.look([change], person), () => this.handover(person), back), 'person-name');
  }

  private async look(changes: Change[], person?: Person): Promise<void> {
    await this.attempt(async () => this.ask(await this.api.preview(changes, crypto.randomUUID()), person));
  }

  private async read(file: File): Promise<void> {
    await this.attempt(async () => {
      const list = await this.api.import(await base64Of(file));
      if (list.preview) this.ask(list.preview, undefined, list);
      else this.show(h('div', notesOf(list), h('p', texts().nothingNew), h('p.row', button('back', () => this.open(), texts().back, 'quiet'))), list.notes.length > 0 || list.problem ? 'notes' : 'back');
    });
  }

  private ask(preview: Preview, person?: Person, list?: ImportedList): void {
    const cancel = () => (person ? this.edit(person) : this.open());
    this.show(h('div', list && notesOf(list), previewOf(preview, (key) => this.enter(preview, key, cancel), cancel)), 'consequences');
  }

  private async enter(preview: Preview, key: string, again: () => unknown): Promise<void> {
    try {
      const done = await this.api.enter(preview.changes, preview.digest, key);
      this.trouble.replaceChildren();
      await this.open();
      const names = done.handovers.map((id) => this.register.people.find((one) => one.id === id)).filter((one) => one !== undefined);
      this.said.replaceChildren(texts().entered, ...names.map((one) => button(`handover-${one.id}`, () => this.handover(one), `${texts().handover}: ${one.name}`)));
      await this.changed();
    } catch (error) {
      // Somebody else was quicker: what was seen no longer holds, and is not entered.
      await again();
      this.complain(error);
    }
  }

  private async handover(person: Person): Promise<void> {
    await this.attempt(async () => {
      const url = URL.createObjectURL(await this.api.handover(person.id));
      h('a', { href: url, download: texts().fileOf(person.id) }).click();
      setTimeout(() => URL.revokeObjectURL(url), 10_000);
    });
  }

  private show(view: HTMLElement, focus?: string, isEditing = focus === 'person-name' || focus === 'consequences'): void {
    this.trouble.replaceChildren();
    this.said.replaceChildren();
    this.content.replaceChildren(view);
    // A page that reads itself anew from time to time leaves alone what somebody is in the middle of.
    this.content.toggleAttribute('data-editing', isEditing);
    if (focus) document.getElementById(focus)?.focus();
  }

  private async attempt(what: () => Promise<void>): Promise<void> {
    this.content.setAttribute('aria-busy', 'true');
    try {
      await what();
    } catch (error) {
      this.complain(error);
    } finally {
      this.content.removeAttribute('aria-busy');
    }
  }

  private complain(error: unknown): void {
    const problem = error instanceof Problem ? error : null;
    if (!problem) console.warn(error);
    this.trouble.replaceChildren(h('div.banner.danger', { role: 'alert' },
      h('p.strong', problem?.more.place && `${problem.more.place}: `, problem?.sentence ?? texts().failed), problem?.remedy && h('p', problem.remedy)));
  }
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
