/** What the service says and hears, as its HTTP API has it. Sentences come in the pane's language. */
export interface Settings {
  signIn: 'entra' | 'sandbox';
  clientId?: string;
  authority?: string;
  scope?: string;
  sandbox: boolean;
  districts: { id: string; name: string }[];
}

export interface Me {
  person: { id: string; name: string; function?: string };
  district: { id: string; name: string; shortName: string; boardName: string };
  partner: { id: string; name: string; shortName: string; library?: string };
  roles: string[];
  sandbox: boolean;
}

export interface BoardMember {
  id: string;
  name: string;
  function: string;
  voting: boolean;
}

export type FindingWeight = 'stops' | 'needs-reason' | 'hint';

export interface Finding {
  rule: string;
  place: string;
  message: string;
  remedy: string;
  weight: FindingWeight;
  at?: string | null;
  alsoAt?: string | null;
  alsoAtTag?: string | null;
  accept?: string | null;
  accepted?: string | null;
}

export interface Standing {
  state: 'draft' | 'released' | 'approved' | 'reopened' | 'withdrawn';
  sentence: string;
  isChangedSince: boolean;
}

export interface Check {
  ok: boolean;
  sentence: string;
  minutes: { id: string; number: string; date: string; kind: string; version: number } | null;
  standing: Standing | null;
  findings: Finding[];
}

export interface Accepted {
  finding: string;
  reason: string;
}

export interface Edition {
  sha256: string;
  partner: { name: string; library: string };
  mail: string[];
  withheld: { place: string; kind: string; reason: string }[];
  findings: Finding[];
  preview: string;
  /** Of a joint meeting what the other board reads beside its own passages; the preview is then the own board's. */
  otherPreview?: string | null;
}

export interface Recorded {
  minutes: string;
  version: number;
  state: string;
  sentence: string;
  isNew: boolean;
  approved: string[];
  delivery: string | null;
  startsAt: string | null;
  notes: Record<string, string>;
}

export interface Step {
  step: string;
  name: string;
  state: string;
  sentence: string;
  at?: string | null;
  url?: string | null;
}

export interface Delivery {
  delivery: string;
  minutes: string;
  version: number;
  kind: 'edition' | 'recall' | 'letter';
  state: 'queued' | 'running' | 'delivered' | 'uncertain' | 'refused' | 'failed' | 'withdrawn' | 'stopped';
  sentence: string;
  startsAt?: string | null;
  steps: Step[];
  can: ('hold' | 'start' | 'withdraw' | 'confirm' | 'go')[];
  /** Whether the partner's board took note, in words. */
  receipt?: string | null;
}

export interface Meeting {
  minutes: string;
  number: string;
  date: string;
  kind: string;
  version: number;
  state: string;
  sentence: string;
  releasedBy?: string | null;
  releasedAt?: string | null;
  approvedOn?: string | null;
  deliveries: Delivery[];
}

export interface WithdrawalReason {
  reason: string;
  label: string;
}
