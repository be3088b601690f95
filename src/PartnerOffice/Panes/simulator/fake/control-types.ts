import { controlsIn, typeOf, type ControlType } from '../ooxml/controls';
import { invalid } from './errors';
import { isSetSupported } from './host';

const since: Partial<Record<ControlType, string>> = { RichText: '1.1', PlainText: '1.1', CheckBox: '1.7', DropDownList: '1.9', ComboBox: '1.9' };

/** What `contentControls` lists: Word shows the newer kinds only to who asks for them by type. */
export function listed(root: Element): Element[] {
  return controlsIn(root).filter(control => ['RichText', 'PlainText'].includes(typeOf(control)));
}

/** What `getContentControls({ types })` lists. */
export function ofTypes(root: Element, types: readonly string[] | undefined, where: string): Element[] {
  if (!types) return listed(root);
  for (const type of types) {
    const version = since[type as ControlType];
    if (!version || !isSetSupported('WordApi', version)) throw invalid(`this version of Word knows no content controls of the type '${type}'`, where);
  }
  return controlsIn(root).filter(control => types.includes(typeOf(control)));
}
