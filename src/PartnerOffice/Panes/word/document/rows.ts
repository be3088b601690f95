import { rowChanges, type Change } from './change';
import { formOf, forms, type FormName } from './tables';
import { clean, styles, tags } from './tags';
import { controlsOf, withWord } from './word';

/** Writes a new row into the first empty one, else below the last; a table that is missing is put into the item's text. */
/** @returns What was written, cell by cell, so that it can be taken back. */
export function addRow(form: FormName, owner: number | null, values: string[]): Promise<Change[]> {
  return withWord(async (context) => {
    const block = owner === null ? null : controlsOf(context.document).getById(owner);
    const tables = block ? block.tables : context.document.body.tables;
    tables.load('items/values');
    await context.sync();

    let index = tables.items.findIndex((table) => formOf(table.values[0] ?? []) === form);
    let row: number;
    if (index >= 0) {
      const table = tables.items[index]!;
      const cells = table.values.slice(1).map((one) => one.map(clean));
      row = cells.findIndex((one) => one.every((cell) => cell === ''));
      if (row >= 0) {
        values.forEach((value, column) => {
          if (value) table.getCell(row + 1, column).value = value;
        });
      } else {
        row = cells.length;
        // A row has the columns that people added, too.
        table.addRows(Word.InsertLocation.end, 1, [[...values, ...table.values[0]!.slice(values.length).map(() => '')]]);
      }
    } else {
      row = 0;
      index = tables.items.length;
      insertTable(await textOf(context, block!), form, values);
    }

    await context.sync();
    return rowChanges({ table: { form, item: owner, index }, row }, values.map(() => ''), values);
  });
}

async function textOf(context: Word.RequestContext, block: Word.ContentControl): Promise<Word.ContentControl> {
  const inner = controlsOf(block);
  inner.load('items/id,items/tag');
  await context.sync();
  return inner.items.find((control) => control.tag === tags.text) ?? block;
}

function insertTable(text: Word.ContentControl, form: FormName, values: string[]): void {
  const heads = forms[form];
  // Word makes one table of two neighbours, and a control that ends with a table cannot be left with the cursor.
  text.insertParagraph('', Word.InsertLocation.end);
  const table = text.insertTable(2, heads.length, Word.InsertLocation.end, [[...heads], values]);
  table.headerRowCount = 1;
  table.style = styles.table;
  text.insertParagraph('', Word.InsertLocation.end);
}
