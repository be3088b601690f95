import './page/page.css';
import './page/paper.css';
import { profiles, type Profile } from './contract';
import { setStyleId, styleIdOf } from './ooxml/paragraphs';
import { paragraphsOf } from './ooxml/ranges';
import { chooseFile, download, firstDocument } from './page/files';
import { choosePeople } from './page/people';
import { Simulation } from './page/simulation';
import { splitter } from './page/splitter';
import { fillTexts, t } from './texts';

const element = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;

fillTexts();
const simulation = new Simulation({
  paper: element('paper'),
  pane: element('pane'),
  choices: element('choices'),
  dialog: element<HTMLDialogElement>('dialog'),
  say,
  refresh,
});
window.simulatedWord = simulation;
window.simulation = simulation;

splitter(element('splitter'));
bindTools();
void start();

async function start(): Promise<void> {
  // First who it is, then the document: the pane asks for both at once when it opens.
  await choosePeople(element<HTMLSelectElement>('person'), person => { simulation.person = person; }, say);
  const first = await firstDocument();
  if (simulation.isOpen) return;
  if (first) simulation.load(first.bytes, first.name);
  else say(t.noDocument);
}

function bindTools(): void {
  const profile = element<HTMLSelectElement>('profile');
  profile.append(...profiles.map(name => new Option(t.profiles[name], name)));
  profile.addEventListener('change', () => { simulation.profile = profile.value as Profile; });

  const style = element<HTMLSelectElement>('style');
  style.addEventListener('change', () => {
    if (!simulation.isOpen) return;
    const { document: doc, selection } = simulation.current;
    for (const paragraph of paragraphsOf(selection, doc.body)) setStyleId(paragraph, style.value);
    doc.changed();
  });

  const onDocument = (id: string, act: () => void): void => element(id).addEventListener('click', () => { if (simulation.isOpen) act(); });
  onDocument('undo', () => simulation.current.document.undo());
  onDocument('redo', () => simulation.current.document.redo());
  onDocument('save', save);
  onDocument('download', () => download(simulation.bytes(), simulation.current.document.name));
  onDocument('back', () => simulation.back());
  chooseFile(element('open'), element<HTMLInputElement>('file'), (bytes, name) => simulation.load(bytes, name), say);

  document.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
      event.preventDefault();
      if (simulation.isOpen) save();
    }
  });
}

function save(): void {
  simulation.current.document.saved = true;
  refresh();
}

function refresh(): void {
  element('others').hidden = simulation.others === 0;
  element('others').textContent = simulation.others > 0 ? t.others(simulation.others) : '';
  element<HTMLSelectElement>('profile').value = simulation.profile;
  if (!simulation.isOpen) return;

  const { document: doc, selection } = simulation.current;
  element('name').textContent = doc.name;
  const state = doc.saved ? t.saved : t.unsaved;
  if (element('state').textContent !== state) element('state').textContent = state;
  element('state').classList.toggle('is-unsaved', !doc.saved);

  const behind = simulation.windows.at(-2);
  element('back').hidden = !behind;
  element('back').textContent = behind ? t.back(behind.document.name) : '';

  const style = element<HTMLSelectElement>('style');
  if (style.dataset.of !== doc.name) {
    style.dataset.of = doc.name;
    style.replaceChildren(...doc.styles.all.filter(one => one.type === 'paragraph' && one.isOffered).map(one => new Option(doc.styles.displayName(one.id), one.id)));
  }
  style.value = styleIdOf(selection.from.paragraph) ?? doc.styles.defaultOf('paragraph')?.id ?? '';
}

let hearing = 0;

/** Says something for a while: long enough to read, not so long that it covers the text. */
function say(message: string): void {
  element('message').textContent = message;
  clearTimeout(hearing);
  hearing = window.setTimeout(() => { element('message').textContent = ''; }, 6_000);
}
