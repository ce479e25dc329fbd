import { asc } from 'drizzle-orm'
import { addDays, localDateOf } from '#domain/time.ts'
import { recountDays, recountPersonDays, recountThreads } from '#db/messages/recount.ts'
import type { App } from '#server/app.ts'
import { recordEvent } from '#server/audit/recorder.ts'
import { nightly, type Job } from '#server/jobs/jobs.ts'
import { systemScene } from '#server/messages/jobs.ts'

/** Days back whose figures are added up again; what is older is on no screen. */
const DAYS = 200
const DAYS_OF_A_STEP = 20

/** Each night every kept count is held beside the threads, messages and answers that it stands for, and put right where it is another. */
export const recountJob: Job = {
  name: 'message-recount', nextDueAt: nightly, audited: false,
  run: async (app, stop) => {
    const { messageQueues: q } = app.store.read.t
    const today = localDateOf(app.clock.now(), app.config.practiceTimeZone)
    const counts = { queues: 0, wrong: 0 }
    for (const { id } of await app.store.read.select({ id: q.id }).from(q).orderBy(asc(q.id))) {
      if (stop.aborted) break
      counts.queues++
      let wrong = await app.store.tx((w) => recountThreads(w, id))
      // A day ahead too: some site may be further east than the practice.
      for (let to = addDays(today, 1); to > addDays(today, -DAYS) && !stop.aborted; to = addDays(to, -DAYS_OF_A_STEP)) {
        wrong += await app.store.tx((w) => recountDays(w, id, addDays(to, 1 - DAYS_OF_A_STEP), to))
      }
      counts.wrong += await told(app, id, wrong)
    }
    for (let to = addDays(today, 1); to > addDays(today, -DAYS) && !stop.aborted; to = addDays(to, -DAYS_OF_A_STEP)) {
      counts.wrong += await told(app, null, await app.store.tx((w) => recountPersonDays(w, addDays(to, 1 - DAYS_OF_A_STEP), to)))
    }
    return counts
  },
}

/** What was put right is an event: counts that are off are a fault of ours. */
async function told(app: App, queueId: string | null, wrong: number): Promise<number> {
  if (wrong > 0) await app.store.tx((w) => recordEvent(w, systemScene(app), { event: 'message.counts-mended', objectId: queueId, detail: { wrong } }))
  return wrong
}
