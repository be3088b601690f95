/** What the shared parts say. Each pane's own sentences include these, in both languages. */
export interface CommonTexts {
  language: string;
  cancel: string;
  discard: string;
  status: { label: string; again: string; undo: string; undone: (sentence: string) => string; notUndone: string };
  problems: { network: string; nothingLost: string; service: string; signIn: string; unknown: string; host: string; hostRemedy: string };
  signIn: { running: string; nobody: string; nobodyRemedy: string; cancelled: string; failed: string; stillWorks: string };
}

/** The sentences of the pane that runs, in its language. */
export let common: CommonTexts;

export function speak(texts: CommonTexts): void {
  common = texts;
}
