import type { IncidentKind } from '#domain/enrollment/words.ts'
import type { Writer } from '#db/store.ts'
import { recordEvent } from '#server/audit/recorder.ts'
import type { Doing } from '#server/invitations/invitations.ts'

export type NewIncident = { kind: IncidentKind; patientId: string | null; objectId: string; reason: string; facts: Record<string, string | number | null> }

/** Opens an incident in the transaction of what caused it, and tells the privacy officers' screens. Gives its id. */
export async function openIncident(w: Writer, { app, scene, at, by }: Doing, incident: NewIncident): Promise<string> {
  const id = app.random.id()
  await w.insert(w.t.incidents).values({
    id, kind: incident.kind, patientId: incident.patientId, objectId: incident.objectId, openedBy: by, openedAt: at,
    reason: incident.reason, facts: JSON.stringify(incident.facts), state: 'open',
  })
  await recordEvent(w, scene, { event: 'incident.opened', patientId: incident.patientId, objectId: id, detail: { kind: incident.kind } })
  w.announce('incidents', id)
  return id
}
