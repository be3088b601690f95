import type { Settings } from '../shared/contract';
import { SandboxSignIn, type SignIn, type SimulatedPerson, readSettings } from '../shared/sign-in';
import type { RedirectSignIn } from './entra';

/** A person of the sandbox, as its list names them. */
export interface SandboxPerson {
  id: string;
  name: string;
  function?: string;
  district: string;
  districtName: string;
}

const personKey = 'partneroffice.simulation.person';
const districtKey = 'partneroffice.district';

/** Who looks at the page, and how they sign in. */
export class Session {
  private constructor(readonly settings: Settings, readonly signIn: SignIn, readonly people: SandboxPerson[], private readonly entra: RedirectSignIn | null) {}

  static async open(): Promise<Session> {
    const asked = new URLSearchParams(location.search);
    if (asked.has('person')) sessionStorage.setItem(personKey, asked.get('person')!);
    if (asked.has('kv')) localStorage.setItem(districtKey, asked.get('kv')!);

    const settings = await readSettings(localStorage.getItem(districtKey) ?? '');
    if (settings.signIn === 'sandbox') return new Session(settings, new SandboxSignIn(settings, chosen), await readPeople(), null);

    const { RedirectSignIn } = await import('./entra');
    const entra = await RedirectSignIn.open(settings);
    return new Session(settings, entra, [], entra);
  }

  get isSignedIn(): boolean {
    return this.entra ? this.entra.isSignedIn : chosen() !== null;
  }

  /** Who was chosen in the sandbox, as the choice has it. */
  get person(): string {
    return sessionStorage.getItem(personKey) ?? '';
  }

  become(person: string): void {
    sessionStorage.setItem(personKey, person);
  }

  /** Leaves for Microsoft's page; the district's own tenant signs in. */
  async leaveFor(district: string): Promise<void> {
    localStorage.setItem(districtKey, district);
    const { RedirectSignIn } = await import('./entra');
    await (await RedirectSignIn.open(await readSettings(district))).leaveForSignIn();
  }

  async signOut(): Promise<void> {
    sessionStorage.removeItem(personKey);
    if (this.entra) await this.entra.signOut();
    else location.assign('/uebersicht');
  }
}

function chosen(): SimulatedPerson | null {
  const [district, id] = (sessionStorage.getItem(personKey) ?? '').split('/');
  return district && id ? { district, id } : null;
}

async function readPeople(): Promise<SandboxPerson[]> {
  const response = await fetch('/sandbox/people').catch(() => null);
  return response?.ok ? ((await response.json()) as SandboxPerson[]) : [];
}
