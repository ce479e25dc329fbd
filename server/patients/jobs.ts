import { asc, eq, inArray, isNull, or, and } from 'drizzle-orm'
import { MINUTE, type Instant } from '#domain/time.ts'
import type { Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'
import { systemActor, type AuditScene } from '#server/audit/recorder.ts'
import { tellOfChange } from '#server/patients/tell-contact-change.ts'

/** Changes of one transaction, so that people wait for a few at most, and of one run; the next run takes what is left. */
const AT_ONCE = 20
const MOST = 400

/** Tells the old contact and the rest of what a feed changed about how somebody is reached (ID-02, ID-03). */
export const tellContactChangesJob = { name: 'tell-contact-changes', nextDueAt: (at: Instant) => at + MINUTE, run: tellAll, audited: false }

async function tellAll(app: App, stop: AbortSignal): Promise<{ changes: number; told: number }> {
  const sum = { changes: 0, told: 0 }
  while (sum.changes < MOST && !stop.aborted) {
    const done = await app.store.tx((w) => tellSome(w, app))
    sum.changes += done.changes
    sum.told += done.told
    if (done.changes < AT_ONCE) break
  }
  return sum
}

async function tellSome(w: Writer, app: App): Promise<{ changes: number; told: number }> {
  const { contactChanges: t, patients } = w.t
  const at = app.clock.now()
  const scene: AuditScene = { actor: systemActor, at, requestId: null, sourceAddress: null }
  const rows = await w.select({ change: t, birthDate: patients.birthDate }).from(t).innerJoin(patients, eq(patients.id, t.patientId))
    .where(isNull(t.toldAt)).orderBy(asc(t.changedAt)).limit(AT_ONCE)
  let told = 0
  for (const { change, birthDate } of rows) {
    const moved = [...change.retiredIds.split(','), ...change.addedIds.split(',')].filter((id) => id !== '')
    const contacts = await contactsOfChange(w, change.patientId, moved)
    const kinds = new Set(contacts.filter((one) => moved.includes(one.id)).map((one) => (one.kind === 'email' ? 'email' as const : 'phone' as const)))
    for (const kind of kinds) told += await tellOfChange(w, app, { scene, patient: { id: change.patientId, birthDate }, kind, by: 'feed', contacts })
  }
  const ids = rows.map(({ change }) => change.id)
  if (ids.length > 0) await w.update(t).set({ toldAt: at }).where(inArray(t.id, ids))
  return { changes: rows.length, told }
}

/** What is on file, and what came or went with the change. */
function contactsOfChange(w: Writer, patientId: string, moved: readonly string[]) {
  const { patientContacts: c } = w.t
  return w.select({ id: c.id, kind: c.kind, value: c.value }).from(c)
    .where(and(eq(c.patientId, patientId), moved.length > 0 ? or(isNull(c.retiredAt), inArray(c.id, [...moved])) : isNull(c.retiredAt)))
}
