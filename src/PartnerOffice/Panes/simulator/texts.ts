// What the page says. The document's own words are the document's.

const de = {
  title: 'Word (Simulation)',
  badge: 'SIMULATION – nichts verlässt diesen Rechner',
  outlook: 'Outlook ansehen',
  tools: 'Werkzeuge',
  person: 'Person',
  profile: 'Word für',
  style: 'Absatz',
  undo: 'Rückgängig',
  redo: 'Wiederholen',
  save: 'Speichern',
  open: 'Dokument laden',
  download: 'Herunterladen',
  document: 'Dokument',
  paper: 'Text des Dokuments. Mit Escape und dann Tab verlassen; Alt und Pfeil nach unten öffnet eine Auswahl.',
  header: 'Kopfzeile',
  footer: 'Fußzeile',
  splitter: 'Breite des Aufgabenbereichs',
  pane: 'Aufgabenbereich',
  paneOf: (name: string) => `PartnerOffice zu ${name}`,
  dialog: 'Dialog',
  close: 'Schließen',
  choices: (title: string) => `Auswahl für ${title}`,
  saved: 'Gespeichert',
  unsaved: 'Ungespeichert',
  back: (name: string) => `Zurück zu ${name}`,
  others: (count: number) => (count === 1 ? '1 weitere Person bearbeitet mit' : `${count} weitere Personen bearbeiten mit`),
  nobody: 'niemand angemeldet',
  noPeople: 'Die Personen der Sandbox sind nicht zu erreichen.',
  noDocument: 'Das Musterdokument ist nicht zu erreichen. Eine .docx-Datei vom eigenen Rechner laden.',
  notADocument: (name: string) => `${name} ist kein Word-Dokument.`,
  locked: (title: string) => `Das Feld »${title}« ist geschützt.`,
  oneLine: 'Dieses Feld fasst nur eine Zeile.',
  choose: 'Dieses Feld wird aus einer Liste gewählt: anklicken, oder Alt und Pfeil nach unten.',
  edited: 'Eine andere Person hat etwas geändert.',
  shown: 'Die Stelle ist im Dokument markiert.',
  profiles: { web: 'das Web', 'win-classic': 'Windows', mac: 'Mac', word18: 'das Web, älter (1.8)', word13: 'Windows, alt (1.3)' },
};

const en: typeof de = {
  title: 'Word (simulation)',
  badge: 'SIMULATION – nothing leaves this computer',
  outlook: 'Look at Outlook',
  tools: 'Tools',
  person: 'Person',
  profile: 'Word for',
  style: 'Paragraph',
  undo: 'Undo',
  redo: 'Redo',
  save: 'Save',
  open: 'Load a document',
  download: 'Download',
  document: 'Document',
  paper: 'Text of the document. Leave with Escape and then Tab; Alt and arrow down opens a choice.',
  header: 'Header',
  footer: 'Footer',
  splitter: 'Width of the task pane',
  pane: 'Task pane',
  paneOf: (name: string) => `PartnerOffice for ${name}`,
  dialog: 'Dialog',
  close: 'Close',
  choices: (title: string) => `Choice for ${title}`,
  saved: 'Saved',
  unsaved: 'Not saved',
  back: (name: string) => `Back to ${name}`,
  others: (count: number) => (count === 1 ? '1 other person is editing' : `${count} other people are editing`),
  nobody: 'nobody signed in',
  noPeople: "The sandbox's people cannot be reached.",
  noDocument: 'The sample document cannot be reached. Load a .docx file from your computer.',
  notADocument: (name: string) => `${name} is no Word document.`,
  locked: (title: string) => `The field “${title}” is protected.`,
  oneLine: 'This field holds one line only.',
  choose: 'This field is chosen from a list: click it, or press Alt and arrow down.',
  edited: 'Somebody else changed something.',
  shown: 'The place is marked in the document.',
  profiles: { web: 'the web', 'win-classic': 'Windows', mac: 'Mac', word18: 'the web, older (1.8)', word13: 'Windows, old (1.3)' },
};

export const language: 'de' | 'en' = new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'de';
export const t = { de, en }[language];

/** Puts the texts where the page names them. */
export function fillTexts(): void {
  document.documentElement.lang = language;
  document.title = t.title;
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) element.textContent = t[element.dataset.text as 'title'];
  for (const element of document.querySelectorAll<HTMLElement>('[data-label]')) element.setAttribute('aria-label', t[element.dataset.label as 'title']);
}
