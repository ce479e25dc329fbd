import { z } from 'zod'
import { codeableConcept, instantOf, dateWrittenIn, type CodeableConcept } from '#domain/feeds/fhir-parts.ts'
import type { Coding } from '#domain/results/categories.ts'
import type { ReportStatus } from '#domain/results/report.ts'
import type { Instant, PlainDate } from '#domain/time.ts'

/** FHIR R4 ObservationStatus and DiagnosticReportStatus in our words; a word that is not known is not final. */
const statuses: Readonly<Record<string, ReportStatus>> = {
  registered: 'registered', partial: 'preliminary', preliminary: 'preliminary', final: 'final', amended: 'corrected', corrected: 'corrected', appended: 'corrected',
  cancelled: 'cancelled', 'entered-in-error': 'entered-in-error', unknown: 'preliminary',
}

export const fhirStatus = z.string().max(40)
export const effective = {
  effectiveDateTime: z.string().max(40).optional(), effectivePeriod: z.object({ start: z.string().max(40).optional() }).optional(), issued: z.string().max(40).optional(),
}
export const concepts = z.array(codeableConcept).max(50).optional()

export function statusOf(status: string): ReportStatus {
  return statuses[status] ?? 'preliminary'
}

/** Every coding of a concept. */
export function codingsOf(concept: CodeableConcept | undefined): Coding[] {
  return (concept?.coding ?? []).map((one) => ({ system: one.system ?? null, code: one.code ?? null, display: one.display ?? null }))
}

/** When it was collected or done, as written; the local date is the one written there. */
export function collectedOf(times: { effectiveDateTime?: string | undefined; effectivePeriod?: { start?: string | undefined } | undefined; issued?: string | undefined }): { at: Instant | null; on: PlainDate | null; issuedAt: Instant | null } {
  const written = times.effectiveDateTime ?? times.effectivePeriod?.start
  return { at: hasClock(written) ? instantOf(written) : null, on: dateWrittenIn(written) ?? dateWrittenIn(times.issued), issuedAt: instantOf(times.issued) }
}

function hasClock(written: string | undefined): boolean {
  return written?.includes('T') ?? false
}

/** Codes of the categories: sections of a department. */
export function sectionsOf(categories: readonly CodeableConcept[] | undefined): string[] {
  return (categories ?? []).flatMap((one) => (one.coding ?? []).flatMap((coding) => coding.code ?? []))
}
