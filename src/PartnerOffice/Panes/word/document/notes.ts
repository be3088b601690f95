import { applyChanges, canWrite, type Change } from './change';
import { tags } from './tags';
import { readDocument } from './snapshot';

/** Writes what the service recorded into the document. The ledger counts; what could not be written is told. */
/** @returns the tags that have no control, or one that this host cannot set. */
export async function writeNotes(notes: Record<string, string>): Promise<string[]> {
  const snapshot = await readDocument();
  const missing: string[] = [];
  const changes: Change[] = [];
  for (const [tag, after] of Object.entries(notes)) {
    const controls = snapshot.values.get(tag) ?? [];
    const kind = tag === tags.approvalState ? 'choice' : 'text';
    if (controls.length === 0 || !controls.every((control) => canWrite({ kind, control: control.id }))) missing.push(tag);
    else changes.push(...controls.filter((control) => control.text !== after).map((control): Change => ({ place: { kind, control: control.id }, before: control.text, after })));
  }

  if (changes.length > 0 && (await applyChanges(changes)) === 'stale') missing.push(...changes.map(() => ''));
  return missing;
}
