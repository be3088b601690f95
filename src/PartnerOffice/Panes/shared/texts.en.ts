import type { Texts } from './texts';
import { de } from './texts.de';
export const en: Texts = de;
