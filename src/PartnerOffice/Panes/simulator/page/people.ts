import type { Person } from '../contract';
import { t } from '../texts';

interface Known { readonly id: string; readonly name: string; readonly function?: string; readonly district: string; readonly districtName?: string }

const remembered = 'partneroffice.simulation.person';

/** Who sits in front of the simulated Word: chosen from the sandbox's people, told to the pane. */
export async function choosePeople(select: HTMLSelectElement, chosen: (person: Person | null) => void, say: (message: string) => void): Promise<void> {
  select.addEventListener('change', () => {
    sessionStorage.setItem(remembered, select.value);
    chosen(personOf(select.value));
  });
  const people = await load();
  if (!people) {
    select.append(new Option(t.nobody, ''));
    return say(t.noPeople);
  }
  const districts = [...new Set(people.map(districtOf))];
  select.append(...districts.map(name => {
    const group = document.createElement('optgroup');
    group.label = name;
    group.append(...people.filter(person => districtOf(person) === name).map(person => new Option(person.function ? `${person.name}, ${person.function}` : person.name, `${person.district}/${person.id}`)));
    return group;
  }));
  const wanted = new URLSearchParams(location.search).get('person') ?? sessionStorage.getItem(remembered);
  if (wanted && [...select.options].some(option => option.value === wanted)) select.value = wanted;
  chosen(personOf(select.value));
}

const districtOf = (person: Known): string => person.districtName ?? person.district;

async function load(): Promise<Known[] | null> {
  try {
    const response = await fetch('/sandbox/people');
    return response.ok ? ((await response.json()) as Known[]) : null;
  } catch {
    return null;
  }
}

function personOf(value: string): Person | null {
  const [district, id] = value.split('/');
  return district && id ? { district, id } : null;
}
