/** A page over the document, as displayDialogAsync shows it. */
export function showDialog(dialog: HTMLDialogElement, url: string, closed: () => void): { close(): void; readonly frame: HTMLIFrameElement } {
  const frame = document.createElement('iframe');
  frame.title = dialog.getAttribute('aria-label') ?? '';
  frame.src = url;
  dialog.append(frame);
  let isOurs = false;
  dialog.addEventListener('close', () => {
    frame.remove();
    if (!isOurs) closed();
  }, { once: true });
  dialog.showModal();
  return {
    frame,
    close: () => {
      isOurs = true;
      dialog.close();
    },
  };
}
