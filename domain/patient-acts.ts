import { allow, deny, type Decision } from '#domain/decision.ts'
import { splitsOf, wordsOfName, type BorneName } from '#domain/lookup/name-match.ts'
import { foldName, foldWords } from '#domain/names.ts'
import type { Role } from '#domain/roles.ts'
import { MINUTE, type Instant, type PlainDate } from '#domain/time.ts'

/** AZ-08: a chart opened by break-glass closes by itself after an hour. */
export const BREAK_GLASS_MINUTES = 60

/** First instant at which a chart that is opened now is closed again. */
export function breakGlassEndsAt(openedAt: Instant): Instant {
  return openedAt + BREAK_GLASS_MINUTES * MINUTE
}

/**
 * Whether typed words are somebody's whole name, in either order: the family name, and the given name or its first
 * word. Half a name is not enough to ask for a chart that nobody may know of.
 */
export function bearsName(typed: string, names: readonly BorneName[]): boolean {
  const [before, after] = typed.split(',')
  const words = after === undefined ? foldWords(typed) : [...foldWords(before ?? ''), ...foldWords(after)]
  const splits = splitsOf(words, after === undefined ? null : foldWords(before ?? '').length)
  return names.some((name) => {
    const given = [foldName(name.given), wordsOfName(name.given)[0] ?? '']
    return splits.some((split) => split.family !== '' && split.family === foldName(name.family) && given.includes(split.given))
  })
}

/** Whether what is known of a patient may be changed at a desk. */
export function canEditPatient(patient: { deceased: boolean }): Decision {
  return patient.deceased ? deny('PATIENT_DECEASED') : allow
}

export type ContactChangeFacts = {
  deceased: boolean
  /** The patient stands at the desk. */
  patientIsPresent: boolean
  roles: readonly Role[]
  /** The new contact is already on file. */
  isOnFile: boolean
  /** A contact was named that is not (any more) on file. */
  isGone: boolean
}

/** Whether a phone number or address on file may be changed: by a front desk only while the patient is there (security.md §1). */
export function canChangeContact(facts: ContactChangeFacts): Decision {
  if (facts.deceased) return deny('PATIENT_DECEASED')
  if (!facts.roles.includes('manager') && !facts.patientIsPresent) return deny('PATIENT_NOT_PRESENT')
  if (facts.isGone) return deny('CONTACT_GONE')
  return facts.isOnFile ? deny('CONTACT_ON_FILE') : allow
}

/** Kinds of evidence of a death; never a copy or a number (R13). */
export const deathEvidence = ['death-certificate', 'family', 'hospital-or-hospice', 'funeral-home', 'public-notice', 'other'] as const
/** `feed`: the hospital's feed said so; nobody at a desk can choose that. */
export const deathProofs = [...deathEvidence, 'feed'] as const
export type DeathEvidence = (typeof deathEvidence)[number]
export type DeathProof = (typeof deathProofs)[number]

export type DeathFacts = { deceased: boolean; birthDate: PlainDate; diedOn: PlainDate | null; today: PlainDate }

/** Whether a death may be recorded: once, and not before the birth or after today. */
export function canMarkDeceased({ deceased, birthDate, diedOn, today }: DeathFacts): Decision {
  if (deceased) return deny('PATIENT_DECEASED')
  if (diedOn !== null && diedOn > today) return deny('DEATH_IN_FUTURE')
  return diedOn !== null && diedOn < birthDate ? deny('DEATH_BEFORE_BIRTH') : allow
}

/** What becomes of a portal account when a death is recorded: sign-in is suspended, an open invitation ends (R13). */
export function accountAfterDeath(state: string): 'suspended' | 'ended' | null {
  if (state === 'active' || state === 'legacy-only') return 'suspended'
  return state === 'invited' ? 'ended' : null
}
