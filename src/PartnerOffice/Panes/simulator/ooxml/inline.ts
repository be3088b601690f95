import { textMoved } from './live';
import { attr, child, children, closest, is, make, makeText, setText } from './xml';

/** A piece of text inside a run: letters, a tab, a break. */
export interface Atom {
  readonly node: Element;
  readonly text: string;
  readonly start: number;
}

// What looks like text and is none: properties, what was deleted, field codes, and drawings with paragraphs of their own.
const skipped = ['pPr', 'rPr', 'sdtPr', 'sdtEndPr', 'del', 'moveFrom', 'instrText', 'drawing', 'pict', 'object', 'txbxContent'];

/** The text of a paragraph, or of a control inside one, piece by piece. */
export function atomsOf(root: Element): Atom[] {
  const atoms: Atom[] = [];
  let start = 0;
  const walk = (element: Element): void => {
    for (const node of element.children) {
      if (is(node, ...skipped) || node.localName === 'AlternateContent') continue;
      const text = is(node.parentElement, 'r') ? textOfNode(node) : null;
      if (text === null) walk(node);
      else {
        atoms.push({ node, text, start });
        start += text.length;
      }
    }
  };
  walk(root);
  return atoms;
}

export function inlineText(root: Element): string {
  return atomsOf(root).map(atom => atom.text).join('');
}

/**
 * Puts `text` in place of the characters from `start` to `end`. Runs keep their formatting, bookmarks and
 * controls stay. `within` says on which side of a control's border an insertion belongs, `side` whose look it
 * takes on: by default that of the letter before it, as when typing.
 */
export function replaceInline(root: Element, start: number, end: number, text: string, within?: Element | null, side: 'left' | 'right' = 'left'): void {
  const base = is(root, 'p') ? 0 : startOf(root);
  splitAt(root, start);
  splitAt(root, end);

  const atoms = atomsOf(root);
  const removed = atoms.filter(atom => atom.start >= start && atom.start + atom.text.length <= end && atom.text !== '');
  const inserted = nodesOf(root, text);

  if (inserted.length > 0) {
    const before = removed[0] ?? null;
    const touching = before ? [] : atoms.filter(atom => atom.start + atom.text.length === start || atom.start === start);
    const fitting = within === undefined ? touching : touching.filter(atom => innermostControl(atom.node, root) === within);
    const left = fitting.find(atom => atom.start + atom.text.length === start && atom.start < start);
    const right = fitting.find(atom => atom.start === start);

    if (before) before.node.before(...inserted);
    else if (left && (side === 'left' || !right)) left.node.after(...inserted);
    else if (right) right.node.before(...inserted);
    else emptyRun(root, start, within ?? null).append(...inserted);
  }
  const runs = new Set([...removed, ...atoms].map(atom => atom.node.parentElement!));
  for (const { node } of removed) node.remove();
  for (const run of runs) tidy(run);
  textMoved(closest(root, 'p')!, base + start, base + end, text.length);
}

/** Where an element inside a paragraph begins, counted in letters. */
export function startOf(element: Element): number {
  const paragraph = closest(element, 'p')!;
  const atom = atomsOf(paragraph).find(a => element.contains(a.node) || (element.compareDocumentPosition(a.node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
  return atom ? atom.start : inlineText(paragraph).length;
}

/** Cuts the text at an offset, so that pieces end there. */
export function splitAt(root: Element, offset: number): void {
  const atom = atomsOf(root).find(a => a.start < offset && offset < a.start + a.text.length);
  if (!atom) return;
  atom.node.after(makeText(atom.node, atom.text.slice(offset - atom.start)));
  setText(atom.node, atom.text.slice(0, offset - atom.start));
}

/** The control that immediately holds a node, or null where none does below `root`. */
export function innermostControl(node: Node, root: Element): Element | null {
  const control = closest(node, 'sdt');
  return control && (control === root || root.contains(control)) ? control : null;
}

function textOfNode(node: Element): string | null {
  if (!is(node, 't', 'tab', 'br', 'cr', 'noBreakHyphen')) return null;
  switch (node.localName) {
    case 't': return node.textContent ?? '';
    case 'tab': return '\t';
    case 'noBreakHyphen': return '\u2011';
    default: return attr(node, 'type') === 'page' ? '\f' : '\n';
  }
}

function nodesOf(near: Element, text: string): Element[] {
  return text.split(/(\t|\r\n|[\n\r\v])/).filter(part => part !== '').map(part =>
    part === '\t' ? make(near, 'tab') : /^[\r\n\v]/.test(part) ? make(near, 'br') : makeText(near, part));
}

/** A run to write into where there is no text: an empty one with its formatting, else a new one in the right place. */
function emptyRun(root: Element, offset: number, within: Element | null): Element {
  const home = within ?? root;
  const content = is(home, 'sdt') ? (child(home, 'sdtContent') ?? home.appendChild(make(home, 'sdtContent'))) : home;
  const waiting = children(content, 'r').find(run => children(run).every(part => is(part, 'rPr')));
  if (waiting) return waiting;

  const run = make(root, 'r');
  const mark = child(child(content, 'pPr'), 'rPr');
  if (mark) run.append(mark.cloneNode(true));

  const next = atomsOf(root).find(atom => atom.start >= offset && content.contains(atom.node));
  let before: Element | null = next?.node ?? null;
  while (before && before.parentElement !== content) before = before.parentElement;
  content.insertBefore(run, before);
  return run;
}

/** Joins letters that stand side by side, and drops a run that says nothing any more. */
function tidy(run: Element): void {
  for (const text of children(run, 't')) {
    const previous = text.previousElementSibling;
    if (is(previous, 't')) {
      setText(previous, (previous.textContent ?? '') + (text.textContent ?? ''));
      text.remove();
    } else if (text.textContent === '' && children(run).length > 1) text.remove();
  }
  const parent = run.parentElement;
  const isEmpty = children(run).every(part => is(part, 'rPr') || (is(part, 't') && part.textContent === ''));
  if (!isEmpty || !parent) return;

  const isLastOfControl = is(parent, 'sdtContent') && children(parent, 'r').length === 1;
  if (isLastOfControl) for (const text of children(run, 't')) text.remove();
  else run.remove();
  if (is(parent, 'hyperlink') && parent.children.length === 0) parent.remove();
}
