const narrowest = 280;
const widest = 640;
const steps = [300, 350, 500];

/** The border between paper and pane: moved by mouse, by arrow keys, and by a double click between the usual widths. */
export function splitter(handle: HTMLElement): void {
  let width = Number(new URLSearchParams(location.search).get('width')) || 350;
  const set = (wanted: number): void => {
    width = Math.round(Math.max(narrowest, Math.min(widest, wanted)));
    document.documentElement.style.setProperty('--pane', `${width}px`);
    handle.setAttribute('aria-valuenow', String(width));
  };
  handle.setAttribute('aria-valuemin', String(narrowest));
  handle.setAttribute('aria-valuemax', String(widest));
  set(width);

  handle.addEventListener('pointerdown', event => {
    handle.setPointerCapture(event.pointerId);
    // The pane's own page would swallow the moves of the mouse.
    document.body.classList.add('is-resizing');
  });
  handle.addEventListener('pointermove', event => { if (handle.hasPointerCapture(event.pointerId)) set(innerWidth - event.clientX); });
  handle.addEventListener('lostpointercapture', () => document.body.classList.remove('is-resizing'));
  handle.addEventListener('dblclick', () => set(steps.find(step => step > width) ?? steps[0]!));
  handle.addEventListener('keydown', event => {
    const by = { ArrowLeft: 10, ArrowRight: -10, PageUp: 50, PageDown: -50 }[event.key];
    if (by) set(width + by);
    else if (event.key === 'Home') set(narrowest);
    else if (event.key === 'End') set(widest);
    else return;
    event.preventDefault();
  });
}
