import { speak } from '../shared/common';
import { de } from './texts.de';

/** Every sentence of the Outlook pane; both languages have the same keys. */
export type Texts = typeof de;

/** The sentences in the language that was chosen. */
export let t: Texts = de;
speak(t);

/** Takes Office's own language, not the browser's. English comes only when it is asked for. */
export async function chooseLanguage(tag: string | undefined): Promise<void> {
  t = !tag || tag.toLowerCase().startsWith('de') ? de : (await import('./texts.en')).en;
  speak(t);
}
