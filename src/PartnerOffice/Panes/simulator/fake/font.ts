import type { Range } from '../ooxml/ranges';
import { formatValue, hasFormat, runsOf, setFormat } from '../ooxml/runs';
import { ClientObject, type Scalar, type Scalars } from './client-object';
import { storyOf } from './places';

const runs = (range: Range): Element[] => runsOf(range, storyOf(range.from.paragraph));
const same = <V>(values: V[]): V | null => (new Set(values).size === 1 ? values[0]! : null);

const onOff = (name: 'b' | 'i'): Scalar<Range> => ({
  read: range => same(runs(range).map(run => hasFormat(run, name))) ?? false,
  write: (range, value: boolean) => { for (const run of runs(range)) setFormat(run, name, value ? '' : null); },
});

const scalars: Scalars<Range> = {
  bold: onOff('b'),
  italic: onOff('i'),
  underline: {
    read: range => (same(runs(range).map(run => hasFormat(run, 'u'))) ? 'Single' : 'None'),
    write: (range, value: string) => { for (const run of runs(range)) setFormat(run, 'u', value === 'None' ? null : 'single'); },
  },
  color: {
    read: range => { const color = same(runs(range).map(run => formatValue(run, 'color'))); return color ? `#${color}` : ''; },
    write: (range, value: string) => { for (const run of runs(range)) setFormat(run, 'color', value.replace('#', '').toUpperCase()); },
  },
};

export class Font extends ClientObject<Range> {
  get kind(): string { return 'Font'; }
  get scalars(): Scalars<Range> { return scalars; }
}
