import { speak } from './common';
import { de } from './texts.de';

/** Every sentence of the panes; both languages have the same keys. */
export type Texts = typeof de;

/** The sentences in the language that was chosen. */
export let t: Texts = de;
speak(t);

/** A word of the form in the pane's language; the form's own where it is none of ours. */
export const word = (said: string): string => t.words[said as keyof typeof t.words] ?? said;

export const language = (): string => t.language;

/** Takes Office's own language, not the browser's. English comes only when it is asked for. */
export async function chooseLanguage(tag: string | undefined): Promise<void> {
  t = !tag || tag.toLowerCase().startsWith('de') ? de : (await import('./texts.en')).en;
  speak(t);
}
