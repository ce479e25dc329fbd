import { foldName } from '#domain/names.ts'

const families = [
  'Smith', 'García', 'van der Berg', "O'Brien", 'Nguyễn', 'Kowalski', 'Okafor', 'de la Cruz', 'Müller', 'Smythe', 'Johnson', 'St. John', 'Brown', 'Adeyemi', 'Tanaka', 'Ivanov', 'Haddad', 'Lindqvist',
  'Patel', 'Rossi', 'Yılmaz', 'Fernández', 'Quigley', 'Ebner', 'Zhou', 'Abebe', 'Castillo', 'Dubois', 'Fitzgerald', 'Gruber', 'Hughes', 'Ibarra', 'Jansen', 'Keller', 'Lopes', 'Murphy', 'Novak', 'Olsen',
  'Park', 'Reyes', 'Sato',
]
const endings = ['', 'son', 'ton', 'ley', 'ova', 'ford', 'stein', 'dez', 'kin', 'well']
const givens = [
  'John', 'María José', 'Wei', 'Ann', 'Joseph', 'Zoë', 'Omar', 'Seán', 'Ingrid', 'Leila', 'Mary', 'Kenji', 'Priya', 'Ngozi', 'Amélie', 'Tomás', 'Fatima', 'Ivy', 'Björn', 'Chidi', 'Rosa', 'Ethel',
  'Walter', 'Yuki', 'Grace', 'Hugo', 'Nadia', 'Oscar', 'Petra', 'Quinn', 'Rahul', 'Sofía', 'Tariq', 'Uma', 'Viktor', 'Wanda', 'Ximena', 'Yusuf', 'Zahra', 'Aaron', 'Beatriz', 'Clara', 'Dmitri',
  'Elena', 'Felix', 'Gloria', 'Hannah',
]

export type Person = { id: string; family: string; given: string; birthDate: string; phone: string; mrn: string }
/** What is typed, who is meant, and who else would be right where a page cannot hold all. */
export type Question = { kind: string; text: string; person: Person; fits: (row: { name: string }) => boolean }

/**
 * Made up from the number alone: the same people for everybody. No two share a phone; names fall to people as by lot, so that of the thirty
 * born on one day in a practice of a million one or two share the beginning of a family name or a given name.
 */
function person(n: number): Person {
  const pick = (from: readonly string[], lot: number) => from[scattered(n, lot) % from.length] ?? ''
  const family = pick(families, 1) + pick(endings, 2) + (n % 5 ? '' : `-${pick(families, 3)}`)
  return {
    id: `p${n}`, family, given: pick(givens, 4), birthDate: new Date(Date.UTC(1930, 0, 1) + ((n * 7919) % 34_000) * 86_400_000).toISOString().slice(0, 10),
    phone: `${200 + (n % 700)}555${String((Math.floor(n / 700) * 7 + n) % 10_000).padStart(4, '0')}`, mrn: `M${String((n * 7919) % 10_000_000).padStart(7, '0')}`,
  }
}

/** A number scattered over 32 bits, another way for each lot. */
function scattered(n: number, lot: number): number {
  const mixed = Math.imul(n ^ Math.imul(lot, 0x9e3779b1), 0x85ebca6b)
  return Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) >>> 8
}

/** The made-up people as FHIR, one a line. */
export async function* peopleAsFhir(size: number): AsyncGenerator<string> {
  for (let n = 0; n < size; n++) {
    const { id, family, given, birthDate, phone, mrn } = person(n)
    yield JSON.stringify({
      resourceType: 'Patient', id, birthDate, name: [{ use: 'official', family, given: given.split(' ') }], telecom: [{ system: 'phone', value: phone }],
      identifier: [{ type: { coding: [{ code: 'MR' }] }, system: 'urn:bench:mrn', value: mrn }],
    })
  }
}

/** Two hundred questions in the ways in which people ask, spread over everybody. */
export function questions(size: number): Question[] {
  const holds = (part: string) => ({ name }: { name: string }) => foldName(name).includes(foldName(part))
  return Array.from({ length: 200 }, (_, at): Question => {
    const one = person(Math.floor((at + 0.5) * (size / 200)))
    const [first = ''] = one.given.split(' ')
    const last = one.family.split(/[\s'-]/).at(-1) ?? ''
    const ways: readonly [string, string, (row: { name: string }) => boolean][] = [
      ['family, 3 letters', one.family.slice(0, 3), holds(one.family.slice(0, 3))], ['given family', `${first} ${one.family}`, holds(one.family)],
      ['family, given', `${one.family.slice(0, 4)}, ${first.slice(0, 2)}`, holds(one.family.slice(0, 4))],
      ['family and birth date', `${one.family.slice(0, 4)} ${one.birthDate}`, holds(one.family.slice(0, 4))],
      ['phone, last 4', one.phone.slice(-4), () => true], ['mrn', one.mrn, () => false], ['later word', `${last} ${first}`, holds(last)],
      ['letters inside', foldName(one.family).slice(1, 6), holds(foldName(one.family).slice(1, 6))],
    ]
    const [kind, text, fits] = ways[at % ways.length] ?? ['', '', () => false]
    return { kind, text, person: one, fits }
  })
}
