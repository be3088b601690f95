import { cellsOf, isBlank, type TableView } from './tables';
import { words } from './tags';
import { fieldTime, isThere, spansOf } from './times';
import type { Item, Snapshot } from './snapshot';

/** A row of the attendance table. */
export interface Person {
  row: number;
  name: string;
  function: string;
  status: string;
  isVoting: boolean;
  time: string;
}

export function peopleIn(table: TableView | null): Person[] {
  return (table?.rows ?? []).flatMap((row, at) => {
    if (isBlank(row)) return [];
    const cells = cellsOf(table!.form, row);
    return [{ row: at, name: cells.Name!, function: cells.Funktion!, status: cells.Teilnahme!, isVoting: /^(ja|j|x|stimmberechtigt)/i.test(cells.Stimmrecht!), time: cells.Zeit! }];
  });
}

const inRoom: readonly string[] = [words.present, words.online, words.guest];

export const wasThere = (person: Person): boolean => inRoom.includes(person.status);

export const isInRoom = (person: Person): boolean => wasThere(person) && isThere(person.time);

export const isGuest = (person: Person): boolean => person.status === words.guest;

/** Voting members in the room now. */
export const votingNow = (people: Person[]): number => people.filter((person) => person.isVoting && !isGuest(person) && isInRoom(person)).length;

/** Voting members in the room at an agenda item, where the spans can be ordered; null where a person must count. */
export function votingAt(people: Person[], item: Item, snapshot: Snapshot): number | null {
  const order = snapshot.items.map((other) => other.number.replace(/\s/g, ''));
  const here = order.indexOf(item.number.replace(/\s/g, ''));
  const start = fieldTime(item.start?.text ?? '');
  const after = (end: string, isFrom: boolean): boolean | null => {
    if (!end) return true;
    const number = /^TOP (.+)$/i.exec(end)?.[1]?.replace(/\s/g, '');
    if (number !== undefined) {
      const at = order.indexOf(number);
      return at < 0 ? null : isFrom ? here >= at : here <= at;
    }
    if (!start) return null;
    return isFrom ? start >= fieldTime(end) : start < fieldTime(end);
  };

  let count = 0;
  for (const person of people) {
    if (!person.isVoting || isGuest(person) || !wasThere(person)) continue;
    const spans = spansOf(person.time);
    if (spans.length === 0) {
      count++;
      continue;
    }
    const states = spans.map((span) => {
      if (!span) return null;
      const [came, stays] = [after(span.from, true), after(span.until, false)];
      return came === false || stays === false ? false : came && stays ? true : null;
    });
    if (states.includes(true)) count++;
    else if (states.includes(null)) return null;
  }
  return count;
}
