import { and, eq } from 'drizzle-orm'
import type { AuditFact } from '#domain/audit-events.ts'
import type { EnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import type { Writer } from '#db/store.ts'
import { sceneOf, type DraftRow, type DraftScene } from '#server/enrollment/draft-scene.ts'
import { shownDraft } from '#server/enrollment/show-draft.ts'
import { done, record, refuse, type Act, type Outcome } from '#server/http/act.ts'

/** Writes what a step changes of a draft, records it, tells the open screens and answers the whole draft. Whoever acts, holds it. */
export async function changeDraft(w: Writer, act: Act, scene: DraftScene, change: Partial<DraftRow>, fact: AuditFact): Promise<Outcome<EnrollmentAnswer>> {
  const { enrollmentDrafts: d } = w.t
  const { draft, chart } = scene
  const [row] = await w.update(d).set({ heldBy: act.actor.id, leftAt: null, ...change, version: draft.version + 1 })
    .where(and(eq(d.id, draft.id), eq(d.version, draft.version))).returning()
  if (!row) return refuse('VERSION_STALE')
  await record(w, act, { ...fact, patientId: chart.id, objectId: draft.id })
  w.announce('enrollments', draft.id)
  const after = await sceneOf(w, act, row, chart)
  return 'refused' in after ? after : done(await shownDraft(w, act, after), row.version)
}
