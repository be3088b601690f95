/** Something that was done, and how it is taken back. */
interface Done {
  sentence: string;
  takeBack: () => Promise<'done' | 'stale'>;
}

const depth = 20;

/** The pane's own steps, the last first: the host's undo covers only part of them (R43). */
export class Undo {
  private readonly steps: Done[] = [];

  get last(): string | null {
    return this.steps.at(-1)?.sentence ?? null;
  }

  push(sentence: string, takeBack: Done['takeBack']): void {
    this.steps.push({ sentence, takeBack });
    if (this.steps.length > depth) this.steps.shift();
  }

  /** Takes the last step back; where the place changed meanwhile, nothing happens. */
  async takeBack(): Promise<{ sentence: string; result: 'done' | 'stale' } | null> {
    const step = this.steps.pop();
    return step ? { sentence: step.sentence, result: await step.takeBack() } : null;
  }
}

/** The steps of this pane. */
export const undo = new Undo();
