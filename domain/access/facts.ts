import type { AreaLevel, Basis, DocumentKind, LegalStatusKind, Relationship, RepresentativeArea, ServiceLine } from '#domain/access/bases.ts'
import type { GrantCause, GrantState } from '#domain/access/grant-states.ts'
import type { ItemCategory } from '#domain/access/items.ts'
import type { PortalPolicy } from '#domain/portals/policy.ts'
import type { Instant, PlainDate } from '#domain/time.ts'

/** Who looks: the patient, or a person by a grant. */
export type Viewer = { kind: 'patient' } | { kind: 'proxy'; personId: string }

/** One thing in a record, as far as access is decided by it. */
export type Item = {
  category: ItemCategory
  /** Collected or performed, else issued, on this local date; null: not known (R25). */
  acquiredOn: PlainDate | null
  /** Service lines that are confidential to a minor (R31). */
  confidentialTo: readonly ServiceLine[]
  /** Marked sensitive by staff (the narrower reading of R22). */
  sensitive: boolean
}

export type Areas = Partial<Record<RepresentativeArea, AreaLevel>>

/** A document that a basis rests on, good through `expiresOn`, local; it counts from `seenAt` until `retiredAt`. */
export type BasisDocument = { kind: DocumentKind; expiresOn: PlainDate | null; seenAt: Instant; retiredAt: Instant | null }

/** What was done with one grant, when; every state it was in, oldest first. */
export type GrantFacts = {
  id: string
  personId: string
  relationship: Relationship
  basis: Basis
  levelId: string
  areas: Areas | null
  /** Local days of the portal, both inclusive (R34). */
  startOn: PlainDate
  endOn: PlainDate | null
  reviewOn: PlainDate | null
  timeline: readonly { at: Instant; state: GrantState; cause: GrantCause }[]
  documents: readonly BasisDocument[]
}

/** A legal status from one local day through another. `endedAt`: taken back as a mistake; from then on it never was. */
export type LegalStatusFacts = {
  kind: LegalStatusKind
  fromOn: PlainDate
  untilOn: PlainDate | null
  endedAt: Instant | null
  /** Of an adoption: who belonged to the family before; empty: every parent and guardian of then. */
  formerPersonIds: readonly string[]
}

/** A minor lets one person see one service line, from an instant up to another (R31). */
export type ConsentFacts = { personId: string; serviceLine: ServiceLine; givenAt: Instant; withdrawnAt: Instant | null }

/** A block that means this person, from an instant up to another. Who is meant is decided in domain/access/blocks.ts. */
export type BlockedPerson = { personId: string; fromAt: Instant; liftedAt: Instant | null }

/** The patient's own account on the portal. */
export type OwnAccount = { state: 'active' | 'suspended' | 'none'; sinceAt: Instant }

/** Everything that decides who sees what of one patient on one portal. Nothing of it is an answer. */
export type AccessFacts = {
  birthDate: PlainDate
  /** Since when the patient is dead, and the local day if it is known; null: alive (R13). */
  death: { fromAt: Instant; on: PlainDate | null } | null
  ownAccount: OwnAccount
  /** Every version of the portal's rules, oldest first. */
  versions: readonly PortalPolicy[]
  grants: readonly GrantFacts[]
  legalStatuses: readonly LegalStatusFacts[]
  consents: readonly ConsentFacts[]
  blocked: readonly BlockedPerson[]
  /** Categories in which this record holds confidential items: for the staff's own matrix alone, empty for all others. */
  markedCategories: readonly ItemCategory[]
}
