import { and, asc, inArray, lte } from 'drizzle-orm'
import { statesUnderWay } from '#domain/recovery/words.ts'
import { DAY, HOUR } from '#domain/time.ts'
import type { App } from '#server/app.ts'
import { recordEvent } from '#server/audit/recorder.ts'
import { byItself } from '#server/invitations/invitations.ts'
import { every, type Counts, type Job } from '#server/jobs/jobs.ts'
import { changeCase } from '#server/recovery/case.ts'
import { endAll } from '#server/recovery/end-call.ts'

/** Assumption: a case that nobody has worked on for a week is over; the next call opens a new one, linked with it. */
const FORGOTTEN_AFTER = 7 * DAY
const SLICE = 100

/** Ends cases that nobody works on, and whatever of them was still alive (DU-04). */
export const expireCasesJob: Job = { name: 'expire-recovery-cases', nextDueAt: every(HOUR), run: expireAll, audited: false }

async function expireAll(app: App, stop: AbortSignal): Promise<Counts> {
  let expired = 0
  for (let found = SLICE; found === SLICE && !stop.aborted;) {
    found = await app.store.tx(async (w) => {
      const doing = byItself(app)
      const { recoveryCases: c } = w.t
      const over = await w.select().from(c).where(and(inArray(c.state, [...statesUnderWay]), lte(c.workedAt, doing.at - FORGOTTEN_AFTER))).orderBy(asc(c.workedAt)).limit(SLICE)
      for (const row of over) {
        await endAll(w, doing.scene, row, 'case-over')
        await changeCase(w, doing, row, { state: 'expired', endedAt: doing.at, endedBy: 'system' })
        await recordEvent(w, doing.scene, { event: 'recovery.expired', patientId: row.patientId, objectId: row.id, detail: { portalId: row.portalId } })
      }
      return over.length
    })
    expired += found
  }
  return { expired }
}
