import type { Finding } from './contract';
import { common } from './common';

/** A refusal of the service, or a failure on the way to it, in a sentence that says what to do. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly sentence: string,
    readonly remedy = '',
    readonly more: ProblemDetails = {},
  ) {
    super(sentence);
  }

  /** Whether the same press of the button may succeed later. */
  get mayTryAgain(): boolean {
    return this.code === 'network' || this.code === 'too-many' || this.code === 'service' || this.code === 'sign-in';
  }

  static async of(response: Response): Promise<Problem> {
    const details = (await response.json().catch(() => ({}))) as ProblemDetails;
    const code = details.code ?? (response.status === 429 ? 'too-many' : response.status === 401 ? 'sign-in' : response.status === 404 ? 'unknown' : 'service');
    return new Problem(code, details.detail ?? (code === 'sign-in' ? common.problems.signIn : common.problems.service), details.remedy ?? '', details);
  }

  static network(): Problem {
    return new Problem('network', common.problems.network, common.problems.nothingLost);
  }
}

export interface ProblemDetails {
  code?: string;
  detail?: string;
  remedy?: string;
  place?: string;
  sha256?: string;
  status?: number;
  findings?: Finding[];
}
