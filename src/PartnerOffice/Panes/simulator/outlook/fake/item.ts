import type { EventState, Recipient } from '../contract';
import { answer, CallFailed, outlook } from './async';

const event = (): EventState => outlook.event;

/** Which parts of Office.js this Outlook has. */
export const version = { web: 15, classic: 14, mac: 14, old: 3 }[outlook.profile];
const has = (minor: number): boolean => version >= minor;

const part = <K extends 'subject' | 'start' | 'end' | 'location'>(name: K, change: (value: EventState[K]) => void = (value) => { event()[name] = value; }) => ({
  getAsync: (...args: unknown[]) => answer(`${name}.getAsync`, args, () => event()[name]),
  setAsync: (value: EventState[K], ...args: unknown[]) => answer(`${name}.setAsync`, args, () => {
    if (typeof value === 'string' && value.length > 255) throw new CallFailed(9009, 'DataExceedsMaximumSize');
    change(value);
    outlook.changed();
  }),
});

// Addresses with an apostrophe are dropped silently, as Outlook does; and all of them, when that goes wrong for everybody.
const accepted = (list: readonly (Recipient | string)[]): Recipient[] =>
  list.map((one) => (typeof one === 'string' ? { emailAddress: one, displayName: one } : { ...one })).filter((one) => outlook.fault !== 'add' && !one.emailAddress.includes("'"));

const recipients = (name: 'required' | 'optional') => ({
  // Classic Outlook counts the organiser among the required ones.
  getAsync: (...args: unknown[]) => answer(`${name}.getAsync`, args, () => [
    ...(name === 'required' && outlook.profile === 'classic' ? [{ emailAddress: outlook.owner, displayName: outlook.owner }] : []), ...event()[name].map((one) => ({ ...one })),
  ]),
  addAsync: (list: (Recipient | string)[], ...args: unknown[]) => answer(`${name}.addAsync`, args, () => {
    if (list.length > 100) throw new CallFailed(9010, 'RecipientsLimitExceeded');
    event()[name].push(...accepted(list));
    outlook.changed();
  }),
  setAsync: (list: (Recipient | string)[], ...args: unknown[]) => answer(`${name}.setAsync`, args, () => {
    event()[name] = accepted(list).filter((one) => one.emailAddress !== outlook.owner);
    outlook.changed();
  }),
});

const write = (change: (html: string) => string) => (value: string, ...args: unknown[]) => answer('body.write', args, () => {
  if (outlook.fault === 'body') throw new CallFailed(9002, 'The body cannot be written');
  const isText = args.some((arg) => typeof arg === 'object' && arg !== null && (arg as { coercionType?: string }).coercionType === 'text');
  event().html = change(isText ? value.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\n/g, '<br>') : value);
  outlook.changed();
});

const body = {
  getTypeAsync: (...args: unknown[]) => answer('body.getTypeAsync', args, () => (outlook.profile === 'old' ? 'text' : 'html')),
  getAsync: (kind: string, ...args: unknown[]) => answer('body.getAsync', args, () => (kind === 'html' ? event().html : outlook.text())),
  setAsync: write((html) => html),
  prependAsync: write((html) => html + event().html),
};

/** One view of the properties: it is there at once in this window, and for others only when the event was saved. */
function properties(): object {
  const copy = { ...event().pending };
  return {
    get: (name: string) => copy[name],
    set: (name: string, value: unknown) => void (copy[name] = value),
    remove: (name: string) => void delete copy[name],
    saveAsync: (...args: unknown[]) => answer('customProperties.saveAsync', args, () => {
      // New Outlook: "Id is malformed" for an event that was never saved.
      if (outlook.fault === 'save') {
        outlook.fault = 'none';
        throw new CallFailed(9020, 'Id is malformed.');
      }
      if (JSON.stringify(copy).length > 2_500) throw new CallFailed(9009, 'DataExceedsMaximumSize');
      event().pending = { ...copy };
      if (outlook.profile !== 'classic') event().stored = { ...copy };
    }),
  };
}

const isPane = location.pathname.includes('taskpane');

/** The event that is being edited. */
export const item = {
  itemType: 'appointment',
  subject: part('subject'),
  // The end moves along, as in Outlook.
  start: part('start', (value) => {
    const length = event().end.getTime() - event().start.getTime();
    event().start = new Date(value);
    event().end = new Date(new Date(value).getTime() + length);
  }),
  end: part('end', (value) => {
    if (new Date(value) < event().start) throw new CallFailed(9012, 'InvalidEndTime');
    event().end = new Date(value);
  }),
  location: part('location'),
  requiredAttendees: recipients('required'),
  optionalAttendees: recipients('optional'),
  body,
  loadCustomPropertiesAsync: (...args: unknown[]) => answer('loadCustomPropertiesAsync', args, () => {
    if (!isPane) event().pending = { ...event().stored };
    return properties();
  }),
  saveAsync: (...args: unknown[]) => answer('saveAsync', args, () => {
    event().stored = { ...event().pending };
    return 'simulated-item';
  }),
  ...(has(7) && {
    recurrence: { getAsync: (...args: unknown[]) => answer('recurrence.getAsync', args, () => (event().series ? { recurrenceType: 'monthly' } : null)) },
    organizer: { getAsync: (...args: unknown[]) => answer('organizer.getAsync', args, () => {
      if (outlook.profile === 'mac') throw new CallFailed(9030, 'OperationNotSupported');
      return { emailAddress: outlook.owner, displayName: outlook.owner };
    }) },
  }),
  ...(has(8) && {
    enhancedLocation: { getAsync: (...args: unknown[]) => answer('enhancedLocation.getAsync', args, () => (event().location ? [{ displayName: event().location, locationIdentifier: { id: event().location, type: event().room ? 'room' : 'custom' } }] : [])) },
    getInitializationContextAsync: (...args: unknown[]) => answer('getInitializationContextAsync', args, () => outlook.contextData),
    getSharedPropertiesAsync: (...args: unknown[]) => answer('getSharedPropertiesAsync', args, () => {
      if (outlook.profile === 'mac' || outlook.calendar !== 'shared') throw new CallFailed(9030, 'OperationNotSupported');
      return { owner: outlook.owner, targetRestUrl: '', targetMailbox: outlook.owner, delegatePermissions: 31 };
    }),
  }),
  ...(has(11) && {
    sessionData: {
      getAsync: (name: string, ...args: unknown[]) => answer('sessionData.getAsync', args, () => {
        if (!event().session.has(name)) throw new CallFailed(9020, 'KeyNotFound');
        return event().session.get(name);
      }),
      setAsync: (name: string, value: string, ...args: unknown[]) => answer('sessionData.setAsync', args, () => void event().session.set(name, value)),
    },
  }),
  ...(has(14) && {
    sensitivity: {
      getAsync: (...args: unknown[]) => answer('sensitivity.getAsync', args, () => event().sensitivity),
      setAsync: (value: string, ...args: unknown[]) => answer('sensitivity.setAsync', args, () => {
        event().sensitivity = value;
        outlook.changed();
      }),
    },
  }),
};
