import { inlineText, atomsOf, splitAt } from './inline';
import { paragraphsMerged, paragraphSplit } from './live';
import { attr, child, children, closest, is, make, makeText, putInOrder, setAttr } from './xml';

const propertyOrder = [
  'pStyle', 'keepNext', 'keepLines', 'pageBreakBefore', 'framePr', 'widowControl', 'numPr', 'suppressLineNumbers', 'pBdr', 'shd',
  'tabs', 'suppressAutoHyphens', 'kinsoku', 'wordWrap', 'overflowPunct', 'topLinePunct', 'autoSpaceDE', 'autoSpaceDN', 'bidi',
  'adjustRightInd', 'snapToGrid', 'spacing', 'ind', 'contextualSpacing', 'mirrorIndents', 'suppressOverlap', 'jc',
  'textDirection', 'textAlignment', 'textboxTightWrap', 'outlineLvl', 'divId', 'cnfStyle', 'rPr', 'sectPr', 'pPrChange',
];

/** Every paragraph below a node in reading order, those in tables too, those in text boxes not. */
export function paragraphsIn(root: Element): Element[] {
  if (is(root, 'p')) return [root];
  const found: Element[] = [];
  for (const node of root.children) {
    if (is(node, 'p')) found.push(node);
    else if (is(node, 'tbl', 'tr', 'tc', 'sdt', 'sdtContent', 'body', 'ins', 'customXml')) found.push(...paragraphsIn(node));
  }
  return found;
}

/** The text of blocks: one line for each paragraph. */
export function blockText(root: Element): string {
  return is(root, 'sdt') && isInline(root) ? inlineText(root) : paragraphsIn(root).map(inlineText).join('\n');
}

/** A control that stands inside a paragraph. */
export function isInline(control: Element): boolean {
  return closest(control.parentNode, 'p') !== null;
}

export function styleIdOf(paragraph: Element): string | null {
  return attr(child(child(paragraph, 'pPr'), 'pStyle'));
}

export function setStyleId(paragraph: Element, id: string): void {
  setParagraphProperty(paragraph, make(paragraph, 'pStyle', { val: id }));
}

export function setParagraphProperty(paragraph: Element, property: Element): void {
  putInOrder(propertiesOf(paragraph), property, propertyOrder);
}

/** A paragraph that looks like its neighbour and says something else. */
export function paragraphLike(neighbour: Element | null, near: Node, text: string): Element {
  const paragraph = make(near, 'p');
  const like = child(neighbour, 'pPr');
  if (like) {
    const copy = like.cloneNode(true) as Element;
    // A section's properties hang on its last paragraph and exist once.
    child(copy, 'sectPr')?.remove();
    paragraph.append(copy);
  }
  if (text !== '') {
    const run = make(near, 'r');
    const mark = child(child(paragraph, 'pPr'), 'rPr');
    if (mark) run.append(mark.cloneNode(true));
    text.split('\t').forEach((part, index) => {
      if (index > 0) run.append(make(near, 'tab'));
      if (part !== '') run.append(makeText(near, part));
    });
    paragraph.append(run);
  }
  return paragraph;
}

/** Splits where Enter was pressed; null where a control forbids it. */
export function splitParagraph(paragraph: Element, offset: number): Element | null {
  splitAt(paragraph, offset);
  const tail = atomsOf(paragraph).find(atom => atom.start >= offset && atom.text !== '');
  const second = paragraphLike(paragraph, paragraph, '');
  if (tail) {
    // Everything from the tail on moves; what encloses it (a run, a link) is cut in two.
    let at: Element = tail.node;
    while (at.parentElement !== paragraph) {
      const parent: Element = at.parentElement!;
      if (is(parent, 'sdt', 'sdtContent')) {
        if (atomsOf(closest(at, 'sdt')!)[0]?.node !== tail.node) return null;
        at = parent;
        continue;
      }
      const shell = parent.cloneNode(false) as Element;
      const formatting = child(parent, 'rPr');
      if (formatting && formatting !== at) shell.append(formatting.cloneNode(true));
      const isFirst = children(parent).filter(node => !is(node, 'rPr'))[0] === at;
      if (isFirst) { at = parent; continue; }
      for (let node: Element | null = at; node;) {
        const next: Element | null = node.nextElementSibling;
        shell.append(node);
        node = next;
      }
      parent.after(shell);
      at = shell;
    }
    for (let node: Element | null = at; node;) {
      const next: Element | null = node.nextElementSibling;
      second.append(node);
      node = next;
    }
  }
  paragraph.after(second);
  paragraphSplit(paragraph, offset, second);
  return second;
}

/** Appends the second paragraph's content to the first and removes the second. False where a border lies between them. */
export function mergeParagraphs(first: Element, second: Element): boolean {
  if (first.parentElement !== second.parentElement) return false;
  for (let at = first.nextElementSibling; at && at !== second; at = at.nextElementSibling) {
    if (!is(at, 'bookmarkStart', 'bookmarkEnd', 'proofErr')) return false;
  }
  const length = inlineText(first).length;
  for (const node of children(second)) if (!is(node, 'pPr')) first.append(node);
  second.remove();
  paragraphsMerged(first, second, length);
  return true;
}

/** Takes a block out. The last block of a cell or a control stays, empty: Word does not open a file without it. */
export function removeBlock(block: Element): void {
  rescueBookmarks(block);
  const home = block.parentElement!;
  const others = children(home, 'p', 'tbl', 'sdt').filter(other => other !== block);
  const needed = is(home, 'tc') ? others.at(-1)?.localName !== 'p' : others.length === 0;
  if (!needed) block.remove();
  else if (is(block, 'p')) for (const node of children(block)) { if (!is(node, 'pPr')) node.remove(); }
  else block.replaceWith(make(home, 'p'));
}

/** A bookmark that begins or ends beyond the block must not lose its other half. */
function rescueBookmarks(block: Element): void {
  const marks = [...block.getElementsByTagNameNS('*', 'bookmarkStart'), ...block.getElementsByTagNameNS('*', 'bookmarkEnd')];
  for (const mark of marks) {
    if (marks.filter(other => attr(other, 'id') === attr(mark, 'id')).length === 1) block.before(mark);
  }
}

function propertiesOf(paragraph: Element): Element {
  const existing = child(paragraph, 'pPr');
  if (existing) return existing;
  const created = make(paragraph, 'pPr');
  paragraph.prepend(created);
  return created;
}

export function alignmentOf(paragraph: Element): string {
  const value = attr(child(child(paragraph, 'pPr'), 'jc'));
  return value === 'center' ? 'Centered' : value === 'right' || value === 'end' ? 'Right' : value === 'both' ? 'Justified' : 'Left';
}

export function setAlignment(paragraph: Element, alignment: string): void {
  const value = { Centered: 'center', Right: 'right', Justified: 'both' }[alignment] ?? 'left';
  const property = make(paragraph, 'jc');
  setAttr(property, value);
  setParagraphProperty(paragraph, property);
}
