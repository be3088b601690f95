import { h } from './dom';

/** The tabs above a pane's view: one stop for the Tab key; the arrows go from tab to tab. */
export function tabBar<Name extends string>(bar: HTMLElement, names: readonly Name[], chosen: () => Name, open: (name: Name) => void) {
  const tab = (name: Name): HTMLElement => document.getElementById(`tab-${name}`)!;

  bar.addEventListener('keydown', (event) => {
    const at = names.indexOf(chosen());
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: names.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const name = names[(to + names.length) % names.length]!;
    open(name);
    tab(name).focus();
  });

  return {
    /** Writes on them what the pane's language says. */
    label(whole: string, words: Record<Name, string>): void {
      bar.setAttribute('aria-label', whole);
      bar.replaceChildren(...names.map((name) => h('button', { role: 'tab', id: `tab-${name}`, 'aria-controls': 'view', onclick: () => open(name) }, words[name])));
    },
    /** Marks the one that is open. */
    mark(): void {
      for (const name of names) {
        tab(name).setAttribute('aria-selected', String(name === chosen()));
        tab(name).tabIndex = name === chosen() ? 0 : -1;
      }
    },
  };
}
