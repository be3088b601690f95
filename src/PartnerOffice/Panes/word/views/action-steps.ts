import { t } from '../../shared/texts';
import { app, memory, render, undo } from '../app';
import { actionCells, actionsIn, nextAction, type ActionRow } from '../document/action';
import type { Change } from '../document/change';
import { addRow } from '../document/rows';
import { column, forms, rowOf } from '../document/tables';
import { words } from '../document/tags';
import { isoDay } from '../document/times';
import { typed } from '../fields';
import { say } from '../status';
import { reread, sayDone, work, write } from '../work';
import { actionItem } from './actions';
import { proposedAudience } from './resolution-form';

export const form = 'action';

const keyOf = (one: ActionRow): string => `${one.item.control}/${one.table}/${one.row}`;

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
  work(async () => void (await write(t.actions.stateSet(one.cells['Nr.']!, t.words[state as keyof typeof t.words]), [cell(one, column('actions', 'Stand'), one.cells.Stand!, state)])));

export const enter = (): Promise<void> =>
  work(async () => {
    const item = actionItem()!;
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
      audience: typed(form, 'audience', proposedAudience(item)),
    });
    const sentence = t.actions.entered(number);
    if (typed(form, 'row')) {
      if (!(await overwrite(sentence, cells))) return;
    } else {
      undo.pushChanges(sentence, await addRow('actions', item.control, cells));
      await reread();
      sayDone(sentence);
    }
    memory.clear(form);
  });

async function overwrite(sentence: string, cells: string[]): Promise<boolean> {
  const one = actionsIn(app.snapshot!).find((other) => keyOf(other) === typed(form, 'row') && other.cells['Nr.'] === typed(form, 'edit'));
  if (!one) {
    await reread();
    say({ text: t.status.stale, tone: 'bad' });
    return false;
  }
  const before = rowOf('actions', one.cells);
  return write(sentence, forms.actions.flatMap((_, at) => (before[at] === cells[at] ? [] : [cell(one, at, before[at]!, cells[at]!)])));
}

const cell = (one: ActionRow, at: number, before: string, after: string): Change => ({
  place: { kind: 'cell', table: { form: 'actions', item: one.item.control, index: one.table }, row: one.row, column: at },
  before,
  after,
});
