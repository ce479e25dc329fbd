import { and, eq } from 'drizzle-orm'
import type { Writer } from '#db/store.ts'
import { recordEvent } from '#server/audit/recorder.ts'
import type { Doing } from '#server/invitations/invitations.ts'

export type Registration = {
  portalId: string; source: string; sourceId: string; givenName: string; familyName: string; birthDate: string; email: string | null; phone: string | null
}

/** A self-registration that the portal could not match: a case for people, never an invitation by itself (R6). The same one twice is one. */
export async function receiveRegistration(w: Writer, doing: Doing, registration: Registration): Promise<'opened' | 'known' | 'unknown'> {
  const { selfRegistrations: r, portals: o } = w.t
  const [portal] = await w.select({ id: o.id }).from(o).where(eq(o.id, registration.portalId))
  if (!portal) return 'unknown'
  const [known] = await w.select({ id: r.id }).from(r).where(and(eq(r.source, registration.source), eq(r.sourceId, registration.sourceId)))
  if (known) return 'known'
  const id = doing.app.random.id()
  await w.insert(r).values({ id, ...registration, receivedAt: doing.at, state: 'open' })
  await recordEvent(w, doing.scene, { event: 'registration.received', objectId: id, detail: { portalId: registration.portalId, source: registration.source } })
  w.announce('registrations', id)
  return 'opened'
}
