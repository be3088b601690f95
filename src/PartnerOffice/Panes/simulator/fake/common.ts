// Office.*: what is the same in every program of Office.

import { answer, CallFailed } from './async';
import { displayDialog, messageParent } from './dialog';
import { getFile } from './file';
import { guarded } from './guard';
import { host, isSetSupported, record, session, word } from './host';

const selectionChanged = 'documentSelectionChanged';
// Kept with the window, not in the file: what a pane must not lose it must not put here.
const settings = guarded({
  get: (name: string): unknown => structuredClone(session.settings.get(name) ?? null),
  set: (name: string, value: unknown): void => { session.settings.set(name, structuredClone(value)); },
  remove: (name: string): void => { session.settings.delete(name); },
  saveAsync: (...args: unknown[]): void => answer('Settings.saveAsync', args, () => undefined),
  refreshAsync: (...args: unknown[]): void => answer('Settings.refreshAsync', args, () => settings),
}, 'Office.Settings');

const document = guarded({
  get url(): string { return session.url; },
  mode: 'readWrite',
  settings,
  getFileAsync: getFile,
  getFilePropertiesAsync: (...args: unknown[]): void => answer('Document.getFilePropertiesAsync', args, () => ({ url: session.url })),
  addHandlerAsync(type: string, handler: (args: unknown) => void, ...rest: unknown[]): void {
    answer('Document.addHandlerAsync', [type, ...rest], () => {
      if (type !== selectionChanged) throw new CallFailed(1007, 'Unsupported', `the simulation has no event ${type}`);
      const listener = (): void => handler({ type, document });
      handlers.set(handler, listener);
      session.selectionHandlers.add(listener);
    });
  },
  removeHandlerAsync(type: string, ...rest: unknown[]): void {
    answer('Document.removeHandlerAsync', [type, ...rest], () => {
      const one = rest.find((arg): arg is { handler: unknown } => typeof arg === 'object' && arg !== null && 'handler' in arg)?.handler;
      for (const [handler, listener] of handlers) {
        if (one && handler !== one) continue;
        session.selectionHandlers.delete(listener);
        handlers.delete(handler);
      }
    });
  },
}, 'Office.Document');
const handlers = new Map<unknown, () => void>();

const context = guarded({
  displayLanguage: word.language,
  contentLanguage: 'de-DE',
  host: 'Word',
  platform: host.platform,
  // Names that a pane asks for and that Word does not always have.
  auth: undefined,
  partitionKey: undefined,
  officeTheme: undefined,
  diagnostics: { host: 'Word', platform: host.platform, version: '16.0.0 (simulated)' },
  requirements: guarded({ isSetSupported }, 'Office.RequirementSetSupport'),
  ui: guarded({
    displayDialogAsync: displayDialog,
    messageParent,
    openBrowserWindow(url: string): void {
      record('UI.openBrowserWindow', undefined, [url]);
      window.open(url, '_blank', 'noopener');
    },
    addHandlerAsync: (...args: unknown[]): void => answer('UI.addHandlerAsync', args, () => undefined),
  }, 'Office.UI'),
  document,
}, 'Office.context');

const info = { host: 'Word', platform: host.platform };

export const office = guarded({
  context,
  auth: undefined,
  initialize: undefined,
  onReady(callback?: (what: typeof info) => unknown): Promise<typeof info> {
    record('Office.onReady');
    return new Promise(resolve => setTimeout(() => {
      callback?.(info);
      resolve(info);
    }));
  },
  addin: guarded({
    showAsTaskpane: async (): Promise<void> => undefined,
    setStartupBehavior: async (): Promise<void> => undefined,
  }, 'Office.addin'),
  actions: guarded({ associate: (name: string): void => record('Actions.associate', undefined, [name]) }, 'Office.actions'),
  HostType: { Word: 'Word', Excel: 'Excel', PowerPoint: 'PowerPoint', Outlook: 'Outlook', OneNote: 'OneNote', Project: 'Project', Access: 'Access' },
  PlatformType: { PC: 'PC', OfficeOnline: 'OfficeOnline', Mac: 'Mac', iOS: 'iOS', Android: 'Android', Universal: 'Universal' },
  FileType: { Text: 'text', Compressed: 'compressed', Pdf: 'pdf' },
  AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
  EventType: {
    DocumentSelectionChanged: selectionChanged, DialogMessageReceived: 'dialogMessageReceived', DialogEventReceived: 'dialogEventReceived',
    DialogParentMessageReceived: 'dialogParentMessageReceived', SettingsChanged: 'settingsChanged',
  },
  StartupBehavior: { none: 'none', load: 'load' },
  CoercionType: { Text: 'text', Html: 'html', Ooxml: 'ooxml' },
}, 'Office');
