import { isNonPublic } from './agenda';
import { words } from './tags';
import type { Item, Snapshot } from './snapshot';
import { controlsOf, withWord } from './word';

/** How far the part without guests has come: it stands in the text of the first board-only point. */
export interface NonPublicPart {
  /** The point that carries it; null where the agenda has none. */
  item: Item | null;
  began: string;
  ended: string;
}

export function nonPublicPart(snapshot: Snapshot): NonPublicPart {
  const own = snapshot.items.filter((item) => item.audience === words.board);
  const item = own.find((one) => one.text?.text.includes(words.partBegins)) ?? own.find(isNonPublic) ?? null;
  const text = item?.text?.text ?? '';
  const time = (sentence: string) => new RegExp(`${sentence}: (\\d{1,2}:\\d{2} Uhr)`).exec(text)?.[1] ?? '';
  return { item, began: time(words.partBegins), ended: time(words.partEnds) };
}

export const isRunning = (part: NonPublicPart): boolean => part.began !== '' && part.ended === '';

export const beginLine = (time: string): string => `${words.partBegins}: ${time}.`;

export const endLine = (time: string, stayed: string[]): string => `${words.partEnds}: ${time}. ${words.inTheRoom}: ${stayed.join(', ') || words.nothing}.`;

/** Writes a line into an item's text: above everything, or below the text and before its tables. */
export function addLine(control: number, line: string, where: 'first' | 'last'): Promise<void> {
  return withWord(async (context) => {
    const paragraphs = controlsOf(context.document).getById(control).paragraphs;
    paragraphs.load('items/text,items/tableNestingLevel');
    await context.sync();

    const firstTable = paragraphs.items.findIndex((paragraph) => paragraph.tableNestingLevel > 0);
    const free = firstTable < 0 ? paragraphs.items : paragraphs.items.slice(0, Math.max(1, firstTable));
    const [first, last] = [free[0]!, free.at(-1)!];
    // An empty line that lies ready is used, so that none piles up.
    if (where === 'first' && first.text.trim() !== '') first.insertText(`${line}\n`, Word.InsertLocation.start);
    else if (where === 'last' && last.text.trim() !== '') last.insertParagraph(line, Word.InsertLocation.after);
    else (where === 'first' ? first : last).insertText(line, Word.InsertLocation.replace);
    await context.sync();
  });
}

/** Takes a line out again, where it still stands as it was written. */
export function removeLine(control: number, line: string): Promise<boolean> {
  return withWord(async (context) => {
    const paragraphs = controlsOf(context.document).getByIdOrNullObject(control).paragraphs;
    paragraphs.load('items/text');
    await context.sync();

    const found = paragraphs.items.find((paragraph) => paragraph.text.trim() === line);
    if (!found) return false;
    if (paragraphs.items.length > 1 && paragraphs.items.indexOf(found) > 0) found.delete();
    else found.insertText('', Word.InsertLocation.replace);
    await context.sync();
    return true;
  });
}
