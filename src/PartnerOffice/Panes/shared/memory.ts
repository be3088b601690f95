import type { Accepted } from './contract';

type Form = Record<string, string>;

interface Kept {
  forms: Record<string, Form>;
  accepted: Accepted[];
}

/** What is being typed, kept per minutes or appointment until it stands there: it survives a reload, sleep and a lost network. */
export class Memory {
  private kept: Kept = { forms: {}, accepted: [] };
  private key = '';

  /** Opens what was kept for these minutes or this appointment. */
  open(subject: string): void {
    // On the web storage is shared between customers unless the host gives a partition.
    const partition = (Office.context as { partitionKey?: string }).partitionKey ?? '';
    const key = `${partition}partneroffice:${subject}`;
    if (key === this.key) return;

    this.key = key;
    const stored = this.storage?.getItem(key);
    this.kept = stored ? { forms: {}, accepted: [], ...(JSON.parse(stored) as Partial<Kept>) } : { forms: {}, accepted: [] };
  }

  form(name: string): Readonly<Form> {
    return this.kept.forms[name] ?? {};
  }

  has(name: string): boolean {
    return Object.keys(this.form(name)).length > 0;
  }

  set(name: string, field: string, value: string): void {
    const form = (this.kept.forms[name] ??= {});
    if (form[field] === value) return;
    form[field] = value;
    this.save();
  }

  fill(name: string, form: Form): void {
    this.kept.forms[name] = { ...form };
    this.save();
  }

  clear(name: string): void {
    delete this.kept.forms[name];
    this.save();
  }

  /** Reasons that were given for findings; the service records them with the release. */
  get accepted(): readonly Accepted[] {
    return this.kept.accepted;
  }

  accept(finding: string, reason: string): void {
    this.kept.accepted = [...this.kept.accepted.filter((one) => one.finding !== finding), ...(reason ? [{ finding, reason }] : [])];
    this.save();
  }

  forgetAccepted(): void {
    this.kept.accepted = [];
    this.save();
  }

  private get storage(): Storage | null {
    try {
      return window.localStorage;
    } catch {
      // Storage may be forbidden in a frame; then the entries live as long as the pane.
      return null;
    }
  }

  private save(): void {
    try {
      const isEmpty = Object.keys(this.kept.forms).length === 0 && this.kept.accepted.length === 0;
      if (isEmpty) this.storage?.removeItem(this.key);
      else this.storage?.setItem(this.key, JSON.stringify(this.kept));
    } catch {
      // Full or forbidden: nothing a person in a meeting could do about it.
    }
  }
}
