import { t } from './texts';

export type Part = keyof typeof t.parts;

export const partNames = Object.keys(t.parts) as Part[];

/** The part that the address names. */
export function currentPart(): Part {
  const named = location.hash.slice(1);
  return partNames.find((name) => name === named) ?? 'uebersicht';
}
