/** The tags of the form's content controls, as the reader knows them. */
export const tags = {
  minutes: 'po:meeting.id',
  district: 'po:meeting.district',
  number: 'po:meeting.number',
  date: 'po:meeting.date',
  start: 'po:meeting.start',
  end: 'po:meeting.end',
  minuteTaker: 'po:minuteTaker',
  boardPrefix: 'po:board:',
  quorumElected: 'po:quorum.elected',
  quorumRequired: 'po:quorum.required',
  quorumPresent: 'po:quorum.present',
  quorumAt: 'po:quorum.establishedAt',
  agendaList: 'po:agenda.list',
  itemPrefix: 'po:item:',
  sparePrefix: 'po:item:frei-',
  title: 'po:title',
  audience: 'po:audience',
  status: 'po:status',
  text: 'po:text',
  itemStart: 'po:start',
  internal: 'po:internal',
  approvalState: 'po:approval.state',
} as const;

/** The words of the form. They are the minutes' own language, whatever language the pane speaks. */
export const words = {
  nothing: '–',
  item: 'TOP',
  partner: 'Partner',
  board: 'Nur Vorstand',
  undecided: 'noch offen',
  dealtWith: 'behandelt',
  postponed: 'vertagt',
  withdrawn: 'abgesetzt',
  present: 'anwesend',
  online: 'digital',
  excused: 'entschuldigt',
  unexcused: 'unentschuldigt',
  guest: 'Gast',
  yes: 'ja',
  no: 'nein',
  open: 'offen',
  secret: 'geheim',
  rollCall: 'namentlich',
  unanimous: 'einstimmig',
  adopted: 'angenommen',
  rejected: 'abgelehnt',
  deferred: 'zurückgestellt',
  done: 'erledigt',
  rescheduled: 'neu terminiert',
  dropped: 'entfallen',
  ongoing: 'laufend',
  signBegin: '[nur Vorstand]',
  signEnd: '[Ende nur Vorstand]',
  partBegins: 'Beginn des nichtöffentlichen Teils',
  partEnds: 'Ende des nichtöffentlichen Teils',
  inTheRoom: 'Im Raum',
  confidentialPart: 'Personal, Mitgliederangelegenheiten, laufende Verfahren',
} as const;

export const styles = {
  internal: 'PO Nur Vorstand',
  internalRun: 'PO Nur Vorstand Zeichen',
  sign: 'PO Zeichen',
  table: 'PO Tabelle',
} as const;

/** What stands in a place, without what Word adds at its edges. */
export const clean = (text: string | null | undefined): string => (text ?? '').replace(/\r\n?|\v/g, '\n').replace(/\u00a0/g, ' ').trim();

/** Nothing was said there. */
export const isNothing = (text: string | null | undefined): boolean => /^[-–—]?$/.test(clean(text));

const sign = /\[\s*(?:Ende\s+)?nur[\s-]+Vorstand\s*\]/i;

export const hasSign = (text: string): boolean => sign.test(text);
