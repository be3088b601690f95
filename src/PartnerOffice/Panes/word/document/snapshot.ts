import { forms, isBlank, viewOf, type FormName, type TableView } from './tables';
import { clean, isNothing, tags, words } from './tags';
import { controlsOf, withWord } from './word';

/** A control and what stood in it when it was read. */
export interface Control {
  id: number;
  tag: string;
  text: string;
}

/** An agenda item's block as it was read. */
export interface Item {
  control: number;
  tag: string;
  number: string;
  heading: string;
  title: Control | null;
  audience: string;
  audienceControl: Control | null;
  status: string;
  statusControl: Control | null;
  start: Control | null;
  text: Control | null;
  tables: TableView[];
  /** A block that nobody has used yet. */
  isSpare: boolean;
}

/** The document as it stood when it was read: what the pane shows, and what it compares with before it writes. */
export interface Snapshot {
  values: Map<string, Control[]>;
  items: Item[];
  spares: Item[];
  attendance: TableView | null;
  isSaved: boolean | null;
  readAt: number;
}

/** Reads the document in two rounds: what is there, then what lies in each agenda item. */
export function readDocument(): Promise<Snapshot> {
  return withWord(async (context) => {
    const all = controlsOf(context.document);
    all.load('items/id,items/tag,items/text');
    const tables = context.document.body.tables;
    tables.load('items/values');
    context.document.load('saved');
    await context.sync();

    const ours = all.items.filter((control) => control.tag?.startsWith('po:'));
    const blocks = ours.filter((control) => control.tag.startsWith(tags.itemPrefix)).map((control) => load(control));
    await context.sync();

    const items = blocks.map(itemOf);
    const values = new Map<string, Control[]>();
    for (const control of ours) values.set(control.tag, [...(values.get(control.tag) ?? []), controlOf(control)]);

    const views = tables.items.map((table, index) => viewOf(table.values, null, index));
    return {
      values,
      items: items.filter((item) => !item.isSpare),
      spares: items.filter((item) => item.isSpare),
      attendance: views.find((view) => view?.form === 'attendance' || view?.form === 'jointAttendance') ?? null,
      isSaved: typeof context.document.saved === 'boolean' ? context.document.saved : null,
      readAt: Date.now(),
    };
  });
}

function load(control: Word.ContentControl) {
  const inner = controlsOf(control);
  inner.load('items/id,items/tag,items/text');
  const heading = control.paragraphs.getFirst();
  heading.load('text');
  const detail = heading.getNextOrNullObject();
  detail.load('text');
  const tables = control.tables;
  tables.load('items/values');
  return { control, inner, heading, detail, tables };
}

function itemOf({ control, inner, heading, detail, tables }: ReturnType<typeof load>): Item {
  const find = (tag: string) => {
    const found = inner.items.find((other) => other.tag === tag);
    return found ? controlOf(found) : null;
  };
  const title = find(tags.title);
  const said = clean(heading.text);
  const number = numberIn(said, title?.text ?? '');
  // Older hosts do not list drop-downs: their words stand in the line below the heading.
  const line = detail.isNullObject ? '' : clean(detail.text);
  const views = tables.items.map((table, index) => viewOf(table.values, control.id, index)).filter((view) => view !== null);
  const text = find(tags.text);
  const audienceControl = find(tags.audience);
  const statusControl = find(tags.status);
  return {
    control: control.id,
    tag: control.tag,
    number,
    heading: said,
    title,
    audience: audienceControl?.text || (/Für:\s*(.*?)\s*(?:·|$)/.exec(line)?.[1] ?? words.undecided),
    audienceControl,
    status: statusControl?.text || (/Stand:\s*(.*?)\s*(?:·|$)/.exec(line)?.[1] ?? words.dealtWith),
    statusControl,
    start: find(tags.itemStart),
    text,
    tables: views,
    isSpare: number === '' && !title?.text && views.every((view) => view.rows.every(isBlank)) && isEmptyBesideTables(text?.text ?? '', views),
  };
}

const controlOf = (control: Word.ContentControl): Control => ({ id: control.id, tag: control.tag, text: clean(control.text) });

/** The number in a heading: what stands before the title, without "TOP". */
export function numberIn(heading: string, title: string): string {
  const before = title && heading.endsWith(title) ? heading.slice(0, heading.length - title.length) : (heading.split(/\t/)[0] ?? '');
  return before.replace(/^(?:TOP|Tagesordnungspunkt|Punkt)(?!\p{L})[\s.:]*/iu, '').replace(/[\s.:)]+$/, '').trim();
}

// The heads of tables that lie ready are no text.
function isEmptyBesideTables(text: string, views: TableView[]): boolean {
  const heads = new Set(views.flatMap<string>((view) => [...forms[view.form]]));
  return text.split(/[\n\t\u0007]/).every((line) => line.trim() === '' || heads.has(line.trim()));
}

/** The single value with this tag; empty where nothing was said. */
export function valueOf(snapshot: Snapshot, tag: string): string {
  const text = snapshot.values.get(tag)?.[0]?.text ?? '';
  return isNothing(text) ? '' : text;
}

export const minutesId = (snapshot: Snapshot | null): string => (snapshot ? valueOf(snapshot, tags.minutes) : '');

export const tableOf = (item: Item, form: FormName): TableView | null => item.tables.find((table) => table.form === form) ?? null;
