import '../shared/tokens.css';
import '../shared/base.css';
import '../shared/pane.css';
import type { Settings } from '../shared/contract';
import { failed } from './sign-in-texts';
import { PublicClientApplication } from '@azure/msal-browser';

// The way without Word's help: this page is a dialog of the pane, signs in by itself, and hands the token over.
void Office.onReady().then(async () => {
  // Office.js sets these to null on the object; below it the browser's own still lie, and MSAL needs them.
  for (const name of ['replaceState', 'pushState'] as const) delete (window.history as Partial<History>)[name];
  try {
    // The way back from signing in brings no query of ours.
    const district = new URLSearchParams(location.search).get('district') ?? sessionStorage.getItem('district') ?? '';
    sessionStorage.setItem('district', district);
    const settings = (await (await fetch(`/app/settings.json?district=${encodeURIComponent(district)}`)).json()) as Settings;
    const client = new PublicClientApplication({
      auth: { clientId: settings.clientId!, authority: settings.authority, redirectUri: `${location.origin}/app/word/sign-in.html` },
    });
    await client.initialize();
    const result = await client.handleRedirectPromise();
    if (!result) return await client.loginRedirect({ scopes: [settings.scope!] });

    Office.context.ui.messageParent(JSON.stringify({ token: result.accessToken, until: result.expiresOn?.getTime() }), { targetOrigin: location.origin });
  } catch (error) {
    console.warn(error);
    document.getElementById('said')!.textContent = failed(Office.context.displayLanguage);
    Office.context.ui.messageParent('{}', { targetOrigin: location.origin });
  }
});
