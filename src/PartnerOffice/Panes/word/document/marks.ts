import { clean, hasSign, styles, tags, words } from './tags';
import { controlsOf, withWord } from './word';

/** What became of a wish to mark: done, or why not. */
export type Marking =
  | { done: true; passage: Passage }
  | { done: false; why: 'empty' | 'outside' | 'table' | 'already' | 'none' };

/** A marked passage, known by its words. */
export interface Passage {
  control: number;
  text: string;
  lines: string[];
  isWhole: boolean;
}

/** Marks what is selected: the visible signs and the style. A control is never inserted: on the web that loses text (R2). */
export function markSelection(): Promise<Marking> {
  return withWord(async (context) => {
    const selection = context.document.getSelection();
    selection.load('text,isEmpty');
    const parent = selection.parentContentControlOrNullObject;
    parent.load('id,tag');
    const paragraphs = selection.paragraphs;
    paragraphs.load('items/text,items/tableNestingLevel');
    await context.sync();

    const text = clean(selection.text);
    if (selection.isEmpty || text === '') return { done: false, why: 'empty' };
    if (parent.isNullObject || (parent.tag !== tags.text && parent.tag !== tags.internal)) return { done: false, why: 'outside' };
    if (parent.tag === tags.internal || hasSign(text)) return { done: false, why: 'already' };
    if (paragraphs.items.some((paragraph) => paragraph.tableNestingLevel > 0)) return { done: false, why: 'table' };

    const lines = paragraphs.items.map((paragraph) => clean(paragraph.text));
    // Half of one paragraph and half of the next would tear the passage: then both go whole.
    const isWhole = lines.length > 1 || lines[0] === text;
    if (isWhole) markParagraphs(paragraphs.items);
    else markRange(selection);
    await context.sync();
    return { done: true, passage: { control: parent.id, text: isWhole ? lines.join('\n') : text, lines, isWhole } };
  });
}

/** Marks a passage again, found by its words. */
export function markAgain(passage: Passage): Promise<boolean> {
  return withWord(async (context) => {
    const control = controlsOf(context.document).getByIdOrNullObject(passage.control);
    const paragraphs = control.paragraphs;
    paragraphs.load('items/text');
    // Word searches for at most 255 characters.
    const ranges = control.search(passage.text.split('\n')[0]!.slice(0, 200), { matchCase: true });
    ranges.load('items/text');
    await context.sync();

    const texts = paragraphs.items.map((paragraph) => clean(paragraph.text));
    const at = texts.findIndex((_, start) => passage.lines.every((line, index) => texts[start + index] === line));
    if (at < 0) return false;

    if (passage.isWhole) markParagraphs(paragraphs.items.slice(at, at + passage.lines.length));
    else if (ranges.items.length === 1 && passage.text.length <= 200) markRange(ranges.items[0]!);
    else return false;
    await context.sync();
    return true;
  });
}

function markParagraphs(paragraphs: Word.Paragraph[]): void {
  for (const paragraph of paragraphs) paragraph.style = styles.internal;
  paragraphs[0]!.insertText(`${words.signBegin} `, Word.InsertLocation.start);
  paragraphs.at(-1)!.insertText(` ${words.signEnd}`, Word.InsertLocation.end);
}

function markRange(range: Word.Range): void {
  range.style = styles.internalRun;
  range.insertText(`${words.signBegin} `, Word.InsertLocation.start);
  range.insertText(` ${words.signEnd}`, Word.InsertLocation.end);
}

/** Takes the mark from the passage that is selected, or from the one with these words. */
export function unmark(wanted?: Passage): Promise<Marking> {
  return withWord(async (context) => {
    const selection = context.document.getSelection();
    const begins = context.document.body.search(`${words.signBegin} `, { matchCase: true });
    const ends = context.document.body.search(` ${words.signEnd}`, { matchCase: true });
    begins.load('items/text');
    ends.load('items/text');
    await context.sync();
    if (begins.items.length !== ends.items.length) return { done: false, why: 'none' };

    const passages = begins.items.map((begin, at) => load(begin, ends.items[at]!, selection));
    await context.sync();

    const found = passages.find(({ whole, relation }) => (wanted ? withoutSigns(whole.text) === wanted.text : touches.has(relation.value)));
    if (!found || found.parent.isNullObject) return { done: false, why: 'none' };

    const passage = passageOf(found);
    remove(found, passage);
    await context.sync();
    return { done: true, passage };
  });
}

const touches = new Set<string>(['Equal', 'Contains', 'ContainsStart', 'ContainsEnd', 'Inside', 'InsideStart', 'InsideEnd', 'OverlapsBefore', 'OverlapsAfter']);

function load(begin: Word.Range, end: Word.Range, selection: Word.Range) {
  const whole = begin.expandTo(end);
  whole.load('text');
  const paragraphs = whole.paragraphs;
  paragraphs.load('items/text,items/style');
  const parent = whole.parentContentControlOrNullObject;
  parent.load('id');
  return { begin, end, whole, paragraphs, parent, relation: whole.compareLocationWith(selection) };
}

type Found = ReturnType<typeof load>;

const withoutSigns = (text: string): string => clean(clean(text).replaceAll(words.signBegin, '').replaceAll(words.signEnd, ''));

function passageOf({ whole, paragraphs, parent }: Found): Passage {
  const isWhole = paragraphs.items.every((paragraph) => paragraph.style === styles.internal);
  return { control: parent.id, text: withoutSigns(whole.text), lines: paragraphs.items.map((paragraph) => withoutSigns(paragraph.text)), isWhole };
}

function remove({ begin, end, whole, paragraphs }: Found, passage: Passage): void {
  if (passage.isWhole) {
    begin.insertText('', Word.InsertLocation.replace);
    end.insertText('', Word.InsertLocation.replace);
    for (const paragraph of paragraphs.items) paragraph.styleBuiltIn = Word.BuiltInStyleName.normal;
  } else {
    // Words take the look of what they are written to: so they are written anew beside the mark, and the marked ones go.
    const paragraph = paragraphs.items[0]!;
    if (paragraph.text.startsWith(words.signBegin)) end.getRange(Word.RangeLocation.end).expandTo(paragraph.getRange(Word.RangeLocation.end)).insertText(passage.text, Word.InsertLocation.start);
    else paragraph.getRange(Word.RangeLocation.start).expandTo(begin.getRange(Word.RangeLocation.start)).insertText(passage.text, Word.InsertLocation.end);
    whole.delete();
  }
}
