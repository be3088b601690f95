import { CacheLookupPolicy, type IPublicClientApplication, PublicClientApplication } from '@azure/msal-browser';
import type { Settings } from '../shared/contract';
import { Problem } from '../shared/problem';
import type { SignIn } from '../shared/sign-in';
import { t } from './texts';

/** Signs in by leaving for Microsoft's page and coming back: no window that a phone would block, no hidden frame. What it learns ends with the tab. */
export class RedirectSignIn implements SignIn {
  private constructor(readonly settings: Settings, private readonly client: IPublicClientApplication) {}

  static async open(settings: Settings): Promise<RedirectSignIn> {
    const client = new PublicClientApplication({
      auth: { clientId: settings.clientId!, authority: settings.authority, redirectUri: `${location.origin}/uebersicht` },
      cache: { cacheLocation: 'sessionStorage' },
    });
    await client.initialize();
    const back = await client.handleRedirectPromise();
    client.setActiveAccount(back?.account ?? client.getAllAccounts()[0] ?? null);
    return new RedirectSignIn(settings, client);
  }

  get isSignedIn(): boolean {
    return this.client.getActiveAccount() !== null;
  }

  async token(renewed = false): Promise<string> {
    const account = this.client.getActiveAccount();
    try {
      if (!account) throw new Error('nobody is signed in');
      const policy = { cacheLookupPolicy: CacheLookupPolicy.AccessTokenAndRefreshToken, forceRefresh: renewed };
      return (await this.client.acquireTokenSilent({ scopes: [this.settings.scope!], account, ...policy })).accessToken;
    } catch {
      throw new Problem('sign-in', t.signInAgain);
    }
  }

  async leaveForSignIn(): Promise<void> {
    await this.client.loginRedirect({ scopes: [this.settings.scope!], prompt: 'select_account' });
  }

  async signOut(): Promise<void> {
    await this.client.logoutRedirect({ account: this.client.getActiveAccount(), postLogoutRedirectUri: `${location.origin}/uebersicht` });
  }
}
