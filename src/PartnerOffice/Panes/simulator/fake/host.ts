import type { Profile, Session, SimulatedWord } from '../contract';

/** The simulated Word that this pane stands in. */
export const word: SimulatedWord = (window.parent as Window).simulatedWord ?? missing();
export const session: Session = word.sessionOf(window);

interface ProfileFacts {
  readonly platform: 'OfficeOnline' | 'PC' | 'Mac';
  readonly wordApi: string;
  readonly wordApiDesktop: string | null;
}

const facts: Record<Profile, ProfileFacts> = {
  web: { platform: 'OfficeOnline', wordApi: '1.9', wordApiDesktop: null },
  'win-classic': { platform: 'PC', wordApi: '1.9', wordApiDesktop: '1.3' },
  mac: { platform: 'Mac', wordApi: '1.9', wordApiDesktop: '1.3' },
  // Older ones, for what the pane does without the newer calls.
  word18: { platform: 'OfficeOnline', wordApi: '1.8', wordApiDesktop: null },
  word13: { platform: 'PC', wordApi: '1.3', wordApiDesktop: null },
};

export const host: ProfileFacts = facts[word.profile];
export const isWeb = host.platform === 'OfficeOnline';

export function isSetSupported(name: string, version = '1.1'): boolean {
  const has = {
    wordapi: host.wordApi,
    wordapidesktop: host.wordApiDesktop,
    // A created document can be filled before it opens only on a desktop.
    wordapihiddendocument: isWeb ? null : '1.3',
    dialogapi: '1.2', dialogorigin: '1.1', file: '1.1', compressedfile: '1.1', documentevents: '1.1', settings: '1.1', openbrowserwindowapi: '1.1',
  }[name.toLowerCase()];
  return has != null && compare(has, version) >= 0;
}

export function record(name: string, on?: string, args?: readonly unknown[]): void {
  word.calls.push([name, { ...(on === undefined ? {} : { on }), ...(args === undefined ? {} : { args: args.map(plain) }) }]);
}

const plain = (value: unknown): unknown =>
  typeof value === 'function' ? 'function' : value !== null && typeof value === 'object' && 'context' in value ? (value as { kind?: unknown }).kind
    : typeof value === 'string' && value.length > 500 ? `${value.slice(0, 500)}… (${value.length})` : value;

function compare(a: string, b: string): number {
  const [x = 0, y = 0] = a.split('.').map(Number);
  const [u = 0, v = 0] = b.split('.').map(Number);
  return x - u || y - v;
}

function missing(): never {
  throw new Error('the simulated Office.js works only inside the page "Word (Simulation)"');
}
