/** The error that Office.js throws: a code to decide by, a message to read. */
export class RichApiError extends Error {
  override readonly name = 'RichApi.Error';
  readonly debugInfo: { code: string; message: string; errorLocation: string };
  readonly traceMessages: string[] = [];
  readonly innerError: unknown = null;

  constructor(readonly code: string, message: string, errorLocation = '') {
    super(message);
    this.debugInfo = { code, message, errorLocation };
  }
}

export const notLoaded = (name: string, where: string): RichApiError => new RichApiError('PropertyNotLoaded',
  `The property '${name}' is not available. Before reading the property's value, call the load method on the containing object and call "context.sync()" on the associated request context.`, where);

export const notFound = (where: string): RichApiError =>
  new RichApiError('ItemNotFound', 'ItemNotFound', where);

export const invalid = (message: string, where: string): RichApiError =>
  new RichApiError('InvalidArgument', message, where);

export const notAllowed = (why: string, where: string): RichApiError =>
  new RichApiError('NotAllowed', `${where}: ${why}`, where);

export const general = (why: string, where: string): RichApiError =>
  new RichApiError('GeneralException', `${where}: ${why}`, where);

export const apiNotFound = (where: string, set: string): RichApiError =>
  new RichApiError('ApiNotFound', `${where} needs ${set}, which this version of Word does not have.`, where);

/** Ours, so that a test sees that the simulation ends here and not Word. */
export class ApiNotImplementedInSimulator extends Error {
  override readonly name = 'ApiNotImplementedInSimulator';
  constructor(member: string) {
    super(`ApiNotImplementedInSimulator: ${member}`);
  }
}
