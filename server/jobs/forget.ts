import { and, inArray, lt, or, isNotNull } from 'drizzle-orm'
import { DAY, HOUR } from '#domain/time.ts'
import type { App } from '#server/app.ts'
import { every, type Counts, type Job } from '#server/jobs/jobs.ts'

/** Rows of one slice: the writer is busy for a few milliseconds at most. */
const SLICE = 500

/** Clears what has served: remembered answers after 48 hours, quiet throttles and old step-ups after a day, ended connector tokens. */
export const forgetJob: Job = { name: 'forget-what-has-served', nextDueAt: every(HOUR), audited: true, run: forget }

async function forget(app: App, stop: AbortSignal): Promise<Counts> {
  const at = app.clock.now()
  const { store } = app
  const slices: Record<string, () => Promise<number>> = {
    answers: () => store.tx(async (w) => {
      const { idempotencyKeys: keys } = w.t
      const old = await w.select({ key: keys.key }).from(keys).where(lt(keys.createdAt, at - 2 * DAY)).limit(SLICE)
      if (old.length > 0) await w.delete(keys).where(and(inArray(keys.key, old.map((row) => row.key)), lt(keys.createdAt, at - 2 * DAY)))
      return old.length
    }),
    throttles: () => store.tx(async (w) => {
      const { signInThrottles: throttles } = w.t
      const quiet = and(lt(throttles.lastFailedAt, at - DAY), lt(throttles.slowedUntil, at))
      const old = await w.select({ id: throttles.id }).from(throttles).where(quiet).limit(SLICE)
      if (old.length > 0) await w.delete(throttles).where(and(inArray(throttles.id, old.map((row) => row.id)), quiet))
      return old.length
    }),
    stepUps: () => store.tx(async (w) => {
      const { stepUps } = w.t
      const over = or(lt(stepUps.endsAt, at - DAY), and(isNotNull(stepUps.usedAt), lt(stepUps.usedAt, at - DAY)))
      const old = await w.select({ id: stepUps.id }).from(stepUps).where(over).limit(SLICE)
      if (old.length > 0) await w.delete(stepUps).where(inArray(stepUps.id, old.map((row) => row.id)))
      return old.length
    }),
    connectorTokens: () => store.tx(async (w) => {
      const { connectorTokens: tokens } = w.t
      const old = await w.select({ tokenId: tokens.tokenId }).from(tokens).where(lt(tokens.endsAt, at)).limit(SLICE)
      if (old.length > 0) await w.delete(tokens).where(and(inArray(tokens.tokenId, old.map((row) => row.tokenId)), lt(tokens.endsAt, at)))
      return old.length
    }),
  }
  const counts: Counts = {}
  for (const [name, forgetSlice] of Object.entries(slices)) {
    counts[name] = 0
    for (let gone = SLICE; gone === SLICE && !stop.aborted;) {
      gone = await forgetSlice()
      counts[name] += gone
    }
  }
  return counts
}
