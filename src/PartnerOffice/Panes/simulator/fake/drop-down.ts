import { itemsOf, leavePlaceholder, propertiesOf, setControlText, tagOf } from '../ooxml/controls';
import { attr, child, children, make as makeElement } from '../ooxml/xml';
import { ClientObject, type Resolve, type Scalars } from './client-object';
import { Collection } from './collection';
import { mayWrite } from './places';

const none: Scalars<Element> = {};

/** The list behind a drop-down control (WordApi 1.9). */
export class DropDownList extends ClientObject<Element> {
  get kind(): string { return 'DropDownListContentControl'; }
  get scalars(): Scalars<Element> { return none; }

  get listItems(): Collection<Choice, ListItem> {
    return this.once('listItems', () => new Collection(this.context, 'ContentControlListItemCollection',
      () => (this.targetOrNull ? choicesOf(this.targetOrNull) : []),
      (resolve, orNull) => new ListItem(this.context, resolve, orNull)));
  }

  addListItem(displayText: string, value = displayText, index?: number): ListItem {
    return this.made('addListItem', [displayText, value, index], (context, resolve: Resolve<Choice>) => new ListItem(context, resolve), control => {
      const list = child(propertiesOf(control), 'dropDownList')!;
      list.insertBefore(makeElement(control, 'listItem', { displayText, value }), children(list, 'listItem')[index ?? Infinity] ?? null);
      return choicesOf(control)[index ?? choicesOf(control).length - 1]!;
    });
  }

  deleteAllListItems(): void {
    this.act('deleteAllListItems', [], control => child(propertiesOf(control), 'dropDownList')!.replaceChildren());
  }
}

interface Choice { readonly control: Element; readonly element: Element; readonly index: number }

const choicesOf = (control: Element): Choice[] => {
  const list = child(propertiesOf(control), 'dropDownList') ?? child(propertiesOf(control), 'comboBox');
  return children(list, 'listItem').map((element, index) => ({ control, element, index }));
};

const choiceScalars: Scalars<Choice> = {
  displayText: { read: choice => itemsOf(choice.control)[choice.index]?.displayText ?? '' },
  value: { read: choice => attr(choice.element, 'value') ?? '' },
  index: { read: choice => choice.index },
};

export class ListItem extends ClientObject<Choice> {
  get kind(): string { return 'ContentControlListItem'; }
  get scalars(): Scalars<Choice> { return choiceScalars; }
  override label(): string { return tagOf(this.target.control); }

  select(): void {
    this.act('select', [], choice => {
      mayWrite(choice.control, 'ContentControlListItem.select');
      leavePlaceholder(choice.control);
      setControlText(choice.control, itemsOf(choice.control)[choice.index]!.displayText, '');
    });
  }

  delete(): void {
    this.act('delete', [], choice => choice.element.remove());
  }
}
