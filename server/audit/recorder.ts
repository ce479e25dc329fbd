import { sql } from 'drizzle-orm'
import { auditEvents, type AuditFact, type PurposeOfUse } from '#domain/audit-events.ts'
import type { Instant } from '#domain/time.ts'
import { hot, type Writer } from '#db/store.ts'

/** Who acts, as the record needs it. */
export type AuditActor = { id: string; roles: readonly string[] }

/** What surrounds an act: who, when, from where, under which request. */
export type AuditScene = {
  actor: AuditActor; at: Instant; requestId: string | null; sourceAddress: string | null
  /** The patient whose chart this act reached only by break-glass: whatever it records of them has that purpose (AZ-08). */
  heldOpenId?: string
}

export const systemActor: AuditActor = { id: 'system', roles: [] }

const insertEvent = hot<unknown>('audit_insert_event', (db, t) =>
  db.insert(t.auditEvents).values({
    at: sql.placeholder('at'),
    actorId: sql.placeholder('actorId'),
    actorRoles: sql.placeholder('actorRoles'),
    event: sql.placeholder('event'),
    patientId: sql.placeholder('patientId'),
    objectId: sql.placeholder('objectId'),
    outcome: sql.placeholder('outcome'),
    reasonCode: sql.placeholder('reasonCode'),
    evidence: sql.placeholder('evidence'),
    purpose: sql.placeholder('purpose'),
    requestId: sql.placeholder('requestId'),
    sourceAddress: sql.placeholder('sourceAddress'),
    detail: sql.placeholder('detail'),
  }))

/** The event cannot be written, so what it tells of is not done: 503, and nothing is shown. */
export class AuditUnwritable extends Error {
  override name = 'AuditUnwritable'
}

/** Writes one event into the act's own transaction (AD-03): if it cannot be written, the act is not done. */
export async function recordEvent(w: Writer, scene: AuditScene, fact: AuditFact): Promise<void> {
  const detail = auditEvents[fact.event].detail.parse(fact.detail)
  const written = w.hot(insertEvent, {
    at: scene.at,
    actorId: scene.actor.id,
    actorRoles: scene.actor.roles.join(','),
    event: fact.event,
    patientId: fact.patientId ?? null,
    objectId: fact.objectId ?? null,
    outcome: fact.outcome ?? 'success',
    reasonCode: fact.reasonCode ?? null,
    evidence: fact.evidence ?? null,
    purpose: purposeOf(scene, fact),
    requestId: scene.requestId,
    sourceAddress: scene.sourceAddress,
    detail: plainText(JSON.stringify(detail)),
  })
  await written.catch((error: unknown) => { throw new AuditUnwritable(`${fact.event} cannot be recorded`, { cause: error }) })
}

function purposeOf({ heldOpenId }: AuditScene, { patientId, purpose }: AuditFact): PurposeOfUse {
  return heldOpenId !== undefined && patientId === heldOpenId ? 'BTG' : purpose ?? 'HOPERAT'
}

/** Control and bidirectional characters cannot forge a line in a log or an export (AD-04). */
function plainText(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
}
