import { t } from '../shared/texts';

/** Where the draft lies, as Word knows it. */
export const place = (): string => Office.context.document.url ?? '';

export function fileName(): string {
  const url = place();
  const last = url.split(/[\\/]/).at(-1)?.split('?')[0];
  try {
    return last ? decodeURIComponent(last) : t.head.noFile;
  } catch {
    return last ?? t.head.noFile;
  }
}
