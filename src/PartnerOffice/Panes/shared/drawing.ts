import { Memory } from './memory';

/** What is being typed in this pane. */
export const memory = new Memory();

let draw = (): void => undefined;

/** Says who draws. */
export function drawWith(how: () => void): void {
  draw = how;
}

let isPressed = false;
let isWaiting = false;

// A button that is drawn anew between press and release loses its click: so drawing waits for the release.
addEventListener('pointerdown', () => (isPressed = true), true);
for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => setTimeout(released), true);

function released(): void {
  isPressed = false;
  if (isWaiting) render();
}

export function render(): void {
  isWaiting = isPressed;
  if (!isPressed) draw();
}

/** Drawing anew must not take the focus away, nor what was opened or half typed: gives what restores it in the new panel. */
export function hold(panel: HTMLElement): () => void {
  const active = document.activeElement as HTMLElement | null;
  const id = active && panel.contains(active) ? active.id : '';
  const selection = active instanceof HTMLTextAreaElement || (active instanceof HTMLInputElement && active.type === 'text') ? [active.selectionStart, active.selectionEnd] : null;
  const inPanel = active !== null && panel.contains(active);
  const opened = [...panel.querySelectorAll('details[open]')].map((details) => details.id).filter(Boolean);
  const scrolled = panel.scrollTop;
  return () => {
    for (const details of opened) document.getElementById(details)?.setAttribute('open', '');
    panel.scrollTop = scrolled;
    if (!inPanel) return;
    const next = id ? document.getElementById(id) : null;
    (next ?? panel.querySelector<HTMLElement>('[tabindex="-1"]'))?.focus({ preventScroll: next !== null });
    if (next instanceof HTMLInputElement && next.type === 'number') next.select();
    if (selection && (next instanceof HTMLTextAreaElement || next instanceof HTMLInputElement)) next.setSelectionRange(selection[0]!, selection[1]!);
  };
}
