import { allow, deny, type Decision } from '#domain/decision.ts'
import { standsAgainst, type OptOut } from '#domain/preferences.ts'
import { reachKey } from '#domain/reach.ts'
import type { Instant } from '#domain/time.ts'

/** Ways to reach somebody outside the console. */
export type Channel = 'email'

/** What a message is for. A person may opt out of what is optional, never of what protects the account or what they asked for. */
export type ContactPurpose =
  | 'staff-invitation' | 'second-factor-reset' | 'security-notice' | 'oversight-notice'
  | 'portal-invitation' | 'portal-code' | 'portal-notice' | 'campaign'

/** The address on file, and when a mail to exactly this address came back for good. */
export type AddressFacts = { address: string | null; hardBouncedAt: Instant | null }

export type StaffContactFacts = AddressFacts & { kind: 'staff'; status: 'invited' | 'active' | 'disabled' }
export type PatientContactFacts = AddressFacts & {
  kind: 'patient'; deceased: boolean; optOuts: readonly OptOut[]
  /** Ways that are closed for the patient's safety, whatever the purpose; none where nothing is said. */
  suppressed?: readonly SuppressedWay[]
}
/** Somebody who acts for a patient. */
export type ProxyContactFacts = AddressFacts & { kind: 'proxy'; dead: boolean }
export type ContactFacts = StaffContactFacts | PatientContactFacts | ProxyContactFacts

/** A closed way: the whole channel, or one address or number of it by its key. A block closes those of the blocked person. */
export type SuppressedWay = { channel: Channel | 'sms' | 'phone' | 'post'; contactKey: string | null; fromAt: Instant; endedAt: Instant | null }

/**
 * Whether a person may be written to, on this channel, for this purpose, at this instant. The one gate of all mail:
 * asked when a mail is queued and once more before it leaves. R13 (deceased), R71 (opt-outs), IN-11 (address).
 * `portalId`: the portal that it is about; null: none.
 */
export function mayContact(person: ContactFacts, channel: Channel, purpose: ContactPurpose, at: Instant, portalId: string | null = null): Decision {
  if (person.kind === 'staff' && person.status === 'disabled') return deny('CONTACT_STAFF_DISABLED')
  if (person.kind === 'patient' && person.deceased) return deny('CONTACT_PERSON_DECEASED')
  if (person.kind === 'proxy' && person.dead) return deny('CONTACT_PERSON_DECEASED')
  if (person.kind === 'patient' && isSuppressed(person, channel, at)) return deny('CONTACT_SUPPRESSED')
  if (person.kind === 'patient' && standsAgainst(person.optOuts, { channel, purpose, portalId }, at)) return deny('CONTACT_OPTED_OUT')
  if (person.address === null) return deny('CONTACT_ADDRESS_MISSING')
  if (!isMailAddress(person.address)) return deny('CONTACT_ADDRESS_UNUSABLE')
  if (person.hardBouncedAt !== null && person.hardBouncedAt <= at) return deny('CONTACT_ADDRESS_BOUNCED')
  return allow
}

function isSuppressed({ suppressed = [], address }: PatientContactFacts, channel: Channel, at: Instant): boolean {
  const key = address === null ? null : contactKeyFor(channel, address)
  return suppressed.some((way) => way.channel === channel && way.fromAt <= at && (way.endedAt === null || at < way.endedAt)
    && (way.contactKey === null || way.contactKey === key))
}

/** One plain address without display name, list, comment or control character; at most 254 characters (RFC 5321). */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s\p{C}"(),:;<>@[\\\]]{1,64}@[^\s\p{C}"(),:;<>@[\\\]]+$/u.test(text)
}

/** Whether a report's enhanced status (RFC 3463) says that the address will not work later either. */
export function isHardBounce(status: string): boolean {
  return status.startsWith('5')
}

/** An address for those who run the machine but may not know whose it is: `a•••@d•••.org`. */
export function maskedAddress(address: string): string {
  const [local = '', domain = ''] = address.split('@')
  const ending = domain.includes('.') ? domain.slice(domain.lastIndexOf('.')) : ''
  return `${[...local][0] ?? ''}•••@${[...domain][0] ?? ''}•••${ending}`
}

/**
 * The key by which two contacts are seen to be one, however they are written: the mailbox behind an address (case,
 * plus-tag, dots where they do not count), the number as E.164 writes it.
 */
export function contactKeyFor(kind: 'email' | 'phone', value: string): string {
  return reachKey(kind, value)
}
