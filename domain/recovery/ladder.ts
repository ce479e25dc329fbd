import type { ReasonCode } from '#domain/reasons.ts'
import type { WayKind, WayStanding } from '#domain/recovery/words.ts'
import { DAY, HOUR, type Instant } from '#domain/time.ts'

/** ID-02: a contact proves once it has been on file for so long. */
export const COUNTS_AFTER = 30 * DAY
/** ID-03: nothing goes through a changed contact before. */
export const BARRED_FOR = 72 * HOUR
/** Assumption: after so many proofs that failed within a day only a face at a desk counts. */
export const MOST_FAILED_PROOFS = 2
/** Assumption: with the third agent who is called about one chart within 48 hours a second person looks. */
export const MANY_AGENTS = 3
/** Wrong facts in one case, or about one person within a day; then the voice has had its chance. */
export const MOST_WRONG_FACTS = 5

/** A contact on file as the ladder sees it. `own`: only the patient reads it; the rest cannot be used and why (R10, PX-03). */
export type LadderContact = {
  id: string
  kind: 'email' | 'phone'
  /** Earliest proof that it is theirs. */
  sinceAt: Instant
  standing: 'own' | 'shared' | 'barred' | 'bounced' | 'unusable'
}

/**
 * What the ladder looks at. What a caller knows about the patient is not among it: there is no argument by which a right
 * answer could open anything, and wrong ones only close (R44, ID-01).
 */
export type LadderFacts = {
  contacts: readonly LadderContact[]
  /** When the youngest contact came on file, one that was taken off again among them; null: none ever. */
  youngestSinceAt: Instant | null
  deceased: boolean
  /** Open arguments about access to this record, requests held among them. */
  disputed: boolean
  /** A safety note or court order holds on the record. */
  flagged: boolean
  wrongFacts: number
  /** Call-backs and links that failed, within a day. */
  failedProofs: number
  /** Different agents who were called about this chart, within 48 hours, this one among them. */
  agents: number
  /** A case about this account was stopped within a week. */
  stoppedBefore: boolean
  /** The patient said "this was not me", or an incident closed the account. */
  suspended: boolean
  /** Three resets or five mails today: for more two persons decide (ID-08). */
  overLimit: boolean
}

/** How far up the ladder one has to go: as usual, with a second person beside, at a desk with a face, not at all. */
export type Step = 'ordinary' | 'second-person' | 'desk' | 'closed'

/** What decides the step, the weightiest first. */
export type Ladder = { step: Step; because: ReasonCode[]; ways: Way[] }

export type Way = {
  kind: WayKind
  /** The contact that it goes through; null for a desk, a second person, or where there is none. */
  contactId: string | null
  standing: WayStanding
  code: ReasonCode
  /** First instant from which it counts, where time alone brings it. */
  fromAt: Instant | null
}

/** The ways to prove who it is, in order of strength, as of this instant (ID-02, ID-03, ID-08, R10, R44). */
export function ladder(facts: LadderFacts, now: Instant): Ladder {
  const { step, because } = stepOf(facts, now)
  const emails = inOrder(facts.contacts, 'email')
  const phones = inOrder(facts.contacts, 'phone')
  return {
    step, because,
    ways: [
      ...(emails.length === 0 ? [none('email-link', 'RECOVERY_NO_EMAIL')] : emails.map((one) => raised(throughContact(one, now), step, because))),
      ...(phones.length === 0 ? [none('call-back', 'RECOVERY_NO_NUMBER')] : phones.map((one) => raised(throughContact(one, now), step, because))),
      raised({ kind: 'photo-id', contactId: null, standing: 'suffices', code: 'RECOVERY_PHOTO_ID', fromAt: null }, step, because),
      secondPerson(step, because),
    ],
  }
}

/** The step that the circumstances ask for. */
export function stepOf(facts: LadderFacts, now: Instant): { step: Step; because: ReasonCode[] } {
  if (facts.deceased) return { step: 'closed', because: ['PATIENT_DECEASED'] }
  const desk: ReasonCode[] = [
    ...(facts.suspended ? ['RECOVERY_SUSPENDED' as const] : []),
    ...(facts.stoppedBefore ? ['RECOVERY_STOPPED_BEFORE' as const] : []),
    ...(facts.wrongFacts >= MOST_WRONG_FACTS ? ['RECOVERY_WRONG_FACTS' as const] : []),
    ...(facts.failedProofs >= MOST_FAILED_PROOFS ? ['RECOVERY_PROOFS_FAILED' as const] : []),
  ]
  const second: ReasonCode[] = [
    ...(isFresh(facts.youngestSinceAt, now) ? ['RECOVERY_CONTACT_FRESH' as const] : []),
    ...(facts.flagged || facts.disputed ? ['RECOVERY_FLAGGED' as const] : []),
    ...(facts.failedProofs > 0 && facts.failedProofs < MOST_FAILED_PROOFS ? ['RECOVERY_PROOF_FAILED' as const] : []),
    ...(facts.agents >= MANY_AGENTS ? ['RECOVERY_MANY_AGENTS' as const] : []),
    ...(facts.overLimit ? ['RECOVERY_LIMIT' as const] : []),
  ]
  return { step: desk.length > 0 ? 'desk' : second.length > 0 ? 'second-person' : 'ordinary', because: [...desk, ...second] }
}

