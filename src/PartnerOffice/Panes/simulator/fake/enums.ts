// The enumerations of Word that a pane names. Their values are what @types/office-js says they are.

export const enums = {
  InsertLocation: { before: 'Before', after: 'After', start: 'Start', end: 'End', replace: 'Replace' },
  RangeLocation: { whole: 'Whole', start: 'Start', end: 'End', before: 'Before', after: 'After', content: 'Content' },
  SelectionMode: { select: 'Select', start: 'Start', end: 'End' },
  LocationRelation: {
    unrelated: 'Unrelated', equal: 'Equal', containsStart: 'ContainsStart', containsEnd: 'ContainsEnd', contains: 'Contains',
    insideStart: 'InsideStart', insideEnd: 'InsideEnd', inside: 'Inside', adjacentBefore: 'AdjacentBefore', overlapsBefore: 'OverlapsBefore',
    before: 'Before', adjacentAfter: 'AdjacentAfter', overlapsAfter: 'OverlapsAfter', after: 'After',
  },
  ContentControlType: {
    unknown: 'Unknown', richTextInline: 'RichTextInline', richTextParagraphs: 'RichTextParagraphs', richTextTableCell: 'RichTextTableCell',
    richTextTableRow: 'RichTextTableRow', richTextTable: 'RichTextTable', plainTextInline: 'PlainTextInline', plainTextParagraph: 'PlainTextParagraph',
    picture: 'Picture', buildingBlockGallery: 'BuildingBlockGallery', checkBox: 'CheckBox', comboBox: 'ComboBox', dropDownList: 'DropDownList',
    datePicker: 'DatePicker', repeatingSection: 'RepeatingSection', richText: 'RichText', plainText: 'PlainText',
  },
  ContentControlAppearance: { boundingBox: 'BoundingBox', tags: 'Tags', hidden: 'Hidden' },
  BuiltInStyleName: {
    other: 'Other', normal: 'Normal', heading1: 'Heading1', heading2: 'Heading2', heading3: 'Heading3', heading4: 'Heading4', heading5: 'Heading5',
    heading6: 'Heading6', heading7: 'Heading7', heading8: 'Heading8', heading9: 'Heading9', title: 'Title', subtitle: 'Subtitle', hyperlink: 'Hyperlink',
    header: 'Header', footer: 'Footer', listParagraph: 'ListParagraph', noSpacing: 'NoSpacing', strong: 'Strong', emphasis: 'Emphasis', quote: 'Quote',
    tableGrid: 'TableGrid', plainTable1: 'PlainTable1',
  },
  Alignment: { mixed: 'Mixed', unknown: 'Unknown', left: 'Left', centered: 'Centered', right: 'Right', justified: 'Justified' },
  UnderlineType: { none: 'None', single: 'Single' },
  ChangeTrackingMode: { off: 'Off', trackAll: 'TrackAll', trackMineOnly: 'TrackMineOnly' },
  BodyType: { unknown: 'Unknown', mainDoc: 'MainDoc', section: 'Section', header: 'Header', footer: 'Footer', tableCell: 'TableCell' },
  BreakType: { page: 'Page', line: 'Line' },
  HeaderFooterType: { primary: 'Primary', firstPage: 'FirstPage', evenPages: 'EvenPages' },
  EventType: { contentControlDataChanged: 'ContentControlDataChanged', contentControlDeleted: 'ContentControlDeleted' },
  ErrorCodes: {
    accessDenied: 'AccessDenied', generalException: 'GeneralException', invalidArgument: 'InvalidArgument', itemNotFound: 'ItemNotFound',
    notAllowed: 'NotAllowed', notImplemented: 'NotImplemented', searchDialogIsOpen: 'SearchDialogIsOpen', searchStringInvalidOrTooLong: 'SearchStringInvalidOrTooLong',
  },
} as const;
