import { z } from 'zod'
import { appointmentStatuses } from '#domain/feeds/appointment-status.ts'
import type { AppointmentFacts } from '#domain/feeds/facts.ts'
import { codeableConcept, resourceId, wordsOf } from '#domain/feeds/fhir-parts.ts'
import type { FeedScene } from '#domain/feeds/fhir-patient.ts'
import { npiOf, reference, referredId, referredIdOrNumber } from '#domain/feeds/fhir-reference.ts'
import { confidentialLinesIn, labelled } from '#domain/feeds/security-labels.ts'
import { unreadable, type Mapped } from '#domain/feeds/mapped.ts'
import { cleanName } from '#domain/names.ts'
import { MINUTE, type Instant } from '#domain/time.ts'

/** FHIR R4 instant: seconds and zone are given. Minutes alone are taken as well. */
const instantText = z.string().max(40).regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/)

const fhirAppointment = z.object({
  resourceType: z.literal('Appointment'),
  meta: labelled,
  id: resourceId,
  status: z.enum(appointmentStatuses),
  serviceType: z.array(codeableConcept).max(50).optional(),
  appointmentType: codeableConcept.optional(),
  start: instantText.optional(),
  end: instantText.optional(),
  minutesDuration: z.int().min(1).max(1_440).optional(),
  participant: z.array(z.object({ actor: reference.optional() })).max(100).optional(),
})
type FhirAppointment = z.infer<typeof fhirAppointment>

/** Longest words for the kind of visit that are kept. */
const LONGEST_VISIT = 120

/** A FHIR R4 Appointment as facts, or the reason why it is not taken: it says whose it is and when. */
export function appointmentFromFhir(resource: unknown, scene: FeedScene): Mapped<AppointmentFacts> {
  const parsed = fhirAppointment.safeParse(resource)
  if (!parsed.success) return unreadable(parsed.error)
  const appointment = parsed.data
  const actors = (appointment.participant ?? []).flatMap((one) => one.actor ?? [])
  const patientSourceId = firstOf(actors, (actor) => referredId('Patient', actor))
  if (patientSourceId === null) return { refused: 'APPOINTMENT_WITHOUT_PATIENT' }
  const startAt = at(appointment.start)
  if (startAt === null) return { refused: 'APPOINTMENT_WITHOUT_TIME' }
  return {
    mapped: {
      source: scene.source, sourceId: appointment.id, patientSourceId, startAt, endAt: endOf(appointment, startAt),
      practitionerSourceId: firstOf(actors, (actor) => referredId('Practitioner', actor)),
      practitionerNpi: firstOf(actors, (actor) => npiOf(actor.identifier ? [actor.identifier] : [])),
      locationSourceId: firstOf(actors, (actor) => (actor.reference?.includes('Location/') ? referredIdOrNumber('Location', actor) : null)),
      status: appointment.status,
      visit: cleanName(visitOf(appointment))?.slice(0, LONGEST_VISIT) || null,
      confidentialTo: confidentialLinesIn(appointment.meta),
    },
  }
}

function endOf({ end, minutesDuration }: FhirAppointment, startAt: Instant): Instant | null {
  const endAt = at(end)
  if (endAt !== null && endAt >= startAt) return endAt
  return minutesDuration === undefined ? null : startAt + minutesDuration * MINUTE
}

/** The kind of visit only: the description may hold why somebody comes, which the list of a day need not show. */
function visitOf({ appointmentType, serviceType }: FhirAppointment): string {
  return wordsOf(serviceType?.[0]) ?? wordsOf(appointmentType) ?? ''
}

function at(text: string | undefined): Instant | null {
  const found = text === undefined ? Number.NaN : Date.parse(text)
  return Number.isFinite(found) ? found : null
}

function firstOf<T>(actors: readonly T[], find: (actor: T) => string | null): string | null {
  for (const actor of actors) {
    const found = find(actor)
    if (found !== null) return found
  }
  return null
}
