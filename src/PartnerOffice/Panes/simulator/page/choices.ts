import { itemsOf, leavePlaceholder, lockedBy, setControlText, titleOf } from '../ooxml/controls';
import { t } from '../texts';
import type { Editor } from './editing';
import type { Paper } from './paper';

/** The list of a drop-down control, at the control: opened by a click, or by Alt and arrow down. */
export class Choices {
  private control: Element | null = null;

  constructor(private readonly list: HTMLElement, private readonly paper: Paper, private readonly current: () => Editor) {
    paper.text.addEventListener('click', event => {
      const html = (event.target as HTMLElement).closest<HTMLElement>('[data-choices]');
      if (html) this.open(html);
    });
    paper.text.addEventListener('keydown', event => {
      if (!event.altKey || event.key !== 'ArrowDown') return;
      const within = this.current().selection.from.within;
      const html = within && this.paper.htmlOf(within);
      if (html?.dataset.choices === undefined) return;
      event.preventDefault();
      this.open(html);
    });
    list.addEventListener('keydown', event => this.key(event));
    list.addEventListener('click', event => {
      const option = (event.target as HTMLElement).closest<HTMLElement>('[role=option]');
      if (option) this.choose(option.textContent ?? '');
    });
  }

  private open(html: HTMLElement): void {
    const control = this.paper.wordOf(html);
    if (!control || lockedBy(control)) return;
    this.control = control;
    const now = html.textContent ?? '';
    this.list.setAttribute('aria-label', t.choices(titleOf(control)));
    this.list.replaceChildren(...itemsOf(control).map((item, index) => {
      const option = document.createElement('li');
      option.id = `choice-${index}`;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', String(item.displayText === now));
      option.textContent = item.displayText;
      return option;
    }));
    this.list.showPopover();
    const { left, bottom } = html.getBoundingClientRect();
    const { width, height } = this.list.getBoundingClientRect();
    this.list.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
    this.list.style.top = `${Math.max(8, Math.min(bottom + 4, innerHeight - height - 8))}px`;
    this.list.focus();
    this.active(this.options().find(option => option.ariaSelected === 'true') ?? this.options()[0]);
  }

  private key(event: KeyboardEvent): void {
    const options = this.options();
    const at = options.findIndex(option => option.id === this.list.getAttribute('aria-activedescendant'));
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.active(options[Math.max(0, Math.min(options.length - 1, at + step))]);
    else if (event.key === 'Enter' || event.key === ' ') this.choose(options[at]?.textContent ?? '');
    else return;
    event.preventDefault();
  }

  private active(option: HTMLElement | undefined): void {
    for (const other of this.options()) other.classList.toggle('is-active', other === option);
    if (option) this.list.setAttribute('aria-activedescendant', option.id);
  }

  private choose(text: string): void {
    const control = this.control;
    this.list.hidePopover();
    this.paper.text.focus();
    if (!control?.isConnected || text === '') return;
    leavePlaceholder(control);
    setControlText(control, text, '');
    this.current().document.changed();
  }

  private options(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>('[role=option]')];
  }
}
