import { z } from 'zod'
import { codeableConcept, identifier, resourceId, wordsOf } from '#domain/feeds/fhir-parts.ts'
import type { FeedScene } from '#domain/feeds/fhir-patient.ts'
import { npiOf, reference, referredId } from '#domain/feeds/fhir-reference.ts'
import { codingsOf, collectedOf, concepts, effective, fhirStatus, sectionsOf, statusOf } from '#domain/feeds/fhir-result-parts.ts'
import { unreadable, type Mapped } from '#domain/feeds/mapped.ts'
import type { DiagnosticReportFacts } from '#domain/feeds/result-facts.ts'
import { confidentialLinesIn, labelled } from '#domain/feeds/security-labels.ts'
import type { ReportValue } from '#domain/results/report.ts'

const named = reference.extend({ display: z.string().max(300).optional() })
const fhirReport = z.object({
  resourceType: z.literal('DiagnosticReport'), id: resourceId, meta: labelled, identifier: z.array(identifier).max(50).optional(), status: fhirStatus, category: concepts, code: codeableConcept,
  subject: reference.optional(), basedOn: z.array(reference).max(50).optional(), resultsInterpreter: z.array(named).max(20).optional(), performer: z.array(named).max(20).optional(),
  result: z.array(reference).max(500).optional(), conclusion: z.string().max(100_000).optional(),
  presentedForm: z.array(z.object({ contentType: z.string().max(100).optional(), title: z.string().max(300).optional(), size: z.int().optional(), data: z.string().optional() })).max(20).optional(),
  ...effective,
})

/**
 * A FHIR R4 DiagnosticReport, or the reason why it is not taken. Its values are named and come by themselves; attached
 * documents are kept as kind and size. FHIR names the performer here; who ordered stands in the request that it is based on.
 */
export function diagnosticReportFromFhir(resource: unknown, scene: FeedScene): Mapped<DiagnosticReportFacts> {
  const parsed = fhirReport.safeParse(resource)
  if (!parsed.success) return unreadable(parsed.error)
  const one = parsed.data
  const patientSourceId = referredId('Patient', one.subject)
  if (patientSourceId === null) return { refused: 'ITEM_NOT_OF_PATIENT' }
  const collected = collectedOf(one)
  const status = statusOf(one.status)
  const attachments = (one.presentedForm ?? []).map((form): ReportValue => ({
    codings: [], name: form.title ?? null, kind: 'attachment', text: '', remarks: [], number: null, unit: null, rangeText: null, low: null, high: null, reading: null, status,
    observedAt: collected.at, mediaType: form.contentType ?? null, bytes: form.size ?? (form.data === undefined ? 0 : Math.floor((form.data.length * 3) / 4)),
  }))
  const confidentialTo = confidentialLinesIn(one.meta)
  const orderer = one.basedOn?.[0]?.identifier
  return {
    mapped: {
      source: scene.source, sourceId: one.id, patientSourceId,
      valueIds: (one.result ?? []).flatMap((value) => referredId('Observation', value) ?? []),
      report: {
        sourceId: one.id, codings: codingsOf(one.code), name: wordsOf(one.code), sections: sectionsOf(one.category), status,
        orderedBy: orderer && npiOf([orderer]) !== null ? { npi: npiOf([orderer]), sourceId: null, name: null } : null,
        orderKey: (one.basedOn ?? []).map((order) => referredId('ServiceRequest', order) ?? order.identifier?.value ?? null).find((key) => key !== null) ?? null,
        collectedOn: collected.on, collectedAt: collected.at, issuedAt: collected.issuedAt, values: attachments,
        remarks: one.conclusion === undefined ? [] : [one.conclusion],
        ...(confidentialTo.length === 0 ? {} : { confidentialTo }),
      },
    },
  }
}
