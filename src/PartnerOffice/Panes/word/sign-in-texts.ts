/** The one sentence of the dialog: it must not wait for all sentences of the pane. */
const sentences = {
  de: 'Die Anmeldung ist auf keinem Weg gelungen.',
  en: 'None of the ways to sign in has worked.',
};

export const failed = (language: string | undefined): string => (language && !/^de/i.test(language) ? sentences.en : sentences.de);
