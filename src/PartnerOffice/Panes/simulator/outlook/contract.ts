// What the simulated Outlook offers as `window.simulatedOutlook`: to the simulated Office.js in the pane, and to tests.

import type { Person } from '../contract';

export type Profile = 'web' | 'classic' | 'mac' | 'old';
export const profiles: readonly Profile[] = ['web', 'classic', 'mac', 'old'];

export type Calendar = 'shared' | 'personal';
export const calendars: readonly Calendar[] = ['shared', 'personal'];

/** What goes wrong: each as it has happened to people. */
export type Fault = 'none' | 'add' | 'save' | 'body';
export const faults: readonly Fault[] = ['none', 'add', 'save', 'body'];

export interface Recipient { emailAddress: string; displayName: string }

/** The event in the form, as Outlook holds it. */
export interface EventState {
  subject: string;
  start: Date;
  end: Date;
  location: string;
  room: boolean;
  series: boolean;
  required: Recipient[];
  optional: Recipient[];
  html: string;
  sensitivity: string;
  /** What the add-in noted: as long as the window is open, and what is saved with the event. */
  readonly session: Map<string, string>;
  pending: Record<string, unknown>;
  stored: Record<string, unknown>;
}

export interface Prompt { errorMessage: string; cancelLabel?: string; commandId?: string; contextData?: string }

export interface SimulatedOutlook {
  profile: Profile;
  calendar: Calendar;
  fault: Fault;
  readonly language: string;
  readonly calls: string[];
  person: Person | null;
  /** Whose account is signed in to Outlook, and in whose calendar the event lies. */
  readonly account: string;
  readonly owner: string;
  readonly event: EventState;
  readonly isSent: boolean;
  /** What the pane is told about why it was opened. */
  contextData: string;
  /** Shows what the add-in, or somebody else, changed in the event. */
  changed(): void;
  showDialog(url: string, onClosed: () => void): { close(): void; readonly frame: HTMLIFrameElement };
  /** The text of the invitation as people read it. */
  text(): string;
}

declare global {
  interface Window {
    simulatedOutlook?: SimulatedOutlook;
    /** What a script of the add-in registered for events. */
    simulatedActions?: Record<string, (event: { completed(result: { allowEvent: boolean } & Partial<Prompt>): void }) => void>;
  }
}
