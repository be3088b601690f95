// The simulated Office.js: one classic script that stands where Microsoft's stands, with the real one's discipline.

import './fake/objects';
import { application } from './fake/application';
import { office } from './fake/common';
import { RequestContext, run } from './fake/context';
import { Document } from './fake/document';
import { enums } from './fake/enums';
import { RichApiError } from './fake/errors';
import { guarded } from './fake/guard';

class WordRequestContext extends RequestContext {
  private theDocument: Document | undefined;
  private theApplication: object | undefined;

  get document(): Document {
    return (this.theDocument ??= new Document(this));
  }

  get application(): object {
    return (this.theApplication ??= application(this));
  }
}

Object.assign(window, {
  Office: office,
  OfficeExtension: guarded({ Error: RichApiError, ErrorCodes: enums.ErrorCodes, config: { extendedErrorLogging: false } }, 'OfficeExtension'),
  Word: guarded({
    ...enums,
    RequestContext: WordRequestContext,
    run: (first: unknown, second?: never) => run(first, second, () => new WordRequestContext()),
  }, 'Word'),
});
