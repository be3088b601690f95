import type { Session } from '../contract';
import type { WordDocument } from '../ooxml/document';
import { paragraphsIn } from '../ooxml/paragraphs';
import { collapsed, type Range } from '../ooxml/ranges';

/** A window of Word: one document, and the pane that belongs to it. */
export class WordWindow implements Session {
  readonly settings = new Map<string, unknown>();
  readonly selectionHandlers = new Set<() => void>();
  openFiles = 0;
  url: string;
  private at: Range;

  constructor(readonly document: WordDocument, readonly frame: HTMLIFrameElement, private readonly show: (range: Range, mode: string) => void) {
    this.url = `https://simulation.invalid/sites/vorstand/Protokolle/${encodeURIComponent(document.name)}`;
    this.at = this.start();
  }

  /** Where the caret stands; at the start, when what it stood in is gone. */
  get selection(): Range {
    if (!this.document.root.contains(this.at.from.paragraph) || !this.document.root.contains(this.at.to.paragraph)) this.at = this.start();
    return this.at;
  }

  set selection(range: Range) {
    this.at = range;
    clearTimeout(this.telling);
    this.telling = window.setTimeout(() => { for (const handler of [...this.selectionHandlers]) handler(); }, 50);
  }

  private telling = 0;

  select(range: Range, mode: string): void {
    this.selection = mode === 'Start' ? collapsed(range.from) : mode === 'End' ? collapsed(range.to) : { from: range.from, to: range.to };
    this.show(range, mode);
  }

  private start(): Range {
    return collapsed({ paragraph: paragraphsIn(this.document.body)[0]!, offset: 0 });
  }
}
