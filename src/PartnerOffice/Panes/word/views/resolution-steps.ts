import { t } from '../../shared/texts';
import { app, memory, render } from '../app';
import { rowChanges } from '../document/change';
import { renumbering } from '../document/renumber';
import { nextNumber, resolutionCells, resolutionsIn, type Details, type ResolutionRow, type TypedResolution } from '../document/resolution';
import { valueOf } from '../document/snapshot';
import { rowOf } from '../document/tables';
import { isNothing, tags, words } from '../document/tags';
import { fieldTime, formTime } from '../document/times';
import { chosenItem, proposedAudience, typed } from '../fields';
import { say } from '../../shared/status';
import { add, stale, work, write } from '../work';
import { proposedPresent } from './resolution-form';
import { proposedOutcome } from './resolution-proposals';

export const form = 'resolution';

const keyOf = ({ item, place }: ResolutionRow): string => `${item.control}/${place.table.index}/${place.row}`;

/** Takes a row into the form. */
export function edit(one: ResolutionRow): void {
  const { cells, details } = one;
  const has = (head: string) => !isNothing(cells[head]);
  const entry: Record<string, string> = {
    edit: cells['Nr.'] || t.resolutions.unnumbered,
    row: keyOf(one),
    item: String(one.item.control),
    number: cells['Nr.']!,
    wording: one.wording,
    mover: cells['Antrag von']!,
    // A row without a result waits for its vote.
    counting: has('Ja') || has('Nein') || !has('Ergebnis') ? 'counted' : has('Abstimmung') ? 'uncounted' : cells.Ergebnis === words.deferred ? 'none' : 'uncounted',
    yes: cells.Ja!, no: cells.Nein!, abstained: cells.Enthaltung!, invalid: cells.ungültig!,
    audience: cells.Für!,
    at: fieldTime(details.at), repeats: details.repeats, minority: details.minority,
    others: details.others.join('\n'),
  };
  if (has('anwesend')) entry.present = cells.anwesend!;
  if (has('Abstimmung')) entry.mode = cells.Abstimmung!;
  if (has('Ergebnis')) entry.outcome = cells.Ergebnis!;
  details.excluded.forEach(({ name, reason }, at) => Object.assign(entry, { [`excluded${at}`]: name, [`reason${at}`]: reason }));
  show(entry);
}

/** A vote taken again: the earlier one stays as it is. */
export function repeat(one: ResolutionRow): void {
  show({ item: String(one.item.control), wording: one.wording, mover: one.cells['Antrag von']!, audience: one.cells.Für!, repeats: one.cells['Nr.']! });
}

function show(entry: Record<string, string>): void {
  memory.fill(form, entry);
  render();
  document.getElementById('resolution-title')?.focus();
}

export const enter = (): Promise<void> =>
  work(async () => {
    const entry = collect();
    if (!entry.wording.trim()) return say({ text: t.resolutions.needsWording, tone: 'bad' });
    if (entry.counting === 'counted' && (!entry.figures[0] || !entry.figures[1])) return say({ text: t.resolutions.needsFigures, tone: 'bad' });

    const cells = resolutionCells(entry);
    const sentence = t.resolutions.entered(entry.number || t.resolutions.unnumbered);
    if (typed(form, 'row') ? await overwrite(sentence, cells) : await add('resolutions', chosenItem(form).control, cells, sentence)) memory.clear(form);
  });

export const renumber = (): Promise<void> => work(() => write(t.resolutions.renumbered, renumbering(app.snapshot!)));

async function overwrite(sentence: string, cells: string[]): Promise<boolean> {
  const row = resolutionsIn(app.snapshot!).find((one) => keyOf(one) === typed(form, 'row'));
  // Rows may have moved since: the number says whether it is still the same.
  if (!row || (row.cells['Nr.'] || t.resolutions.unnumbered) !== typed(form, 'edit')) return stale();
  return write(sentence, rowChanges(row.place, rowOf('resolutions', row.cells), cells));
}

function collect(): TypedResolution {
  return {
    number: typed(form, 'number', nextNumber(app.snapshot!, valueOf(app.snapshot!, tags.number))).trim(),
    wording: typed(form, 'wording'),
    mover: typed(form, 'mover').trim(),
    counting: typed(form, 'counting', 'counted') as TypedResolution['counting'],
    figures: [typed(form, 'yes'), typed(form, 'no'), typed(form, 'abstained'), typed(form, 'invalid')],
    present: typed(form, 'present', proposedPresent()),
    mode: typed(form, 'mode', words.open),
    outcome: typed(form, 'outcome', proposedOutcome()),
    audience: typed(form, 'audience', proposedAudience(form)),
    details: details(),
  };
}

function details(): Details {
  const excluded = Array.from({ length: 9 }, (_, at) => ({ name: typed(form, `excluded${at}`).trim(), reason: typed(form, `reason${at}`).trim() }));
  return {
    at: formTime(typed(form, 'at')),
    repeats: typed(form, 'repeats'),
    excluded: excluded.filter((one) => one.name),
    minority: typed(form, 'minority'),
    others: typed(form, 'others').split('\n').filter(Boolean),
  };
}
