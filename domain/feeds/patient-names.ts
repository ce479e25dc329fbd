import type { HumanName } from '#domain/feeds/fhir-parts.ts'
import { cleanName, type NameParts } from '#domain/names.ts'
import type { ReasonCode } from '#domain/reasons.ts'

/** Longest part of a name that is taken. */
const LONGEST = 200

/** Names that are no longer borne. */
const former = ['maiden', 'old', 'temp', 'anonymous']

/**
 * Legal and used name of a FHIR person: `official` before the rest is the legal one, `usual` or `nickname` is used.
 * Somebody with one name only has it as family name.
 */
export function namePartsOf(names: readonly HumanName[]): NameParts | { refused: ReasonCode } {
  const legal = names.find((name) => name.use === 'official')
    ?? names.find((name) => !former.includes(name.use ?? '') && name.use !== 'nickname')
  const used = names.find((name) => (name.use === 'usual' || name.use === 'nickname') && name !== legal)
  if (!legal) return { refused: 'NAME_MISSING' }
  const parts = splitOf(legal)
  const family = cleanName(parts.family)
  const given = cleanName(parts.given)
  const usedGiven = cleanName((used?.given ?? []).join(' '))
  if (family === null || given === null || usedGiven === null) return { refused: 'NAME_HAS_CONTROL_CHARACTERS' }
  if (family === '' && given === '') return { refused: 'NAME_MISSING' }
  if (Math.max(family.length, given.length, usedGiven.length) > LONGEST) return { refused: 'NAME_TOO_LONG' }
  return {
    legalFamily: family === '' ? given : family,
    legalGiven: family === '' ? '' : given,
    usedGiven: usedGiven === '' || usedGiven === given ? null : usedGiven,
  }
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
