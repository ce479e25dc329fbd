import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { ActAnswer, categoryBody, commentBody, declineBody, noteBody } from '#domain/contracts/results.ts'
import { isSensitive } from '#domain/results/categories.ts'
import { releaseAt } from '#domain/release/release.ts'
import { bringsOut, canVerify } from '#domain/release/who-may.ts'
import { holdJudgedByWish } from '#db/hold-by-wish.ts'
import { addConfidentialLines } from '#db/result-lines.ts'
import { settleResults } from '#db/settle-results.ts'
import type { Writer } from '#db/store.ts'
import { record, refuse, refuseBy, type Act, type Outcome } from '#server/http/act.ts'
import { noteAct, settled, settleOne } from '#server/results/act-on-result.ts'
import { findPrescriber } from '#server/results/colleagues.ts'
import { resultToRead, versionToActOn } from '#server/results/result-to-act-on.ts'
import { tellOfUpdate } from '#server/results/tell.ts'

type Answer = Promise<Outcome<ActAnswer>>

/** The ordering provider verifies, or a doctor has seen it (R62). Where the portal waits for nothing else it is out. */
export async function verifyResult(w: Writer, act: Act, id: string, kind: 'verification' | 'review', reason: string): Answer {
  const scene = await versionToActOn(w, act, id)
  if ('refused' in scene) return scene
  const { known, standing } = scene
  const may = canVerify(scene.policy, { facts: known.facts, isSensitive: known.row.sensitive }, kind, standing.asOrdering, act.at)
  if (!may.allowed) return refuseBy(may)
  await noteAct(w, act, id, { kind, reason, asOrdering: standing.asOrdering, coversId: standing.coversId })
  const [now] = await settleResults(w, [id], act.at)
  await record(w, act, { event: 'result.worked', patientId: known.row.patientId, objectId: id, detail: { act: kind, coversId: standing.coversId, reason } })
  // A corrected version was out before as another one: that it is out again is new to whoever reads it.
  const isNew = now !== undefined && (now.becameVisible || bringsOut(scene.policy, known.facts, now.known.facts, act.at))
  return settled(w, act, scene, isNew ? await tellOfUpdate(w, act.app, act.scene, [id]) : 0)
}

/** A comment; on a result that is out it shows as an update and is told (R61). */
export async function commentOnResult(w: Writer, act: Act, id: string, { comment }: z.infer<typeof commentBody>): Answer {
  const scene = await readable(w, act, id)
  if ('refused' in scene) return scene
  const { known, policy } = scene
  await noteAct(w, act, id, { kind: 'comment', text: comment })
  await settleOne(w, act, id)
  const shown = policy.results.commentShowsAsUpdate && releaseAt(policy, known.facts, { kind: 'patient' }, act.at).state === 'visible'
  const told = shown ? await tellOfUpdate(w, act.app, act.scene, [id]) : 0
  await record(w, act, { event: 'result.commented', patientId: known.row.patientId, objectId: id, detail: { shown, told } })
  return settled(w, act, scene, told)
}

/** The patient was called, or counselled beforehand. */
export async function noteOnResult(w: Writer, act: Act, id: string, { kind, note }: z.infer<typeof noteBody>): Answer {
  const scene = await readable(w, act, id)
  if ('refused' in scene) return scene
  await noteAct(w, act, id, { kind, reason: note === '' ? null : note })
  await settleOne(w, act, id)
  await record(w, act, { event: 'result.noted', patientId: scene.known.row.patientId, objectId: id, detail: { kind } })
  return settled(w, act, scene, 0)
}

/** A result that somebody may comment on, at the version that they saw. */
async function readable(w: Writer, act: Act, id: string) {
  const scene = await resultToRead(w, act, id)
  if ('refused' in scene) return scene
  const { version } = scene.known.row
  return version === act.version ? scene : refuse('VERSION_STALE', { current: { version } })
}

/** "Not mine": it goes to a colleague who may act on it, or back to whoever ordered it and the site's list. */
export async function declineResult(w: Writer, act: Act, id: string, { toStaffId, reason }: z.infer<typeof declineBody>): Answer {
  const scene = await versionToActOn(w, act, id)
  if ('refused' in scene) return scene
  const { results: r } = w.t
  if (toStaffId !== null && (toStaffId === act.actor.id || !(await findPrescriber(w, toStaffId)))) return refuse('NOT_FOUND')
  const isOwn = toStaffId === null
  await w.update(r).set(isOwn ? { assigneeId: null, ...(scene.standing.asOrdering ? { practitionerId: null } : {}) } : { assigneeId: toStaffId }).where(eq(r.id, id))
  await noteAct(w, act, id, { kind: 'declined', reason })
  await settleOne(w, act, id)
  await record(w, act, { event: 'result.moved', patientId: scene.known.row.patientId, objectId: id, detail: { how: 'declined', toStaffId, reason } })
  return settled(w, act, scene, 0)
}

/** A prescriber with a tie to the patient takes it on. */
export async function takeResult(w: Writer, act: Act, id: string, reason: string): Answer {
  const scene = await versionToActOn(w, act, id)
  if ('refused' in scene) return scene
  await w.update(w.t.results).set({ assigneeId: act.actor.id }).where(eq(w.t.results.id, id))
  await noteAct(w, act, id, { kind: 'taken', reason })
  await settleOne(w, act, id)
  await record(w, act, { event: 'result.moved', patientId: scene.known.row.patientId, objectId: id, detail: { how: 'taken', toStaffId: act.actor.id, reason } })
  return settled(w, act, scene, 0)
}

/** What kind of result it is, by a clinician: every doubt is gone, and the portal's rule for that kind holds. */
export async function correctCategory(w: Writer, act: Act, id: string, { category, clockedClasses, reason }: z.infer<typeof categoryBody>): Answer {
  const scene = await versionToActOn(w, act, id)
  if ('refused' in scene) return scene
  const { known, policy } = scene
  const corrected = {
    ...known.facts, categories: [category], clockedClasses, categorySure: true, acts: [...known.facts.acts, { kind: 'category' as const, at: act.at, asOrdering: scene.standing.asOrdering }],
  }
  // Calling something ordinary must not be a way around the second factor: what was sensitive stays one by one, whatever it is called.
  const sensitive = known.row.sensitive || isSensitive(category)
  if (known.row.sensitive && bringsOut(policy, known.facts, corrected, act.at)) return refuse('SENSITIVE_NEEDS_STEP_UP')
  const evidence = [{ category, by: 'clinician', what: act.actor.name, sources: [] }]
  await w.update(w.t.results).set({
    category, categories: category, sensitive, doubts: '', evidence: JSON.stringify(evidence), clockedClasses: clockedClasses.join(','),
  }).where(eq(w.t.results.id, id))
  await w.update(w.t.recordItems).set({ sensitive }).where(and(eq(w.t.recordItems.source, 'results'), eq(w.t.recordItems.sourceId, id)))
  await addConfidentialLines(w, known.row, { tests: [], categories: [category] }, act.at)
  await holdJudgedByWish(w, [id], { at: act.at, newId: () => act.app.random.id() })
  await noteAct(w, act, id, { kind: 'category', reason, asOrdering: scene.standing.asOrdering })
  const [now] = await settleResults(w, [id], act.at)
  await record(w, act, { event: 'result.category-corrected', patientId: known.row.patientId, objectId: id, detail: { from: known.row.category, to: category, reason } })
  const may = releaseAt(policy, corrected, { kind: 'patient' }, act.at)
  return settled(w, act, scene, now?.becameVisible && may.state !== 'blocked' ? await tellOfUpdate(w, act.app, act.scene, [id]) : 0)
}