/** Whether a contact came on file so lately that nothing may go to it, whoever agrees (ID-03). */
export function isFresh(sinceAt: Instant | null, now: Instant): boolean {
  return sinceAt !== null && now - sinceAt < BARRED_FOR
}

/** What a destination asks for: `free` from the 30th day, `second-person` from the 72nd hour, `never` before, or where it is not the patient's own. */
export type Destination = 'free' | 'second-person' | 'never'

/** Whether something may be sent to this contact at this instant. Only an own e-mail address is ever a destination (R10, R41, ID-03). */
export function destinationStanding(contact: LadderContact, now: Instant): Destination {
  if (contact.kind !== 'email' || contact.standing !== 'own' || isFresh(contact.sinceAt, now)) return 'never'
  return now - contact.sinceAt >= COUNTS_AFTER ? 'free' : 'second-person'
}

/** The address that secrets go to: the one longest on file of those that count most. Nobody chooses or types it. */
export function destinationOf(contacts: readonly LadderContact[], now: Instant): { contact: LadderContact; standing: 'free' | 'second-person' } | null {
  const usable = inOrder(contacts, 'email').map((contact) => ({ contact, standing: destinationStanding(contact, now) }))
  const best = usable.find((one) => one.standing === 'free') ?? usable.find((one) => one.standing === 'second-person')
  return best && best.standing !== 'never' ? { contact: best.contact, standing: best.standing } : null
}

const unusable = {
  shared: 'RECOVERY_CONTACT_SHARED', barred: 'RECOVERY_CONTACT_BARRED', bounced: 'CONTACT_ADDRESS_BOUNCED', unusable: 'RECOVERY_CONTACT_UNUSABLE',
} as const satisfies Record<Exclude<LadderContact['standing'], 'own'>, ReasonCode>

function throughContact(contact: LadderContact, now: Instant): Way {
  const base = { kind: contact.kind === 'email' ? 'email-link' as const : 'call-back' as const, contactId: contact.id }
  if (contact.standing !== 'own') return { ...base, standing: 'not-possible', code: unusable[contact.standing], fromAt: null }
  const counts = contact.sinceAt + COUNTS_AFTER
  if (now >= counts) return { ...base, standing: 'suffices', code: contact.kind === 'email' ? 'RECOVERY_EMAIL_COUNTS' : 'RECOVERY_NUMBER_COUNTS', fromAt: null }
  if (isFresh(contact.sinceAt, now)) return { ...base, standing: 'not-today', code: 'RECOVERY_CONTACT_FRESH', fromAt: counts }
  if (contact.kind === 'phone') return { ...base, standing: 'not-today', code: 'RECOVERY_CONTACT_YOUNG', fromAt: counts }
  return { ...base, standing: 'with-second-person', code: 'RECOVERY_CONTACT_YOUNG', fromAt: counts }
}

/** A way as the step leaves it: never easier than it was. */
function raised(way: Way, step: Step, because: readonly ReasonCode[]): Way {
  const [first] = because
  if (way.standing === 'not-possible' || way.standing === 'not-today' || step === 'ordinary' || first === undefined) return way
  if (step === 'closed') return { ...way, standing: 'not-possible', code: first, fromAt: null }
  if (step === 'desk' && way.kind !== 'photo-id') return { ...way, standing: 'not-possible', code: first, fromAt: null }
  const second = because.find((code) => secondPersonCodes.includes(code))
  if (step === 'desk') return second === undefined && first !== 'RECOVERY_SUSPENDED' ? way : { ...way, standing: 'with-second-person', code: second ?? first }
  return { ...way, standing: 'with-second-person', code: first }
}

/** What asks for a second person whatever the proof. */
const secondPersonCodes: readonly ReasonCode[] = ['RECOVERY_CONTACT_FRESH', 'RECOVERY_FLAGGED', 'RECOVERY_PROOF_FAILED', 'RECOVERY_MANY_AGENTS', 'RECOVERY_LIMIT']

function secondPerson(step: Step, because: readonly ReasonCode[]): Way {
  const base = { kind: 'second-person' as const, contactId: null, fromAt: null }
  const [first] = because
  if (step === 'closed' || step === 'desk') return { ...base, standing: 'not-possible', code: first ?? 'RECOVERY_PROOFS_FAILED' }
  return { ...base, standing: 'suffices', code: 'RECOVERY_SECOND_PERSON' }
}

/** Whether acts need a second person beside the proof. */
export function needsSecondPerson({ step, because }: Pick<Ladder, 'step' | 'because'>): boolean {
  return step !== 'ordinary' && because.some((code) => code === 'RECOVERY_SUSPENDED' || secondPersonCodes.includes(code))
}

/** Longest on file first: the older one is the harder to have planted. */
function inOrder(contacts: readonly LadderContact[], kind: LadderContact['kind']): LadderContact[] {
  return contacts.filter((one) => one.kind === kind).toSorted((a, b) => Number(b.standing === 'own') - Number(a.standing === 'own') || a.sinceAt - b.sinceAt || (a.id < b.id ? -1 : 1))
}

function none(kind: 'email-link' | 'call-back', code: ReasonCode): Way {
  return { kind, contactId: null, standing: 'not-possible', code, fromAt: null }
}
