import { Problem } from '../../shared/problem';
import { t } from '../../shared/texts';
import { call } from './word';

const sliceSize = 4_194_304;

/** The whole file as Word would save it, in base64. */
export async function readFile(): Promise<string> {
  try {
    const file = await call<Office.File>((done) => Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize }, done));
    try {
      const parts: BlobPart[] = [];
      for (let at = 0; at < file.sliceCount; at++) {
        const slice = await call<Office.Slice>((done) => file.getSliceAsync(at, done));
        // The data are numbers, not bytes.
        parts.push(new Uint8Array(slice.data as number[]));
      }
      return await base64(new Blob(parts));
    } finally {
      // At most two files may be open at once.
      await call<void>((done) => file.closeAsync(done)).catch(() => undefined);
    }
  } catch (error) {
    console.warn(error);
    throw new Problem('file', t.problems.file, t.problems.fileRemedy);
  }
}

/** Opens a file beside the one that is open. */
export async function openFile(file: Blob | string): Promise<void> {
  const content = typeof file === 'string' ? file : await base64(file);
  await Word.run(async (context) => {
    context.application.createDocument(content).open();
    await context.sync();
  });
}

function base64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve((reader.result as string).split(',')[1] ?? '');
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.readAsDataURL(blob);
  });
}
