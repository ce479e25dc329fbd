import { instantOf, type HumanName } from '#domain/feeds/fhir-parts.ts'
import type { FormerName } from '#domain/feeds/facts.ts'
import { cleanName, type NameParts } from '#domain/names.ts'
import type { ReasonCode } from '#domain/reasons.ts'
import type { Instant } from '#domain/time.ts'

/** Longest part of a name that is taken. */
const LONGEST = 200

/** Names that are no longer borne. */
const former = ['maiden', 'old']
/** Names that are neither the legal nor the used one. A temporary name is put on a newborn or somebody unknown. */
const notLegal = [...former, 'temp', 'anonymous', 'nickname']
const MOST_FORMER = 10

/** The names of a person by use. */
export type PersonNames = NameParts & { usedFamily: string | null; formerNames: FormerName[] }

/**
 * Legal, used and former names of a FHIR person: `official` before the rest is the legal one, `usual` or `nickname` is
 * used, `maiden` and `old` are former ones, as is an official name whose period has ended. Somebody with one name
 * only has it as family name.
 */
export function namePartsOf(names: readonly HumanName[], at?: Instant): PersonNames | { refused: ReasonCode } {
  const hasEnded = (name: HumanName): boolean => at !== undefined && (instantOf(name.period?.end) ?? Infinity) <= at
  const now = names.filter((name) => !hasEnded(name))
  const legal = now.find((name) => name.use === 'official') ?? now.find((name) => !notLegal.includes(name.use ?? ''))
    ?? names.find((name) => !notLegal.includes(name.use ?? ''))
  if (!legal) return { refused: 'NAME_MISSING' }
  const used = now.find((name) => (name.use === 'usual' || name.use === 'nickname') && name !== legal)
  const before = names.filter((name) => name !== legal && (former.includes(name.use ?? '') || (hasEnded(name) && name.use === 'official')))
  const read = cleaned([legal, used ?? {}, ...before.slice(0, MOST_FORMER)])
  if ('refused' in read) return read
  const [{ family, given } = nobody, called = nobody, ...gone] = read.names
  if (family === '' && given === '') return { refused: 'NAME_MISSING' }
  const legalFamily = family === '' ? given : family
  const legalGiven = family === '' ? '' : given
  return {
    legalFamily, legalGiven,
    usedGiven: called.given === '' || called.given === given ? null : called.given,
    usedFamily: called.family === '' || called.family === legalFamily ? null : called.family,
    formerNames: gone.filter((name) => name.family !== '' || name.given !== '')
      .map((name) => ({ family: name.family === '' ? legalFamily : name.family, given: name.given === '' ? legalGiven : name.given })),
  }
}

const nobody: FormerName = { family: '', given: '' }

function cleaned(names: readonly HumanName[]): { names: FormerName[] } | { refused: ReasonCode } {
  const parts = names.map(splitOf).map(({ family, given }) => ({ family: cleanName(family), given: cleanName(given) }))
  const readable = parts.flatMap(({ family, given }) => (family === null || given === null ? [] : [{ family, given }]))
  if (readable.length < parts.length) return { refused: 'NAME_HAS_CONTROL_CHARACTERS' }
  const isLong = readable.some(({ family, given }) => Math.max(family.length, given.length) > LONGEST)
  return isLong ? { refused: 'NAME_TOO_LONG' } : { names: readable }
}

/** Prefix, given names and family name of somebody who is not a patient, as one text; null where there is no name. */
export function wholeNameOf(names: readonly HumanName[]): string | null {
  const name = names.find((one) => one.use === 'official') ?? names[0]
  if (!name) return null
  const { family, given } = splitOf(name)
  const whole = cleanName([...name.prefix ?? [], given, family].join(' '))
  return whole === null || whole === '' || whole.length > LONGEST ? null : whole
}

function splitOf(name: HumanName): { family: string; given: string } {
  if (name.family !== undefined || name.given !== undefined) {
    return { family: name.family ?? '', given: (name.given ?? []).join(' ') }
  }
  const words = (name.text ?? '').trim().split(/\s+/)
  return { family: words.at(-1) ?? '', given: words.slice(0, -1).join(' ') }
}
