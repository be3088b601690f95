import { t } from '../texts';

/** The document to begin with: the one that the address names, else the sandbox's sample. */
export async function firstDocument(): Promise<{ bytes: Uint8Array; name: string | undefined } | null> {
  const address = new URLSearchParams(location.search).get('document') ?? '/sandbox/document';
  try {
    const response = await fetch(address, { headers: { 'Accept-Language': document.documentElement.lang } });
    if (!response.ok) return null;
    const named = /filename="?([^";]+)/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];
    const last = decodeURIComponent(new URL(response.url).pathname.split('/').at(-1) ?? '');
    return { bytes: new Uint8Array(await response.arrayBuffer()), name: named ?? (last.endsWith('.docx') ? last : undefined) };
  } catch {
    return null;
  }
}

export function chooseFile(button: HTMLElement, input: HTMLInputElement, chosen: (bytes: Uint8Array, name: string) => void, say: (message: string) => void): void {
  button.addEventListener('click', () => input.click());
  input.addEventListener('change', async () => {
    const file = input.files?.[0];
    input.value = '';
    if (!file) return;
    try {
      chosen(new Uint8Array(await file.arrayBuffer()), file.name);
    } catch {
      say(t.notADocument(file.name));
    }
  });
}

export function download(bytes: Uint8Array, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes as BlobPart], { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
