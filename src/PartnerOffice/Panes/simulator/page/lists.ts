import { levelOf } from '../ooxml/document';
import { attr, child } from '../ooxml/xml';

export interface Marker { readonly text: string; readonly left: number }

/** Counts the lists of a document while it is drawn from top to bottom. */
export class ListCounter {
  private readonly counts = new Map<string, number[]>();

  constructor(private readonly numbering: Element | null) {}

  next(paragraph: Element): Marker | null {
    const properties = child(child(paragraph, 'pPr'), 'numPr');
    const id = attr(child(properties, 'numId'));
    if (!id || id === '0') return null;
    const level = Number(attr(child(properties, 'ilvl')) ?? 0);
    const format = levelOf(this.numbering, id, level);
    if (!format) return null;

    const counts = this.counts.get(id) ?? [];
    counts.length = Math.max(counts.length, level + 1);
    counts[level] = (counts[level] ?? 0) + 1;
    counts.length = level + 1;
    this.counts.set(id, counts);
    return { text: this.textOf(id, format.text, counts), left: format.left };
  }

  private textOf(id: string, pattern: string, counts: readonly (number | undefined)[]): string {
    return pattern.replace(/%(\d)/g, (_, level: string) => {
      const format = levelOf(this.numbering, id, Number(level) - 1)?.format ?? 'decimal';
      return numeral(counts[Number(level) - 1] ?? 1, format);
    });
  }
}

function numeral(value: number, format: string): string {
  switch (format) {
    case 'lowerLetter': return String.fromCharCode(96 + value);
    case 'upperLetter': return String.fromCharCode(64 + value);
    case 'lowerRoman': return roman(value);
    case 'upperRoman': return roman(value).toUpperCase();
    default: return String(value);
  }
}

function roman(value: number): string {
  let rest = value;
  return ([['x', 10], ['ix', 9], ['v', 5], ['iv', 4], ['i', 1]] as const).map(([sign, worth]) => {
    const times = Math.floor(rest / worth);
    rest -= times * worth;
    return sign.repeat(times);
  }).join('');
}
