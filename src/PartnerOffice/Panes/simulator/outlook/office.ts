// The simulated Office.js of Outlook: one classic script that stands where Microsoft's stands, for the pane and for the script that runs at sending.

import { answer, CallFailed, outlook } from './fake/async';
import { item, version } from './fake/item';

window.simulatedActions = {};

const messageName = 'partneroffice-simulated-dialog';

Object.assign(window, {
  Office: {
    AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
    CoercionType: { Html: 'html', Text: 'text' },
    EventType: { DialogMessageReceived: 'dialogMessageReceived', DialogEventReceived: 'dialogEventReceived' },
    onReady: (callback?: (info: object) => void) => {
      const info = { host: 'Outlook', platform: { web: 'OfficeOnline', classic: 'PC', mac: 'Mac', old: 'PC' }[outlook.profile] };
      callback?.(info);
      return Promise.resolve(info);
    },
    actions: { associate: (name: string, act: never) => void (window.simulatedActions![name] = act) },
    context: {
      displayLanguage: outlook.language,
      requirements: {
        isSetSupported: (name: string, wanted = '1.1') => name === 'Mailbox' && Number(wanted.split('.')[1]) <= version,
      },
      mailbox: { item, userProfile: { emailAddress: outlook.account, displayName: outlook.account } },
      ui: {
        messageParent: (message: string) => window.parent.postMessage({ name: messageName, message }, location.origin),
        displayDialogAsync: (_url: string, ...args: unknown[]) => answer('ui.displayDialogAsync', args, () => {
          throw new CallFailed(12007, 'The simulation signs in by itself.');
        }),
      },
    },
  },
});
