import { foldName } from '#domain/names.ts'
import { addDays } from '#domain/time.ts'

const syllables = ['mar', 'tin', 'lo', 'pez', 'ng', 'uyen', 'o’', 'brien', 'smi', 'th', 'jo', 'hn', 'son', 'gar', 'cía', 'ber', 'gs', 'tröm', 'wal', 'ker', 'da', 'vis', 'mül', 'ler', 'de la ', 'cruz']
const given = ['Ana', 'José', 'Mary', 'Wei', 'Zoë', 'Liam', 'Noah', 'Olivia', 'Amélie', 'Søren', 'Fatima', 'Ivy', 'Kim', 'Li', 'Nia', 'Omar']

/** A row of the table `patients`, made up from its number alone: the same for everybody, no real person. */
export function* bigPatients(count: number, siteId: string) {
  for (let n = 0; n < count; n++) {
    const pick = (step: number, from: readonly string[]) => from[Math.floor(n / step) % from.length] ?? ''
    const family = capital(pick(1, syllables) + pick(syllables.length, syllables) + (n % 3 ? pick(syllables.length ** 2, syllables) : ''))
    const first = pick(7, given)
    const familyKey = foldName(family)
    yield {
      id: `big-${n}`, site_id: siteId, legal_family: family, legal_given: first, birth_date: addDays('1930-01-01', (n * 7919) % 35_000),
      family_key: familyKey, given_key: foldName(first), family_head: familyKey.slice(0, 3), source: 'bench', source_id: String(n),
      made_fields: 'all', source_hash: String(n), created_at: 0, updated_at: 0,
    }
  }
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
