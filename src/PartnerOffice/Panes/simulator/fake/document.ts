
import { rangeOf, type Range } from '../ooxml/ranges';
import { attr, child } from '../ooxml/xml';
import { ClientObject, type Scalars } from './client-object';
import type { ContentControlCollection } from './content-control-collection';
import type { RequestContext } from './context';
import { listed, ofTypes } from './control-types';
import { DocumentProperties } from './custom-properties';
import { apiNotFound, ApiNotImplementedInSimulator } from './errors';
import { host, session } from './host';
import { make } from './make';

type Doc = typeof session.document;

const scalars: Scalars<Doc> = {
  saved: { read: document => document.saved },
  changeTrackingMode: {
    since: '1.4',
    read: document => (child(settings(document), 'trackRevisions') ? 'TrackAll' : 'Off'),
    write: (_, mode: string) => { if (mode !== 'Off') throw new ApiNotImplementedInSimulator('Word.Document.changeTrackingMode = TrackAll'); },
  },
};

/** All stories: Word lists the controls of the body first, then those of heads and feet. */
const stories = (): Element[] => [session.document.body, ...session.document.margins];

export class Document extends ClientObject<Doc> {
  constructor(context: RequestContext) {
    super(context, () => session.document);
  }

  get kind(): string { return 'Document'; }
  get scalars(): Scalars<Doc> { return scalars; }

  get body(): ReturnType<typeof make.body> {
    return this.once('body', () => make.body(this.context, () => session.document.body));
  }

  get contentControls(): ContentControlCollection {
    return this.once('contentControls', () => make.controls(this.context, () => stories().flatMap(listed)));
  }

  getContentControls(options?: { types?: string[] }): ContentControlCollection {
    return make.controls(this.context, () => {
      this.needs('1.5', 'getContentControls');
      return stories().flatMap(story => ofTypes(story, options?.types, 'Document.getContentControls'));
    });
  }

  get properties(): DocumentProperties {
    return this.once('properties', () => new DocumentProperties(this.context, () =>
      (session.document.package.has('docProps/core.xml') ? session.document.package.xml('docProps/core.xml').documentElement : session.document.root)));
  }

  getSelection(): ReturnType<typeof make.range> {
    return make.range(this.context, () => ({ ...session.selection }));
  }

  getBookmarkRange(name: string): ReturnType<typeof make.range> {
    return make.range(this.context, () => bookmark(name));
  }

  getBookmarkRangeOrNullObject(name: string): ReturnType<typeof make.range> {
    return make.range(this.context, () => bookmark(name), true);
  }

  save(): void {
    this.look('save', [], document => {
      document.saved = true;
      for (const listener of [...document.listeners]) listener();
    });
  }

  undo(count = 1): void {
    this.onDesktop('undo');
    this.look('undo', [count], document => { for (let step = 0; step < count; step++) document.undo(); });
  }

  redo(count = 1): void {
    this.onDesktop('redo');
    this.look('redo', [count], document => { for (let step = 0; step < count; step++) document.redo(); });
  }

  private onDesktop(member: string): void {
    this.context.enqueue(() => { if (!host.wordApiDesktop) throw apiNotFound(`Document.${member}`, 'WordApiDesktop 1.4'); });
  }
}

function bookmark(name: string): Range | null {
  const start = [...session.document.root.getElementsByTagNameNS(session.document.root.namespaceURI, 'bookmarkStart')].find(mark => attr(mark, 'name') === name);
  const paragraph = start?.parentElement;
  return paragraph?.localName === 'p' ? rangeOf(paragraph) : null;
}

const settings = (document: Doc): Element | null => (document.package.has('word/settings.xml') ? document.package.xml('word/settings.xml').documentElement : null);

