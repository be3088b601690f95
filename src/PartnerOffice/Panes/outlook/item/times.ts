/** A moment as a clock and a calendar in that zone show it. */
export function inZone(zone: string, moment: Date): { date: string; time: string } {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-CA', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' })
      .formatToParts(moment)
      .map((part) => [part.type, part.value]));
  return { date: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` };
}

/** The moment that a clock in that zone shows; null for what is no day or time. */
export function momentIn(zone: string, date: string, time: string): Date | null {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(wanted)) return null;

  // Twice, since the first guess may lie on the other side of a change of the clocks.
  let moment = wanted;
  for (let round = 0; round < 2; round++) {
    const shown = inZone(zone, new Date(moment));
    moment += wanted - Date.parse(`${shown.date}T${shown.time}:00Z`);
  }
  return new Date(moment);
}

/** The day so many days before or after. */
export const daysFrom = (date: string, days: number): string => new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The last day on which an invitation leaves the whole days of the notice. */
export const lastDay = (date: string, noticeDays: number): string => daysFrom(date, -noticeDays - 1);

/** The zone of the office where nobody has said it yet: this computer's. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
