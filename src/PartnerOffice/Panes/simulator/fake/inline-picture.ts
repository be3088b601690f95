import { ClientObject, type Scalars } from './client-object';
import type { Collection } from './collection';

const pointsPerEmu = 1 / 12_700;
const extent = (drawing: Element, name: 'cx' | 'cy'): number =>
  Number([...drawing.getElementsByTagName('*')].find(node => node.localName === 'extent')?.getAttribute(name) ?? 0) * pointsPerEmu;

const scalars: Scalars<Element> = {
  width: { read: drawing => extent(drawing, 'cx') },
  height: { read: drawing => extent(drawing, 'cy') },
};

/** A picture: it can be counted and measured, no more. */
export class InlinePicture extends ClientObject<Element> {
  get kind(): string { return 'InlinePicture'; }
  get scalars(): Scalars<Element> { return scalars; }
}

export type InlinePictures = Collection<Element, InlinePicture>;
