import { button, h } from './dom';
import { common } from './common';

interface Said {
  text: string;
  remedy?: string;
  tone?: 'neutral' | 'good' | 'bad';
  /** A button beside the sentence. */
  offer?: { label: string; press: () => void };
}

let line: HTMLElement;
let icon: HTMLElement;
let buttons: HTMLElement;
let bar: HTMLElement;

/** The line at the foot of the pane: what was done, what went wrong, and the one thing to do about it. */
export function statusBar(): HTMLElement {
  line = h('p', { id: 'status', role: 'status' });
  icon = h('span.icon', { 'aria-hidden': 'true' });
  buttons = h('span.row');
  bar = h('footer.status', { 'aria-label': common.status.label }, icon, line, buttons);
  return bar;
}

export function say({ text, remedy, tone = 'neutral', offer }: Said): void {
  bar.dataset.tone = tone;
  icon.textContent = tone === 'good' ? '✓' : tone === 'bad' ? '!' : '';
  line.textContent = [text, remedy].filter(Boolean).join(' ');
  buttons.replaceChildren(...(offer ? [button('status-offer', offer.press, offer.label, 'quiet')] : []));
}
