import { applyChanges, turned, type Change } from './change';
import { isBlank } from './tables';
import { clean, hasSign, isNothing, words } from './tags';
import type { Control, Item } from './snapshot';
import { controlsOf, withWord } from './word';

/** Exchanges what stands in two blocks; the numbers stay where they are. */
/** @returns why not, where there is more than plain paragraphs: lists, formats and filled tables would suffer. */
export async function swap(one: Item, other: Item): Promise<'moved' | 'not-plain' | 'stale'> {
  const pair = [one, other];
  const isFilled = pair.some((item) => item.tables.some((table) => !table.rows.every(isBlank)));
  if (isFilled || !pair.every((item) => item.text && item.title) || !canMoveChoices(one, other)) return 'not-plain';

  // Until the text has arrived both are the board's: what is interrupted must not lie open (R1).
  const closing = one.audience === other.audience ? [] : pair.flatMap((item) => choice(item.audienceControl!, item.audience, words.board));
  if (closing.length > 0 && (await applyChanges(closing)) === 'stale') return 'stale';

  const result = await swapTexts(one, other);
  if (result !== 'moved') {
    if (closing.length > 0) await applyChanges(turned(closing));
    return result;
  }
  return (await applyChanges(heads(one, other, closing.length > 0))) === 'written' ? 'moved' : 'stale';
}

// A drop-down that the host does not list would stay behind while its text goes.
const canMoveChoices = (one: Item, other: Item): boolean =>
  (one.audience === other.audience || (one.audienceControl !== null && other.audienceControl !== null)) &&
  (one.status === other.status || (one.statusControl !== null && other.statusControl !== null)) &&
  (startOf(one) === startOf(other) || (one.start !== null && other.start !== null));

const startOf = (item: Item): string => (isNothing(item.start?.text) ? '' : item.start!.text);

const choice = (control: Control, before: string, after: string): Change[] =>
  before === after ? [] : [{ place: { kind: 'choice', control: control.id }, before, after }];

function heads(one: Item, other: Item, isClosed: boolean): Change[] {
  const audience = (item: Item, after: string) => choice(item.audienceControl!, isClosed ? words.board : item.audience, after);
  const text = (control: Control, after: string): Change => ({ place: { kind: 'text', control: control.id }, before: control.text, after });
  return [
    text(one.title!, other.title!.text),
    text(other.title!, one.title!.text),
    ...(startOf(one) === startOf(other) ? [] : [text(one.start!, other.start!.text), text(other.start!, one.start!.text)]),
    ...(isClosed ? [...audience(one, other.audience), ...audience(other, one.audience)] : []),
    ...(one.status === other.status ? [] : [...choice(one.statusControl!, one.status, other.status), ...choice(other.statusControl!, other.status, one.status)]),
  ];
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
