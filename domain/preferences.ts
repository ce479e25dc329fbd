import { allow, deny, type Decision } from '#domain/decision.ts'
import type { ContactPurpose } from '#domain/contact-policy.ts'
import type { Instant } from '#domain/time.ts'

/** What a patient may wish not to get: being asked to join a portal, or being told that something is new there. */
export const wishKinds = ['invitations', 'notices'] as const
export type WishKind = (typeof wishKinds)[number]

/** Ways by which a portal reaches people outside itself. What is inside the portal is no mail and is not stopped. */
export const wishChannels = ['email', 'sms', 'app'] as const
export type WishChannel = (typeof wishChannels)[number]

/** How the practice came to know of the wish. */
export const wishSources = ['in-person', 'by-phone', 'in-writing', 'representative'] as const
export type WishSource = (typeof wishSources)[number]

/** Stands for every portal, those of later years too. */
export const EVERY_PORTAL = '*'

/** A wish not to be contacted: from an instant on, perhaps until another. */
export type OptOut = { portalId: string; channel: WishChannel; kind: WishKind; fromAt: Instant; endedAt: Instant | null }

/** What a mail of a purpose is to the person; null: it protects the account or was asked for by themselves, and is never stopped. */
export const kindOfPurpose: Record<ContactPurpose, WishKind | null> = {
  'staff-invitation': null, 'second-factor-reset': null, 'security-notice': null, 'oversight-notice': null, 'portal-code': null,
  'portal-invitation': 'invitations', campaign: 'invitations', 'portal-notice': 'notices',
}

/** What is about to be sent: for what, by which way, of which portal (null: of none). */
export type Sending = { channel: WishChannel; purpose: ContactPurpose; portalId: string | null }

/** Whether one of the wishes stands against it at this instant (R71). */
export function standsAgainst(wishes: readonly OptOut[], { channel, purpose, portalId }: Sending, at: Instant): boolean {
  const kind = kindOfPurpose[purpose]
  return kind !== null && wishes.some((wish) => wish.kind === kind && wish.channel === channel && isOf(wish, portalId) && isStanding(wish, at))
}

/** Whether it holds at this instant. */
export function isStanding({ fromAt, endedAt }: Pick<OptOut, 'fromAt' | 'endedAt'>, at: Instant): boolean {
  return fromAt <= at && (endedAt === null || at < endedAt)
}

function isOf(wish: OptOut, portalId: string | null): boolean {
  return wish.portalId === EVERY_PORTAL || wish.portalId === portalId
}

export type WishFacts = {
  deceased: boolean
  wish: Pick<OptOut, 'portalId' | 'channel' | 'kind'>
  /** Of the portal that is meant, or of any portal where every one is meant: ways it has, and whether staff may set wishes. */
  portals: readonly { channels: readonly string[]; staffSetOptOuts: boolean }[]
  /** The same wish stands already. */
  stands: boolean
}

/** Whether staff may record a wish (R71): a way that the portal does not have cannot be chosen. */
export function canRecordWish({ deceased, wish, portals, stands }: WishFacts): Decision {
  if (deceased) return deny('PATIENT_DECEASED')
  const settable = portals.filter((portal) => portal.staffSetOptOuts)
  if (settable.length === 0) return deny('OPT_OUT_NOT_HERE')
  if (!settable.some((portal) => portal.channels.includes(wish.channel))) return deny('OPT_OUT_NO_SUCH_WAY')
  return stands ? deny('OPT_OUT_STANDS') : allow
}
