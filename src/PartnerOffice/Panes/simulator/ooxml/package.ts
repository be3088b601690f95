import { unzipSync, zipSync, type Zippable } from 'fflate';

const decoder = new TextDecoder();
const encoder = new TextEncoder();

interface OpenPart {
  readonly dom: Document;
  /** What stood before the root element: the serializer would lose it. */
  readonly prolog: string;
  /** As the tree read when it was opened: a part that still reads so was not changed. */
  readonly opened: string;
}

/** A .docx as the zip it is. What nobody touches goes out again byte for byte as it came. */
export class Package {
  private readonly parts: Record<string, Uint8Array>;
  private readonly open = new Map<string, OpenPart>();
  private added = false;

  constructor(private readonly source: Uint8Array) {
    this.parts = unzipSync(source);
    if (!this.parts['word/document.xml']) throw new Error('not a Word document: word/document.xml is missing');
  }

  names(): string[] {
    return Object.keys(this.parts);
  }

  has(name: string): boolean {
    return name in this.parts;
  }

  /** The part as a tree, to read and to change. */
  xml(name: string): Document {
    let part = this.open.get(name);
    if (!part) {
      const text = decoder.decode(this.parts[name] ?? missing(name));
      const dom = new DOMParser().parseFromString(text, 'application/xml');
      const broken = dom.querySelector('parsererror');
      if (broken) throw new Error(`${name} is not XML: ${broken.textContent}`);
      part = { dom, prolog: /^(?:\s*<\?[^>]*\?>\s*)?/.exec(text)?.[0] ?? '', opened: serialize(dom) };
      this.open.set(name, part);
    }
    return part.dom;
  }

  /** Adds a part that was not there. */
  add(name: string, xml: string): void {
    this.parts[name] = encoder.encode(xml);
    this.open.delete(name);
    this.added = true;
  }

  bytes(): Uint8Array {
    const out: Zippable = { ...this.parts };
    let isChanged = this.added;
    for (const [name, part] of this.open) {
      const now = serialize(part.dom);
      if (now === part.opened) continue;
      out[name] = encoder.encode(part.prolog + now);
      isChanged = true;
    }
    if (!isChanged) return this.source.slice();
    return zipSync(out, { mtime: new Date(1980, 0, 1) });
  }
}

const serialize = (dom: Document): string => new XMLSerializer().serializeToString(dom.documentElement);

function missing(name: string): never {
  throw new Error(`the package has no part ${name}`);
}
