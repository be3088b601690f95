// What the page says. The event's own words are the event's.
import { language } from '../texts';

const de = {
  title: 'Outlook (Simulation)',
  badge: 'SIMULATION – nichts verlässt diesen Rechner',
  word: 'Word ansehen',
  tools: 'Werkzeuge',
  person: 'Person',
  profile: 'Outlook für',
  calendar: 'Kalender',
  fault: 'Störung',
  fresh: 'Neuer Termin',
  event: 'Termin',
  send: 'Senden',
  private: 'Privat',
  subject: 'Betreff',
  required: 'Erforderlich',
  optional: 'Optional',
  address: 'Adresse, dann Eingabetaste',
  start: 'Beginn',
  end: 'Ende',
  location: 'Ort',
  body: 'Text der Einladung',
  splitter: 'Breite des Aufgabenbereichs',
  pane: 'Aufgabenbereich',
  paneTitle: 'PartnerOffice zu diesem Termin',
  dialog: 'Dialog',
  close: 'Schließen',
  promptTitle: 'Vor dem Senden',
  promptSend: 'Trotzdem senden',
  draft: 'Entwurf',
  sent: 'Gesendet',
  remove: (name: string) => `${name} entfernen`,
  inCalendar: (owner: string) => `Kalender von ${owner}`,
  sentMessage: (count: number) => `Die Einladung ist an ${count} Adressen gegangen – nur hier in der Simulation.`,
  nobodyInvited: 'Niemand ist eingeladen: Outlook würde nur speichern.',
  unknown: 'nicht erkennbar',
  profiles: { web: 'das Web', classic: 'Windows, klassisch', mac: 'Mac', old: 'Windows, alt (1.3)' },
  calendars: { shared: 'Kreisverband', personal: 'eigener' },
  faults: { none: 'keine', add: 'Eingeladene gehen verloren', save: 'Speichern misslingt zuerst', body: 'Text lässt sich nicht schreiben' },
};

const en: typeof de = {
  title: 'Outlook (simulation)',
  badge: 'SIMULATION – nothing leaves this computer',
  word: 'Look at Word',
  tools: 'Tools',
  person: 'Person',
  profile: 'Outlook for',
  calendar: 'Calendar',
  fault: 'Fault',
  fresh: 'New event',
  event: 'Event',
  send: 'Send',
  private: 'Private',
  subject: 'Subject',
  required: 'Required',
  optional: 'Optional',
  address: 'Address, then Enter',
  start: 'Start',
  end: 'End',
  location: 'Place',
  body: 'Text of the invitation',
  splitter: 'Width of the task pane',
  pane: 'Task pane',
  paneTitle: 'PartnerOffice for this event',
  dialog: 'Dialog',
  close: 'Close',
  promptTitle: 'Before sending',
  promptSend: 'Send anyway',
  draft: 'Draft',
  sent: 'Sent',
  remove: (name: string) => `Remove ${name}`,
  inCalendar: (owner: string) => `Calendar of ${owner}`,
  sentMessage: (count: number) => `The invitation went to ${count} addresses – here in the simulation only.`,
  nobodyInvited: 'Nobody is invited: Outlook would only save.',
  unknown: 'cannot be told',
  profiles: { web: 'the web', classic: 'Windows, classic', mac: 'Mac', old: 'Windows, old (1.3)' },
  calendars: { shared: "the district's", personal: 'personal' },
  faults: { none: 'none', add: 'invited people get lost', save: 'saving fails at first', body: 'text cannot be written' },
};

export const t = { de, en }[language];

/** Puts the texts where the page names them. */
export function fillTexts(): void {
  document.documentElement.lang = language;
  document.title = t.title;
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) element.textContent = t[element.dataset.text as 'title'];
  for (const element of document.querySelectorAll<HTMLElement>('[data-label]')) element.setAttribute('aria-label', t[element.dataset.label as 'title']);
  for (const element of document.querySelectorAll<HTMLInputElement>('[data-placeholder]')) element.placeholder = t[element.dataset.placeholder as 'title'];
}
