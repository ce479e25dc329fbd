import { startsOf, type BorneName } from '#domain/lookup/name-match.ts'
import { foldName, type NameParts } from '#domain/names.ts'

/** A name, or the end of one from a later word on, by which somebody is found beside the name that is shown. */
export type NameRow = {
  use: BorneName['use']; family: string; given: string
  familyKey: string; givenKey: string; familyHead: string
}

/** Rows that one person may have: enough for four names of four words each. */
const MOST_ROWS = 24
const HEAD_LETTERS = 3

/** Every name of a person: the one that is used first, the legal one where it is another, then those no longer borne. */
export function borneNames(person: NameParts & { formerNames?: readonly { family: string; given: string }[] }): BorneName[] {
  const legal = { family: person.legalFamily, given: person.legalGiven }
  const used = { family: person.usedFamily ?? legal.family, given: person.usedGiven ?? legal.given }
  const isOwn = used.family !== legal.family || used.given !== legal.given
  return [
    { ...used, use: isOwn ? 'used' : 'legal' },
    ...(isOwn ? [{ ...legal, use: 'legal' as const }] : []),
    ...(person.formerNames ?? []).map((name) => ({ ...name, use: 'former' as const })),
  ]
}

/** The keys of the name that is shown: what lists are in order of. */
export function shownKeys(person: NameParts): { familyKey: string; givenKey: string; familyHead: string } {
  const familyKey = foldName(person.usedFamily ?? person.legalFamily)
  return { familyKey, givenKey: foldName(person.usedGiven ?? person.legalGiven), familyHead: headOf(familyKey) }
}

/**
 * The rows by which somebody is found beside `shownKeys`: the other names, and of every name the rest from each later
 * word on ("Berg" of "van der Berg", "Brien" of "O'Brien", "José" of "María José").
 */
export function nameRowsOf(names: readonly BorneName[]): NameRow[] {
  const [shown, ...others] = names
  if (!shown) return []
  // A former family name is remembered with the given name that is used now as well.
  const mixed = others.filter((name) => name.given !== shown.given).map((name) => ({ ...name, given: shown.given }))
  const rows = [shown, ...others, ...mixed].flatMap((name, at) => {
    const families = [foldName(name.family), ...startsOf(name.family).slice(1)]
    const givens = [foldName(name.given), ...startsOf(name.given).slice(1)]
    const keys = families.flatMap((family) => givens.map((given) => [family, given] as const)).slice(at === 0 ? 1 : 0)
    return keys.map(([familyKey, givenKey]) => ({
      use: name.use, family: name.family, given: name.given, familyKey, givenKey, familyHead: headOf(familyKey),
    }))
  })
  return [...new Map(rows.toReversed().map((row) => [`${row.familyKey}\u001f${row.givenKey}`, row])).values()].toReversed().slice(0, MOST_ROWS)
}

/** The first letters of a folded name: what `family_head` holds. */
export function headOf(key: string): string {
  return [...key].slice(0, HEAD_LETTERS).join('')
}
