/** German: nobody is addressed, nothing has more than thirty words. */
const de = {
  language: 'de',
  title: 'Übersicht',
  skip: 'Zum Inhalt',
  sections: 'Bereiche',
  parts: { uebersicht: 'Übersicht', personen: 'Personen', einrichtung: 'Einrichtung', 'wer-sieht-was': 'Wer sieht was' },
  sandbox: 'SANDBOX',
  viewAs: 'Ansehen als',
  nobody: 'Person wählen',
  signOut: 'Abmelden',
  signIn: 'Anmelden',
  signInLead: 'Was hier steht, sehen nur die beiden Vorstände. Bitte mit dem Konto des eigenen Kreisverbands anmelden.',
  signInSandbox: 'Alles hier ist erfunden und bleibt auf diesem Rechner. Eine Person wählen und mit ihren Augen sehen.',
  signInAt: (district: string) => `Anmelden bei ${district}`,
  signInFailed: 'Die Anmeldung ist nicht gelungen.',
  signInAgain: 'Bitte noch einmal anmelden.',
  noPeople: 'Die Sandbox nennt niemanden, der sich ansehen ließe.',
  otherLanguage: 'English',
  loading: 'Wird geladen …',
  asOf: (time: string) => `Stand: ${time} Uhr`,
  reload: 'Neu laden',
  print: 'Drucken',
  again: 'Noch einmal versuchen',
  cancel: 'Abbrechen',
  confirm: 'Bestätigen',
  done: 'Erledigt.',
  unknown: 'Das ist nicht gelungen.',
};

/** English: for those whose browser asks for it, or who choose it. */
const en: typeof de = {
  language: 'en',
  title: 'Overview',
  skip: 'To the content',
  sections: 'Sections',
  parts: { uebersicht: 'Overview', personen: 'People', einrichtung: 'Set-up', 'wer-sieht-was': 'Who sees what' },
  sandbox: 'SANDBOX',
  viewAs: 'See it as',
  nobody: 'Choose a person',
  signOut: 'Sign out',
  signIn: 'Sign in',
  signInLead: 'Only the two boards see what is here. Please sign in with the account of the own district.',
  signInSandbox: 'Everything here is invented and stays on this machine. Choose a person, and see with their eyes.',
  signInAt: (district) => `Sign in at ${district}`,
  signInFailed: 'Signing in did not succeed.',
  signInAgain: 'Please sign in again.',
  noPeople: 'The sandbox names nobody with whose eyes one could see.',
  otherLanguage: 'Deutsch',
  loading: 'Loading …',
  asOf: (time) => `As of ${time}`,
  reload: 'Reload',
  print: 'Print',
  again: 'Try again',
  cancel: 'Cancel',
  confirm: 'Confirm',
  done: 'Done.',
  unknown: 'That did not succeed.',
};

const remembered = 'partneroffice.language';

const wanted = (): string => localStorage.getItem(remembered) ?? navigator.language;

/** The sentences of the page. German, unless somebody asks for English. */
export const t = wanted().toLowerCase().startsWith('en') ? en : de;

/** The other language from now on: the page begins anew with it. */
export function changeLanguage(): void {
  localStorage.setItem(remembered, t.language === 'de' ? 'en' : 'de');
  location.reload();
}
