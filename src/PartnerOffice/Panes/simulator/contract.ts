// What the simulated Word offers as `window.simulatedWord`: to the simulated Office.js in the pane, and to tests.

import type { WordDocument } from './ooxml/document';
import type { Range } from './ooxml/ranges';

export type Profile = 'web' | 'win-classic' | 'mac' | 'word18' | 'word13';
export const profiles: readonly Profile[] = ['web', 'win-classic', 'mac', 'word18', 'word13'];

export interface Person { readonly district: string; readonly id: string }

export interface Faults {
  /** getFileAsync fails with 11001, as it did for everybody in Word on the web in June 2026. */
  getFile: boolean;
  /** So many of the next syncs fail, and nothing of their batch happens. */
  sync: number;
}

/** One host call: its name as in Office.js, and on what and with what it was made. */
export type Call = readonly [name: string, detail: { readonly on?: string; readonly args?: readonly unknown[] }];

/** One window of Word: a document, where the caret stands, and what its pane listens to. */
export interface Session {
  readonly document: WordDocument;
  readonly settings: Map<string, unknown>;
  url: string;
  selection: Range;
  openFiles: number;
  readonly selectionHandlers: Set<() => void>;
  /** Scrolls there and shows it. */
  select(range: Range, mode: string): void;
}

export interface SimulatedWord {
  profile: Profile;
  readonly language: string;
  readonly calls: Call[];
  readonly faults: Faults;
  person: Person | null;
  /** How many other people have the document open beside this one. */
  others: number;
  readonly selection: { readonly text: string; readonly style: string; readonly control: string | null };
  /** Selects words of the document, as a person would with the mouse. */
  selectText(words: string): boolean;
  load(bytes: Uint8Array, name?: string): void;
  bytes(): Uint8Array;
  text(): string;
  /** A second person edits: changes the document beside the pane. */
  edit<T>(change: (document: WordDocument) => T): T;

  /** The window that a pane belongs to. */
  sessionOf(frame: Window): Session;
  /** Shows another document in a window of its own. */
  open(bytes: Uint8Array, name?: string): void;
  /** Shows a page over the document, as displayDialogAsync does; gives what closes it. */
  showDialog(url: string, onClosed: () => void): { close(): void; readonly frame: HTMLIFrameElement };
}

declare global {
  interface Window {
    simulatedWord?: SimulatedWord;
    /** What the sign-in asks: who sits in front of it, whatever is simulated. */
    simulation?: { person: Person | null };
  }
}
