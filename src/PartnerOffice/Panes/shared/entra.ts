import type { AccountInfo, AuthenticationResult, IPublicClientApplication } from '@azure/msal-browser';
import type { Settings } from './contract';
import { Problem } from './problem';
import type { SignIn } from './sign-in';
import { common } from './common';

/** Nested app authentication: Office itself signs in. Where it cannot, an Office dialog does. */
export class EntraSignIn implements SignIn {
  private client?: Promise<IPublicClientApplication>;
  private account: AccountInfo | null = null;
  private dialog?: { token: string; until: number };

  constructor(readonly settings: Settings, private readonly district: string) {}

  async token(renewed = false): Promise<string> {
    if (this.dialog && !renewed && this.dialog.until > Date.now()) return this.dialog.token;
    try {
      return (await this.nested(renewed)).accessToken;
    } catch (error) {
      if (isRefusedByPerson(error)) throw new Problem('sign-in', common.signIn.cancelled, common.signIn.stillWorks);
      return this.byDialog();
    }
  }

  private async nested(forceRefresh: boolean): Promise<AuthenticationResult> {
    if (!Office.context.requirements.isSetSupported('NestedAppAuth', '1.1')) throw new Error('no nested app authentication');

    const client = await (this.client ??= this.create());
    const request = { scopes: [this.settings.scope!], account: this.account ?? undefined, loginHint: await loginHint(), forceRefresh };
    // Silently by cache, silently by the session that Office has, and only then with a window.
    const result = await client
      .acquireTokenSilent(request)
      .catch(() => client.ssoSilent(request))
      .catch(() => client.acquireTokenPopup(request));
    this.account = result.account;
    return result;
  }

  private async create(): Promise<IPublicClientApplication> {
    const { createNestablePublicClientApplication } = await import('@azure/msal-browser');
    return createNestablePublicClientApplication({
      auth: { clientId: this.settings.clientId!, authority: this.settings.authority },
      cache: { cacheLocation: 'localStorage' },
    });
  }

  private byDialog(): Promise<string> {
    return new Promise((resolve, reject) => {
      const fail = () => reject(new Problem('sign-in', common.signIn.failed, common.signIn.stillWorks));
      Office.context.ui.displayDialogAsync(`${location.origin}/app/word/sign-in.html?district=${encodeURIComponent(this.district)}`, { height: 60, width: 30 }, (opened) => {
        if (opened.status !== Office.AsyncResultStatus.Succeeded) return fail();

        const dialog = opened.value;
        dialog.addEventHandler(Office.EventType.DialogMessageReceived, (message) => {
          dialog.close();
          const said = 'message' in message && message.origin === location.origin ? (JSON.parse(message.message) as { token?: string; until?: number }) : {};
          if (!said.token) return fail();
          this.dialog = { token: said.token, until: said.until ?? Date.now() + 300_000 };
          resolve(said.token);
        });
        dialog.addEventHandler(Office.EventType.DialogEventReceived, fail);
      });
    });
  }
}

async function loginHint(): Promise<string | undefined> {
  // Word on the web names the account that way; other hosts may not know the question.
  const context = await Office.auth?.getAuthContext?.().catch(() => undefined);
  return context?.userPrincipalName;
}

const isRefusedByPerson = (error: unknown): boolean => (error as { errorCode?: string } | null)?.errorCode === 'user_cancelled';
