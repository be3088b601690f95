import type { Settings } from './contract';
import { Problem } from './problem';
import { common } from './common';

/** Who asks the service: a token when one is needed. */
export interface SignIn {
  readonly settings: Settings;
  token(renewed?: boolean): Promise<string>;
}

/** A person of the sandbox, as the simulation names them. */
export interface SimulatedPerson {
  district: string;
  id: string;
  name?: string;
}

/** Signs in the way this service wants it. Without the service everything but the service still works (R40). */
export async function openSignIn(district: string): Promise<SignIn> {
  const settings = await readSettings(district);
  if (settings.signIn === 'sandbox') return new SandboxSignIn(settings, simulatedPerson);

  const { EntraSignIn } = await import('./entra');
  return new EntraSignIn(settings, district);
}

/** What the service says before anybody signs in. */
export async function readSettings(district: string): Promise<Settings> {
  const response = await fetch(`/app/settings.json?district=${encodeURIComponent(district)}`, { cache: 'no-store' }).catch(() => {
    throw Problem.network();
  });
  if (!response.ok) throw await Problem.of(response);
  return (await response.json()) as Settings;
}

/** The sandbox has no passwords: the page round the pane, or the page itself, says who sits in front of it. */
export class SandboxSignIn implements SignIn {
  private current?: { of: string; token: Promise<string> };

  constructor(readonly settings: Settings, private readonly who: () => SimulatedPerson | null) {}

  async token(renewed = false): Promise<string> {
    const person = this.who();
    if (!person) throw new Problem('sign-in', common.signIn.nobody, common.signIn.nobodyRemedy);

    const of = `${person.district}/${person.id}`;
    if (renewed || this.current?.of !== of) this.current = { of, token: this.fetch(of) };
    try {
      return await this.current.token;
    } catch (error) {
      this.current = undefined;
      throw error;
    }
  }

  private async fetch(of: string): Promise<string> {
    const response = await fetch(`/sandbox/token/${of}`, { method: 'POST' }).catch(() => {
      throw Problem.network();
    });
    if (!response.ok) throw new Problem('sign-in', common.problems.signIn);
    return ((await response.json()) as { access_token: string }).access_token;
  }
}

/** The page round the pane, where it is the simulated Word or Outlook; null in a real one. */
export function simulation(): (EventTarget & { simulation: { person?: unknown } }) | null {
  try {
    return window.parent !== window && 'simulation' in window.parent ? (window.parent as never) : null;
  } catch {
    // A real one is another origin, and must not be asked.
    return null;
  }
}

function simulatedPerson(): SimulatedPerson | null {
  const person = simulation()?.simulation.person;
  if (typeof person === 'string') {
    const [district, id] = person.split('/');
    return district && id ? { district, id } : null;
  }
  return (person as SimulatedPerson | undefined) ?? null;
}
