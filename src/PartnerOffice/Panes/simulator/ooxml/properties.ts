import type { Package } from './package';

const partName = 'docProps/custom.xml';
const ns = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
const vt = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';
const formatId = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

/** The custom properties in docProps/custom.xml. The part is made when the first one is written. */
export class CustomProperties {
  constructor(private readonly files: Package) {}

  keys(): string[] {
    return this.elements().map(element => element.getAttribute('name') ?? '');
  }

  // Word takes no notice of capitals in a property's name.
  get(key: string): string | null {
    return this.find(key)?.firstElementChild?.textContent ?? null;
  }

  set(key: string, value: string): void {
    this.ensure();
    const dom = this.files.xml(partName);
    const text = dom.createElementNS(vt, 'vt:lpwstr');
    text.textContent = value;
    const existing = this.find(key);
    if (existing) existing.replaceChildren(text);
    else {
      const property = dom.createElementNS(ns, 'property');
      const ids = this.elements().map(element => Number(element.getAttribute('pid')));
      property.setAttribute('fmtid', formatId);
      property.setAttribute('pid', String(Math.max(1, ...ids) + 1));
      property.setAttribute('name', key);
      property.append(text);
      dom.documentElement.append(property);
    }
  }

  remove(key: string): void {
    this.find(key)?.remove();
  }

  private elements(): Element[] {
    return this.files.has(partName) ? [...this.files.xml(partName).documentElement.children] : [];
  }

  private find(key: string): Element | undefined {
    return this.elements().find(element => element.getAttribute('name')?.toLowerCase() === key.toLowerCase());
  }

  private ensure(): void {
    if (this.files.has(partName)) return;
    this.files.add(partName, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="${ns}" xmlns:vt="${vt}"/>`);

    const types = this.files.xml('[Content_Types].xml');
    const override = types.createElementNS(types.documentElement.namespaceURI, 'Override');
    override.setAttribute('PartName', `/${partName}`);
    override.setAttribute('ContentType', 'application/vnd.openxmlformats-officedocument.custom-properties+xml');
    types.documentElement.append(override);

    const links = this.files.xml('_rels/.rels');
    const link = links.createElementNS(links.documentElement.namespaceURI, 'Relationship');
    link.setAttribute('Id', `rIdCustom${links.documentElement.children.length + 1}`);
    link.setAttribute('Type', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties');
    link.setAttribute('Target', partName);
    links.documentElement.append(link);
  }
}
