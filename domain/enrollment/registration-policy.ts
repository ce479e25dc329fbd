import { allow, deny, type Decision } from '#domain/decision.ts'
import { YOUNG_UNTIL } from '#domain/enrollment/contact-check.ts'
import type { registrationStates, registrationVerifications } from '#domain/enrollment/words.ts'
import { foldName } from '#domain/names.ts'
import { reachKey } from '#domain/reach.ts'
import type { Instant, PlainDate } from '#domain/time.ts'

export type RegistrationFacts = { state: (typeof registrationStates)[number]; patientId: string | null; verification: string | null }

/** Whether a record may still be chosen or changed: not after the case is finished. */
export function canMatchRegistration({ state }: RegistrationFacts): Decision {
  return state === 'invited' || state === 'closed' ? deny('REGISTRATION_DONE') : allow
}

export type NumberOnFile = { sinceAt: Instant }

/**
 * Whether a verification can be recorded (R6, R44): of the record that was chosen, by presence or by possession. A call back
 * goes to a number that has been on file for 30 days; the one that somebody gave on the portal proves nothing (ID-02).
 */
export function canVerifyRegistration(facts: RegistrationFacts, how: (typeof registrationVerifications)[number], numbers: readonly NumberOnFile[], now: Instant): Decision {
  const may = canMatchRegistration(facts)
  if (!may.allowed) return may
  if (facts.patientId === null) return deny('REGISTRATION_NOT_MATCHED')
  return how === 'call-back-to-number-on-file' && !numbers.some((one) => now - one.sinceAt >= YOUNG_UNTIL) ? deny('REGISTRATION_NO_NUMBER') : allow
}

/** Whether an invitation may go out: only after a recorded verification (R6). */
export function canInviteRegistration(facts: RegistrationFacts): Decision {
  const may = canMatchRegistration(facts)
  if (!may.allowed) return may
  if (facts.patientId === null) return deny('REGISTRATION_NOT_MATCHED')
  return facts.verification === null ? deny('REGISTRATION_NOT_VERIFIED') : allow
}

export type ComparedFact = 'name' | 'birth-date' | 'email' | 'phone'
type Typed = { givenName: string; familyName: string; birthDate: PlainDate; email: string | null; phone: string | null }
type OnRecord = { names: readonly { given: string; family: string }[]; birthDate: PlainDate; contacts: readonly { kind: 'email' | 'phone'; value: string }[] }

/** Which facts of a registration agree with a record and which differ. Finding somebody, never proof of who typed it (R44). */
export function compareRegistration(typed: Typed, record: OnRecord): { agrees: ComparedFact[]; differs: ComparedFact[] } {
  const has = (kind: 'email' | 'phone', value: string): boolean => record.contacts.some((one) => one.kind === kind && reachKey(kind, one.value) === reachKey(kind, value))
  const facts: [ComparedFact, boolean][] = [
    ['name', record.names.some((name) => foldName(name.given) === foldName(typed.givenName) && foldName(name.family) === foldName(typed.familyName))],
    ['birth-date', record.birthDate === typed.birthDate],
    ...(typed.email === null ? [] : [['email', has('email', typed.email)] as [ComparedFact, boolean]]),
    ...(typed.phone === null ? [] : [['phone', has('phone', typed.phone)] as [ComparedFact, boolean]]),
  ]
  return { agrees: facts.filter(([, same]) => same).map(([fact]) => fact), differs: facts.filter(([, same]) => !same).map(([fact]) => fact) }
}
