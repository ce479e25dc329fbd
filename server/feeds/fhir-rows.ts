import { diagnosticReportFromFhir } from '#domain/feeds/fhir-diagnostic-report.ts'
import { observationFromFhir } from '#domain/feeds/fhir-observation.ts'
import { communicationFromFhir } from '#domain/feeds/fhir-communication.ts'
import { conditionFromFhir, documentFromFhir, labOrderFromFhir, medicationFromFhir } from '#domain/feeds/fhir-shared-item.ts'
import { appointmentFromFhir } from '#domain/feeds/fhir-appointment.ts'
import { locationFromFhir } from '#domain/feeds/fhir-location.ts'
import { organizationFromFhir } from '#domain/feeds/fhir-organization.ts'
import { patientFromFhir } from '#domain/feeds/fhir-patient.ts'
import { practitionerFromFhir } from '#domain/feeds/fhir-practitioner.ts'
import { practitionerRoleFromFhir } from '#domain/feeds/fhir-practitioner-role.ts'
import { relatedPersonFromFhir } from '#domain/feeds/fhir-related-person.ts'
import { chargeItemFromFhir, immunizationFromFhir, isLetter, letterFromFhir } from '#domain/feeds/fhir-record-item.ts'
import type { RecordItemFacts } from '#domain/feeds/result-facts.ts'
import type { Mapped } from '#domain/feeds/mapped.ts'
import type { NewId } from '#db/new-id.ts'
import { preparePatient } from '#db/new-patient.ts'
import type { FeedRow, ReadOrder } from '#server/feeds/items.ts'

/** Types in the order in which files are read: what others refer to comes first. */
export const fhirTypes = [
  'Organization', 'Location', 'Practitioner', 'PractitionerRole', 'Patient', 'RelatedPerson', 'Appointment', 'ServiceRequest', 'Observation', 'DiagnosticReport',
  'DocumentReference', 'Condition', 'MedicationRequest', 'Immunization', 'ChargeItem', 'Communication',
] as const

const LONGEST_TYPE = 64

/** The type that a resource says it is; null: it does not say. */
export function typeOf(resource: unknown): string | null {
  const type = typeof resource === 'object' && resource !== null ? (resource as { resourceType?: unknown }).resourceType : undefined
  return typeof type === 'string' && /^[A-Za-z]+$/.test(type) && type.length <= LONGEST_TYPE ? type : null
}

/** Reads FHIR R4 resources as rows for the writer. */
export function fhirReader(order: ReadOrder, newId: NewId): (resource: unknown) => FeedRow {
  const { scene } = order
  const how = { at: scene.at, newId, ...(order.onFileSinceAt === null ? {} : { onFileSinceAt: order.onFileSinceAt }) }
  return (resource) => {
    const type = typeOf(resource)
    switch (type) {
      case 'Patient': return rowOf(type, patientFromFhir(resource, scene), (facts) => ({ kind: type, patient: preparePatient({ facts, siteId: order.siteId }, how) }))
      case 'RelatedPerson': return rowOf(type, relatedPersonFromFhir(resource, scene), (facts) => ({ kind: type, facts }))
      case 'Practitioner': return rowOf(type, practitionerFromFhir(resource, scene), (facts) => ({ kind: type, facts }))
      case 'PractitionerRole': return rowOf(type, practitionerRoleFromFhir(resource), (facts) => ({ kind: type, facts }))
      case 'Organization': return rowOf(type, organizationFromFhir(resource, scene), (facts) => ({ kind: type, facts }))
      case 'Location': return rowOf(type, locationFromFhir(resource, scene), (facts) => ({ kind: type, facts }))
      case 'Communication': return rowOf(type, communicationFromFhir(resource, scene), (facts) => ({ kind: type, facts }))
      case 'Appointment': return rowOf(type, appointmentFromFhir(resource, scene), (facts) => ({ kind: type, facts }))
      case 'ServiceRequest': return rowOf(type, labOrderFromFhir(resource, scene), (facts) => ({ kind: type, facts }))
      case 'Observation': return rowOf(type, observationFromFhir(resource, scene), (facts) => ({ kind: type, facts }))
      case 'DiagnosticReport': return rowOf(type, diagnosticReportFromFhir(resource, scene), (facts) => ({ kind: type, facts }))
      case 'DocumentReference': return isLetter(resource) ? recordItem(type, letterFromFhir(resource, scene)) : rowOf(type, documentFromFhir(resource, scene), (facts) => ({ kind: 'SharedItem', facts }))
      case 'Condition': return rowOf(type, conditionFromFhir(resource, scene), (facts) => ({ kind: 'SharedItem', facts }))
      case 'MedicationRequest': return rowOf(type, medicationFromFhir(resource, scene), (facts) => ({ kind: 'SharedItem', facts }))
      case 'Immunization': return recordItem(type, immunizationFromFhir(resource, scene))
      case 'ChargeItem': return recordItem(type, chargeItemFromFhir(resource, scene))
      case null: return { kind: 'refused', of: '', code: 'FEED_TYPE_MISSING', facts: {} }
      default: return { kind: 'refused', of: type, code: 'FEED_TYPE_NOT_READ', facts: { type } }
    }
  }
}

const recordItem = (of: string, mapped: Mapped<RecordItemFacts>): FeedRow => rowOf(of, mapped, (facts) => ({ kind: 'RecordItem', facts }))

function rowOf<T>(of: string, mapped: Mapped<T>, row: (facts: T) => FeedRow): FeedRow {
  return 'mapped' in mapped ? row(mapped.mapped) : { kind: 'refused', of, code: mapped.refused, facts: mapped.facts ?? {} }
}
