import { answer, CallFailed } from './async';
import { guarded } from './guard';
import { session, word } from './host';

const largestSlice = 4_194_304;
const mostOpen = 2;

/** Office.context.document.getFileAsync: the whole file in slices of numbers. */
export function getFile(type: string, ...rest: unknown[]): void {
  answer('Document.getFileAsync', [type, ...rest], () => {
    if (word.faults.getFile) throw new CallFailed(11001, 'Internal Error', 'An internal error has occurred. (simulated)');
    if (type !== 'compressed') throw new CallFailed(1007, 'Unsupported', `the simulation gives no file of the type ${type}`);
    if (session.openFiles >= mostOpen) throw new CallFailed(5010, 'Too many open files', 'No more than two documents are allowed to be in memory; close one first.');

    const options = rest.find((arg): arg is { sliceSize?: number } => typeof arg === 'object' && arg !== null);
    const sliceSize = options?.sliceSize ?? largestSlice;
    if (sliceSize > largestSlice) throw new CallFailed(5002, 'Data Write Error', `a slice holds at most ${largestSlice} bytes`);
    session.openFiles++;
    return file(session.document.bytes(), sliceSize);
  });
}

function file(bytes: Uint8Array, sliceSize: number): object {
  let isOpen = true;
  const mustBeOpen = (): void => { if (!isOpen) throw new CallFailed(5011, 'File closed', 'The file was closed.'); };
  return guarded({
    size: bytes.length,
    sliceCount: Math.ceil(bytes.length / sliceSize),
    getSliceAsync(index: number, ...rest: unknown[]): void {
      answer('File.getSliceAsync', [index, ...rest], () => {
        mustBeOpen();
        const data = [...bytes.slice(index * sliceSize, (index + 1) * sliceSize)];
        if (data.length === 0) throw new CallFailed(5012, 'No such slice', `There is no slice ${index}.`);
        return { index, size: data.length, data };
      });
    },
    closeAsync(...rest: unknown[]): void {
      answer('File.closeAsync', rest, () => {
        mustBeOpen();
        isOpen = false;
        session.openFiles--;
      });
    },
  }, 'Office.File');
}
