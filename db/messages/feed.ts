import { and, asc, eq, inArray } from 'drizzle-orm'
import type { CommunicationFacts } from '#domain/feeds/fhir-communication.ts'
import type { Kept } from '#db/kept.ts'
import { takeMessages, type IntakeHow } from '#db/messages/intake.ts'
import type { IncomingFacts } from '#db/messages/incoming.ts'
import { patientIdsOf } from '#db/patients.ts'
import type { Reader, Writer } from '#db/store.ts'

/**
 * Takes the messages of a feed, each once, in the order in which they were written: into queues, with clocks, as those that a portal
 * reports. What names no portal is of the one where the patient has an account. One source per call.
 */
export async function keepCommunications(w: Writer, all: readonly CommunicationFacts[], how: IntakeHow): Promise<Kept[]> {
  const source = all[0]?.source
  if (source === undefined) return []
  const patients = await patientIdsOf(w, source, all.map((one) => one.patientSourceId))
  const portals = await portalsOf(w, [...new Set(patients.values())])
  const related = await relatedOf(w, source, all.flatMap((one) => one.relatedPersonSourceId ?? []))
  const kept = new Map<string, Kept>()
  for (const one of all.toSorted((a, b) => a.sentAt - b.sentAt)) {
    const { sourceId } = one
    const patientId = patients.get(one.patientSourceId)
    const portalId = one.portalId ?? portals.get(patientId ?? '')
    if (patientId === undefined) kept.set(sourceId, { sourceId, outcome: 'refused', code: 'FEED_PATIENT_UNKNOWN' })
    else if (portalId === undefined) kept.set(sourceId, { sourceId, outcome: 'refused', code: 'MESSAGE_PORTAL_UNKNOWN' })
    else {
      const [taken] = await takeMessages(w, [messageOf(one, { patientId, portalId, related })], how)
      if (!taken || taken.outcome === 'refused') kept.set(sourceId, { sourceId, outcome: 'refused', code: taken?.code ?? 'MESSAGE_PATIENT_UNKNOWN' })
      else kept.set(sourceId, { sourceId, outcome: taken.outcome === 'known' ? 'unchanged' : 'created', id: taken.messageId })
    }
  }
  return all.flatMap(({ sourceId }) => kept.get(sourceId) ?? [])
}

type Related = Map<string, { name: string; relationship: string }>

function messageOf(one: CommunicationFacts, { patientId, portalId, related }: { patientId: string; portalId: string; related: Related }): IncomingFacts {
  const person = one.relatedPersonSourceId === null ? undefined : related.get(one.relatedPersonSourceId)
  const isPatient = one.relatedPersonSourceId === null && one.senderName === null
  return {
    ...one, portalId, patient: { id: patientId }, threadSourceId: one.threadSourceId ?? one.sourceId,
    sender: isPatient
      ? { kind: 'patient', id: null, name: null, relationship: null }
      : { kind: one.relatedPersonSourceId === null ? 'patient' : 'named', id: null, name: person?.name ?? one.senderName, relationship: person?.relationship ?? null },
  }
}

/** The portal where each patient has an account that is in use. */
async function portalsOf(db: Reader, patientIds: readonly string[]): Promise<Map<string, string>> {
  const { portalAccounts: a, portals: p } = db.t
  if (patientIds.length === 0) return new Map()
  const rows = await db.select({ patientId: a.patientId, portalId: a.portalId }).from(a).innerJoin(p, eq(p.id, a.portalId))
    .where(and(inArray(a.patientId, [...patientIds]), inArray(a.state, ['active', 'legacy-only']))).orderBy(asc(p.position))
  return new Map(rows.toReversed().map((row) => [row.patientId, row.portalId]))
}

async function relatedOf(db: Reader, source: string, ids: readonly string[]): Promise<Related> {
  const { householdLinks: h } = db.t
  if (ids.length === 0) return new Map()
  const rows = await db.select({ sourceId: h.sourceId, name: h.relatedName, relationship: h.relationship }).from(h).where(and(eq(h.source, source), inArray(h.sourceId, [...new Set(ids)])))
  return new Map(rows.map((row) => [row.sourceId, row]))
}
