import { t } from '../../shared/texts';
import { words } from '../document/tags';
import { typed } from '../fields';
import { proposedPresent } from './resolution-form';

const form = 'resolution';
const figure = (name: string): number | null => (/^\d+$/.test(typed(form, name)) ? Number(typed(form, name)) : null);

/** What the figures suggest; a person may say otherwise, and the check asks. */
export function proposedOutcome(): string {
  const [yes, no] = [figure('yes'), figure('no')];
  if (yes === null || no === null || typed(form, 'counting', 'counted') !== 'counted') return words.unanimous;
  return no === 0 && yes > 0 ? words.unanimous : yes > no ? words.adopted : words.rejected;
}

/** Figures that do not add up are worth a look, never a wall: minutes record what happened (R6). */
export function sumHint(): string | null {
  const figures = ['yes', 'no', 'abstained', 'invalid'].map(figure);
  const present = Number(typed(form, 'present', proposedPresent())) || null;
  if (figures.every((one) => one === null) || present === null) return null;

  const cast = figures.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  if (cast > present) return t.resolutions.tooMany(cast, present);
  return figures[0] !== null && figures[1] !== null && cast < present ? t.resolutions.tooFew(cast, present) : null;
}
