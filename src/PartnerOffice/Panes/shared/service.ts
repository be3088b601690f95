import { common } from './common';
import { Problem } from './problem';
import type { SignIn } from './sign-in';

/** The service behind a pane. Refusals and failures come as `Problem`. */
export class Service {
  constructor(private readonly signIn: SignIn) {}

  protected async json<T>(method: string, path: string, body?: unknown, key?: string): Promise<T> {
    return (await (await this.send(method, path, body, key)).json()) as T;
  }

  protected async send(method: string, path: string, body?: unknown, key?: string, signal?: AbortSignal, accept = 'application/json'): Promise<Response> {
    const call = async (token: string) => {
      const headers: Record<string, string> = { Authorization: `Bearer ${token}`, 'Accept-Language': common.language, Accept: accept };
      if (body !== undefined) headers['Content-Type'] = 'application/json';
      if (key) headers['Idempotency-Key'] = key;
      try {
        return await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body), signal, cache: 'no-store' });
      } catch (error) {
        throw signal?.aborted ? error : Problem.network();
      }
    };

    let response = await call(await this.signIn.token());
    // A token ends while a meeting goes on: renewed once, without a question.
    if (response.status === 401) response = await call(await this.signIn.token(true));
    if (!response.ok) throw await Problem.of(response);
    return response;
  }
}

/** The key of one press of a button: the same for its repetitions. */
export const newKey = (): string => crypto.randomUUID();
