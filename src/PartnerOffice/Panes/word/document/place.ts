import { controlsOf, withWord } from './word';

/** Shows a control in the document: selected, and scrolled to. */
export function goTo(tag: string): Promise<boolean> {
  return withWord(async (context) => {
    const control = controlsOf(context.document).getByTag(tag).getFirstOrNullObject();
    control.load('id');
    await context.sync();
    if (control.isNullObject) return false;

    control.select();
    await context.sync();
    return true;
  });
}

/** Shows the line with a block's drop-downs, for a host that cannot set them. */
export function goToChoices(block: number): Promise<void> {
  return withWord(async (context) => {
    controlsOf(context.document).getById(block).paragraphs.getFirst().getNext().select();
    await context.sync();
  });
}
