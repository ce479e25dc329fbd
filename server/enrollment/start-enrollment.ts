import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { EnrollmentAnswer, startEnrollmentBody } from '#domain/contracts/enrollment.ts'
import { canStartEnrollment } from '#domain/enrollment/draft-policy.ts'
import { isoOf } from '#domain/time.ts'
import type { Reader, Writer } from '#db/store.ts'
import { portalNow } from '#server/contacts/contacts.ts'
import { sceneOf, type DraftRow } from '#server/enrollment/draft-scene.ts'
import { shownDraft } from '#server/enrollment/show-draft.ts'
import { done, record, refuse, refuseBy, type Act, type Outcome } from '#server/http/act.ts'
import { startFacts } from '#server/invitations/invitations.ts'
import { chartToActOn } from '#server/patients/patients.ts'

/**
 * Begins an enrollment: one open draft per patient and portal. The desk that comes second is told who is at it and since
 * when, whichever way the two presses fall: the database holds the place (CC-05).
 */
export async function startEnrollment(w: Writer, act: Act, { body }: { body: z.infer<typeof startEnrollmentBody> }): Promise<Outcome<EnrollmentAnswer>> {
  const opened = await chartToActOn(w, act, body.patientId)
  if ('refused' in opened) return opened
  const { chart } = opened
  const portal = await portalNow(w, body.portalId, act.at)
  if (!portal) return refuse('NOT_FOUND')
  const open = await openDraft(w, chart.id, portal.id)
  if (open) return refuse('ENROLLMENT_OPEN', { current: await whoIsAtIt(w, open) })
  const may = canStartEnrollment(await startFacts(w, act, chart, portal))
  if (!may.allowed) return refuseBy(may)
  const [draft] = await w.insert(w.t.enrollmentDrafts).values({
    id: act.app.random.id(), patientId: chart.id, portalId: portal.id, siteId: chart.siteId,
    language: body.language ?? (/^es\b/i.test(chart.language ?? '') ? 'es' : 'en'), state: 'open', startedBy: act.actor.id, startedAt: act.at, heldBy: act.actor.id,
  }).returning()
  if (!draft) throw new Error('the draft was just written')
  await record(w, act, { event: 'enrollment.started', patientId: chart.id, objectId: draft.id, detail: { portalId: portal.id, reason: body.reason ?? '' } })
  w.announce('enrollments', draft.id)
  const scene = await sceneOf(w, act, draft, chart)
  return 'refused' in scene ? scene : done(await shownDraft(w, act, scene), draft.version)
}

/** The enrollment that is under way for somebody on a portal. */
export async function openDraft(db: Reader, patientId: string, portalId: string): Promise<DraftRow | null> {
  const { enrollmentDrafts: d } = db.t
  const [row] = await db.select().from(d).where(and(eq(d.patientId, patientId), eq(d.portalId, portalId), eq(d.state, 'open')))
  return row ?? null
}

async function whoIsAtIt(db: Reader, draft: DraftRow): Promise<{ enrollmentId: string; by: string; since: string }> {
  const { staff } = db.t
  const [person] = await db.select({ name: staff.name }).from(staff).where(eq(staff.id, draft.heldBy ?? draft.startedBy))
  return { enrollmentId: draft.id, by: person?.name ?? '', since: isoOf(draft.startedAt) }
}
