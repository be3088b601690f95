import { t, word } from '../../shared/texts';
import { app, memory, render } from '../app';
import { actionCells, actionsIn, nextAction, type ActionRow } from '../document/action';
import { rowChanges } from '../document/change';
import { rowOf } from '../document/tables';
import { words } from '../document/tags';
import { isoDay } from '../document/times';
import { chosenItem, proposedAudience, typed } from '../fields';
import { say } from '../../shared/status';
import { add, stale, work, write } from '../work';

export const form = 'action';

const keyOf = ({ item, place }: ActionRow): string => `${item.control}/${place.table.index}/${place.row}`;

export function edit(one: ActionRow): void {
  const { cells } = one;
  memory.fill(form, {
    edit: cells['Nr.']!, row: keyOf(one), item: String(one.item.control), what: cells.Aufgabe!, who: cells.Zuständig!, due: isoDay(cells.Fällig!), dueWords: isoDay(cells.Fällig!) ? '' : cells.Fällig!,
    state: cells.Stand!, resolution: cells.Beschluss!, audience: cells.Für!,
  });
  render();
  document.getElementById('action-title')?.focus();
}

export const setState = (one: ActionRow, state: string): Promise<void> =>
  work(() => write(t.actions.stateSet(one.cells['Nr.']!, word(state)), rowChanges(one.place, rowOf('actions', one.cells), rowOf('actions', { ...one.cells, Stand: state }))));

export const enter = (): Promise<void> =>
  work(async () => {
    const number = typed(form, 'edit') || nextAction(app.snapshot!);
    if (!typed(form, 'what').trim()) return say({ text: t.actions.needsWhat, tone: 'bad' });

    const cells = actionCells({
      number,
      what: typed(form, 'what'),
      who: typed(form, 'who').trim(),
      due: typed(form, 'due'),
      dueWords: typed(form, 'dueWords'),
      state: typed(form, 'state', words.open),
      resolution: typed(form, 'resolution'),
      audience: typed(form, 'audience', proposedAudience(form)),
    });
    const sentence = t.actions.entered(number);
    if (typed(form, 'row') ? await overwrite(sentence, cells) : await add('actions', chosenItem(form).control, cells, sentence)) memory.clear(form);
  });

async function overwrite(sentence: string, cells: string[]): Promise<boolean> {
  const one = actionsIn(app.snapshot!).find((other) => keyOf(other) === typed(form, 'row') && other.cells['Nr.'] === typed(form, 'edit'));
  return one ? write(sentence, rowChanges(one.place, rowOf('actions', one.cells), cells)) : stale();
}
