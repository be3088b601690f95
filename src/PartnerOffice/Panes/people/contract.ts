export type Role = 'secretary' | 'chair' | 'coordinator' | 'administrator';
export type Account = 'tenant' | 'guest' | 'none';

export interface Term {
  function: string;
  voting: boolean;
  from: string;
  until?: string | null;
}

export interface HeldRole {
  role: Role;
  deputy: boolean;
  from: string;
  until?: string | null;
}

export interface Person {
  id: string;
  name: string;
  inOffice: boolean;
  account: Account;
  userPrincipalName?: string | null;
  addresses: { mail: string; private: boolean }[];
  terms: Term[];
  roles: HeldRole[];
}

/** The own people, as those who may edit them see them. */
export interface Register {
  today: string;
  nextId: string;
  file: 'following' | 'needs-restart' | 'unreadable';
  editable: boolean;
  accounts: boolean;
  people: Person[];
  publicPersons: { name: string; function: string }[];
}

/** A change as the service takes it; which values it has follows from its kind. */
export type Change = { kind: string } & Record<string, string | boolean | undefined>;

/** What follows from changes, seen or entered. */
export interface Preview {
  state: 'preview' | 'done';
  digest: string;
  changes: Change[];
  consequences: { kind: string; from: string; sentence: string }[];
  handovers: string[];
  restart?: string;
}

export interface ImportedList {
  preview?: Preview;
  notes: { line: number; sentence: string }[];
  problem?: string;
}
