import { applyChanges, type Change } from './change';
import { isBlank } from './tables';
import { clean, hasSign } from './tags';
import type { Item } from './snapshot';
import { controlsOf, withWord } from './word';

/** Exchanges what stands in two blocks; the numbers stay where they are. */
/** @returns why not, where there is more than plain paragraphs: lists, formats and filled tables would suffer. */
export async function swap(one: Item, other: Item): Promise<'moved' | 'not-plain' | 'stale'> {
  if (![one, other].every((item) => item.tables.every((table) => table.rows.every(isBlank)))) return 'not-plain';

  const result = await swapTexts(one, other);
  if (result !== 'moved') return result;
  return (await applyChanges(heads(one, other))) === 'written' ? 'moved' : 'stale';
}

function heads(one: Item, other: Item): Change[] {
  const pairs = [
    [one.title, other.title, 'text'],
    [one.audienceControl, other.audienceControl, 'choice'],
    [one.statusControl, other.statusControl, 'choice'],
  ] as const;
  return pairs.flatMap(([a, b, kind]): Change[] =>
    a && b && a.text !== b.text
      ? [
          { place: { kind, control: a.id }, before: a.text, after: b.text },
          { place: { kind, control: b.id }, before: b.text, after: a.text },
        ]
      : []);
}

function swapTexts(one: Item, other: Item): Promise<'moved' | 'not-plain' | 'stale'> {
  return withWord(async (context) => {
    const controls = controlsOf(context.document);
    const [a, b] = [open(controls.getById(one.text!.id)), open(controls.getById(other.text!.id))] as const;
    await context.sync();

    if (clean(a.control.text) !== one.text!.text || clean(b.control.text) !== other.text!.text) return 'stale';
    if (!isPlain(a) || !isPlain(b)) return 'not-plain';

    const [first, second] = [textOf(a), textOf(b)];
    write(leading(a), second);
    write(leading(b), first);
    await context.sync();
    return 'moved';
  });
}

function open(control: Word.ContentControl) {
  control.load('text');
  const paragraphs = control.paragraphs;
  paragraphs.load('items/text,items/style,items/tableNestingLevel,items/isListItem');
  const inner = controlsOf(control);
  inner.load('items/id');
  const pictures = control.inlinePictures;
  pictures.load('items/width');
  control.font.load('bold,italic,underline');
  return { control, paragraphs, inner, pictures };
}

type Opened = ReturnType<typeof open>;

// What stands before the first table is the text; behind it only the line for the cursor.
function leading({ paragraphs }: Opened): Word.Paragraph[] {
  const firstTable = paragraphs.items.findIndex((paragraph) => paragraph.tableNestingLevel > 0);
  return firstTable < 0 ? paragraphs.items : paragraphs.items.slice(0, Math.max(1, firstTable));
}

function isPlain(opened: Opened): boolean {
  const { control, paragraphs, inner, pictures } = opened;
  const free = paragraphs.items.filter((paragraph) => paragraph.tableNestingLevel === 0);
  const lead = new Set(leading(opened));
  const style = free[0]?.style;
  return (
    inner.items.length === 0 &&
    pictures.items.length === 0 &&
    // Mixed formats come as null or as an empty word.
    control.font.italic === false &&
    (free.length < paragraphs.items.length || control.font.bold === false) &&
    free.every((paragraph) => !paragraph.isListItem && !hasSign(paragraph.text)) &&
    free.every((paragraph) => (lead.has(paragraph) ? clean(paragraph.text) === '' || paragraph.style === style : clean(paragraph.text) === ''))
  );
}

const textOf = (opened: Opened): string[] => leading(opened).map((paragraph) => clean(paragraph.text));

function write(paragraphs: Word.Paragraph[], lines: string[]): void {
  paragraphs.forEach((paragraph, at) => {
    if (at < lines.length) paragraph.insertText(lines[at]!, Word.InsertLocation.replace);
    else if (at > 0) paragraph.delete();
    else paragraph.insertText('', Word.InsertLocation.replace);
  });
  let last = paragraphs.at(-1)!;
  for (const line of lines.slice(paragraphs.length)) last = last.insertParagraph(line, Word.InsertLocation.after);
}
