import type { ReasonFacts } from '#domain/decision.ts'
import type { AppointmentFacts, LocationFacts, OrganizationFacts, PractitionerFacts, PractitionerRoleFacts, RelatedPersonFacts } from '#domain/feeds/facts.ts'
import type { DiagnosticReportFacts, LabOrderFacts, ObservationFacts, RecordItemFacts, SharedItemFacts } from '#domain/feeds/result-facts.ts'
import type { CommunicationFacts } from '#domain/feeds/fhir-communication.ts'
import type { FeedScene } from '#domain/feeds/fhir-patient.ts'
import type { ReasonCode } from '#domain/reasons.ts'
import type { RosterMapping } from '#domain/rosters/mapping.ts'
import type { Instant } from '#domain/time.ts'
import type { PreparedPatient } from '#db/new-patient.ts'

/** What a row says, shaped for the writer; or why it is not taken. */
export type FeedRow =
  | { kind: 'Patient'; patient: PreparedPatient }
  | { kind: 'RelatedPerson'; facts: RelatedPersonFacts }
  | { kind: 'Practitioner'; facts: PractitionerFacts }
  | { kind: 'PractitionerRole'; facts: PractitionerRoleFacts }
  | { kind: 'Organization'; facts: OrganizationFacts }
  | { kind: 'Location'; facts: LocationFacts }
  | { kind: 'Appointment'; facts: AppointmentFacts }
  | { kind: 'Communication'; facts: CommunicationFacts }
  | { kind: 'ServiceRequest'; facts: LabOrderFacts }
  | { kind: 'Observation'; facts: ObservationFacts }
  | { kind: 'DiagnosticReport'; facts: DiagnosticReportFacts }
  | { kind: 'SharedItem'; facts: SharedItemFacts }
  | { kind: 'RecordItem'; facts: RecordItemFacts }
  | RefusedRow

/** `field`: the roster's column or nothing. `of`: what the row says it is. */
export type RefusedRow = { kind: 'refused'; of: string; code: ReasonCode; facts: ReasonFacts }

/** A row with its place: the line that a person finds it by, and how many records are behind it (the cursor). */
export type FeedItem = { line: number; record: number; row: FeedRow }

export const feedFormats = ['ndjson', 'json', 'table'] as const
export type FeedFormat = (typeof feedFormats)[number]

/** What the reader of a file is told. */
export type ReadOrder = {
  path: string
  format: FeedFormat
  scene: FeedScene
  /** Records that are behind us already. */
  skip: number
  siteId: string
  /** Our sites by folded name, for rosters that name them. */
  sites: Readonly<Record<string, string>>
  mapping: RosterMapping | null
  /** Only its beginning is wanted: it is not hashed. */
  isPeek: boolean
  /** A first load: contacts without a proof were on file by then (ID-02). */
  onFileSinceAt: Instant | null
}

/** A file, or what is in it, that cannot be read at all. */
export class FeedUnreadable extends Error {
  override name = 'FeedUnreadable'
  readonly code: ReasonCode
  readonly facts: ReasonFacts
  constructor(code: ReasonCode, facts: ReasonFacts = {}) {
    super(code)
    this.code = code
    this.facts = facts
  }
}
