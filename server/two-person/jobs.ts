import { and, eq, lte } from 'drizzle-orm'
import { HOUR, type Instant } from '#domain/time.ts'
import type { App } from '#server/app.ts'
import { systemActor, type AuditScene } from '#server/audit/recorder.ts'
import { closeRequest } from '#server/two-person/request.ts'

/** Requests of one run; the next run takes what is left. */
const MOST = 200

/** Marks requests whose day is over. They are dead to everybody from that instant; this only writes it down. */
export const expireRequestsJob = {
  name: 'expire-two-person-requests', nextDueAt: (at: Instant) => at + HOUR, run: expire, audited: false,
}

async function expire({ store, clock }: App): Promise<{ expired: number }> {
  const at = clock.now()
  const scene: AuditScene = { actor: systemActor, at, requestId: null, sourceAddress: null }
  return store.tx(async (w) => {
    const { twoPersonRequests: t } = w.t
    const over = await w.select().from(t).where(and(eq(t.state, 'open'), lte(t.endsAt, at))).limit(MOST)
    for (const row of over) await closeRequest(w, scene, row, 'expired')
    return { expired: over.length }
  })
}
