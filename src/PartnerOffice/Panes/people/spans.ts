import { language } from '../shared/texts';
import { texts } from './texts';

/** A day as people read it. */
export const dayOf = (iso: string): string => new Date(`${iso}T12:00`).toLocaleDateString(language() === 'en' ? 'en-GB' : 'de-DE', { day: '2-digit', month: '2-digit', year: 'numeric' });

/** From when to when something holds; both days belong to it. */
export function spanOf(span: { from: string; until?: string | null }, today: string): string {
  const t = texts();
  if (span.until) return t.span(dayOf(span.from), dayOf(span.until));
  return span.from > today ? t.from(dayOf(span.from)) : t.since(dayOf(span.from));
}
