import type { ServiceLine } from '#domain/access/bases.ts'
import type { Origin } from '#domain/feeds/facts.ts'
import type { Report, ReportValue } from '#domain/results/report.ts'
import type { Instant, PlainDate } from '#domain/time.ts'

/** A measured or described thing that came as a resource of its own; its report names it by its id. */
export type ObservationFacts = Origin & { patientSourceId: string; value: ReportValue; issuedAt: Instant | null; acquiredOn: PlainDate | null; practitionerSourceId: string | null }

/** A report as a resource: its values are named by the feed's ids and come by themselves. */
export type DiagnosticReportFacts = Origin & { patientSourceId: string; report: Report; valueIds: string[] }

export const sharedKinds = ['note', 'diagnosis', 'medication'] as const
export type SharedKind = (typeof sharedKinds)[number]

/** A note, a diagnosis or a medication: that it is there, not what it says. */
export type SharedItemFacts = Origin & {
  patientSourceId: string; kind: SharedKind; name: string; practitionerSourceId: string | null; practitionerNpi: string | null; authoredAt: Instant | null
  acquiredOn: PlainDate | null; withdrawn: boolean; confidentialTo: readonly ServiceLine[]
}

/** Something else that stands in a record: that it is there, of what kind and when, and of a bill line how much. */
export type RecordItemFacts = Origin & {
  patientSourceId: string; category: 'immunization' | 'letter' | 'bill-line'; acquiredOn: PlainDate | null; amountCents: number | null; withdrawn: boolean
  confidentialTo: readonly ServiceLine[]
}

/** Laboratory work that was ordered here and waits for its result (R65). */
export type LabOrderFacts = Origin & {
  patientSourceId: string; name: string; orderKey: string; practitionerSourceId: string | null; practitionerNpi: string | null; countsFromOn: PlainDate; calledOff: boolean
}
