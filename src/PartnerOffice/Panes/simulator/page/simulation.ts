import { profiles, type Call, type Faults, type Person, type Profile, type Session, type SimulatedWord } from '../contract';
import { parentControl, tagOf } from '../ooxml/controls';
import { WordDocument } from '../ooxml/document';
import { styleIdOf } from '../ooxml/paragraphs';
import { textOf, type Range } from '../ooxml/ranges';
import { language, t } from '../texts';
import { Choices } from './choices';
import { showDialog } from './dialog';
import { Editing } from './editing';
import { Paper } from './paper';
import { WordWindow } from './word-window';

/** What the page around needs to hear. */
export interface Surroundings {
  readonly paper: HTMLElement;
  readonly pane: HTMLElement;
  readonly choices: HTMLElement;
  readonly dialog: HTMLDialogElement;
  say(message: string): void;
  /** The document, its state, or the window changed. */
  refresh(): void;
}

/** The simulated Word itself: `window.simulatedWord`. */
export class Simulation implements SimulatedWord {
  readonly language = language === 'en' ? 'en-US' : 'de-DE';
  readonly calls: Call[] = [];
  readonly faults: Faults = { getFile: false, sync: 0 };
  readonly windows: WordWindow[] = [];

  private readonly paper: Paper;
  private readonly editing: Editing;
  private theProfile: Profile;
  private thePerson: Person | null = null;
  private theOthers = 0;

  constructor(private readonly around: Surroundings) {
    const wanted = new URLSearchParams(location.search).get('profile') as Profile;
    this.theProfile = profiles.includes(wanted) ? wanted : 'web';
    this.paper = new Paper(around.paper);
    this.editing = new Editing(this.paper, () => this.current, message => around.say(message));
    this.editing.onSelected = () => {
      this.paper.unmark();
      around.refresh();
    };
    new Choices(around.choices, this.paper, () => this.current);
  }

  get current(): WordWindow {
    return this.windows.at(-1)!;
  }

  get isOpen(): boolean {
    return this.windows.length > 0;
  }

  get profile(): Profile {
    return this.theProfile;
  }

  /** Another Word: its pane starts anew, as it would there. */
  set profile(profile: Profile) {
    if (!profiles.includes(profile)) throw new Error(`no profile ${profile}; there are ${profiles.join(', ')}`);
    this.theProfile = profile;
    for (const { frame } of this.windows) frame.contentWindow?.location.reload();
    this.around.refresh();
  }

  get person(): Person | null {
    return this.thePerson;
  }

  set person(person: Person | null) {
    this.thePerson = person;
    window.dispatchEvent(new CustomEvent('personchange', { detail: person }));
    this.around.refresh();
  }

  get others(): number {
    return this.theOthers;
  }

  set others(count: number) {
    this.theOthers = count;
    this.around.refresh();
  }

  get url(): string {
    return this.current.url;
  }

  set url(url: string) {
    this.current.url = url;
  }

  get selection(): SimulatedWord['selection'] {
    const { selection, document: doc } = this.current;
    const control = selection.from.within ?? parentControl(selection.from.paragraph);
    return { text: textOf(selection, doc.body), style: doc.styles.displayName(styleIdOf(selection.from.paragraph)), control: control && tagOf(control) };
  }

  load(bytes: Uint8Array, name?: string): void {
    const document_ = opened(bytes, name);
    for (const { document: old, frame } of this.windows.splice(0)) {
      old.close();
      frame.remove();
    }
    this.add(document_);
  }

  open(bytes: Uint8Array, name?: string): void {
    this.add(opened(bytes, name));
  }

  /** Closes the window in front and returns to the one behind. */
  back(): void {
    if (this.windows.length < 2) return;
    const closed = this.windows.pop()!;
    closed.document.close();
    closed.frame.remove();
    this.bringToFront();
  }

  bytes(): Uint8Array {
    return this.current.document.bytes();
  }

  text(): string {
    return this.current.document.text();
  }

  edit<T>(change: (document: WordDocument) => T): T {
    const result = change(this.current.document);
    this.current.document.changed();
    this.around.say(t.edited);
    return result;
  }

  /** Selects words of the document, as a person would with the mouse; for tests. */
  selectText(words: string): boolean {
    const found = find(this.current.document, words);
    if (found) this.current.select(found, 'Select');
    return found !== null;
  }

  sessionOf(frame: Window): Session {
    return this.windows.find(one => one.frame.contentWindow === frame) ?? this.current;
  }

  showDialog(url: string, onClosed: () => void): ReturnType<SimulatedWord['showDialog']> {
    return showDialog(this.around.dialog, url, onClosed);
  }

  private add(document_: WordDocument): void {
    const frame = document.createElement('iframe');
    frame.title = t.paneOf(document_.name);
    const window_ = new WordWindow(document_, frame, range => this.reveal(window_, range));
    document_.listeners.add(() => { if (window_ === this.current) this.redraw(); });
    this.windows.push(window_);
    this.around.pane.append(frame);
    frame.src = new URLSearchParams(location.search).get('pane') ?? `/app/word/taskpane.html?simulated`;
    this.bringToFront();
  }

  private bringToFront(): void {
    for (const one of this.windows) one.frame.hidden = one !== this.current;
    this.paper.open(this.current.document);
    this.around.refresh();
  }

  private redraw(): void {
    if (!this.editing.isQuiet) {
      this.paper.draw();
      if (this.paper.hasFocus) this.paper.place(this.current.selection);
    }
    this.around.refresh();
  }

  private reveal(window_: WordWindow, range: Range): void {
    if (window_ !== this.current) return;
    this.paper.reveal(range);
    this.around.say(t.shown);
  }
}

function opened(bytes: Uint8Array, name?: string): WordDocument {
  const document_ = new WordDocument(bytes, name ?? '');
  if (!name) document_.name = `${document_.properties.get('PartnerOffice.MinutesId') ?? 'Dokument'}.docx`;
  return document_;
}

function find(document_: WordDocument, words: string): Range | null {
  for (const paragraph of document_.paragraphs()) {
    const offset = document_.textOf(paragraph).indexOf(words);
    if (offset >= 0) return { from: { paragraph, offset }, to: { paragraph, offset: offset + words.length } };
  }
  return null;
}
