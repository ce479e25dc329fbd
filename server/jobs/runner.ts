import { and, eq, gt, isNull, lte, or } from 'drizzle-orm'
import { MINUTE, type Instant } from '#domain/time.ts'
import type { App } from '#server/app.ts'
import { recordEvent, systemActor } from '#server/audit/recorder.ts'
import type { Counts, Job } from '#server/jobs/jobs.ts'
import { faultOf } from '#server/log.ts'

/** A process that died in a job holds it for so long at most. */
const LEASE_MS = 5 * MINUTE
/** Longest wait for the job under way when the server stops; then it is asked to end at once. */
const STOP_MS = 5_000
/** How often the due times are looked at. */
const LOOK_EVERY_MS = 1_000

const turns = new WeakMap<App, Promise<void>>()
const never = new AbortController().signal

/**
 * Runs every job that is due by the practice's clock, one after another, and returns when they have ended. Due times
 * are rows: what fell due while the server was down is caught up once. Of several processes one runs a job.
 */
export function runJobs(app: App, jobs: readonly Job[], stop: AbortSignal = never, isStopping = () => stop.aborted): Promise<void> {
  const before = turns.get(app) ?? Promise.resolve()
  const turn = before.catch(() => undefined).then(async () => {
    for (const job of await dueJobs(app, jobs)) {
      if (!isStopping()) await runOne(app, job, stop)
    }
  })
  turns.set(app, turn)
  return turn
}

/** Looks at the due times every second. The returned function lets the job under way end, and begins no other. */
export async function startJobs(app: App, jobs: readonly Job[]): Promise<() => Promise<void>> {
  const stopping = new AbortController()
  let running: Promise<unknown> = Promise.resolve()
  let busy = false
  let stopped = false
  if (app.store.engine === 'sqlite') await app.store.tx(async (w) => void await w.update(w.t.jobs).set({ leasedUntil: null }))
  const look = (): void => {
    if (busy) return
    busy = true
    running = runJobs(app, jobs, stopping.signal, () => stopped)
      .catch((error: unknown) => app.log.error({ fault: faultOf(error) }, 'the jobs could not be looked at'))
      .finally(() => { busy = false })
  }
  const timer = setInterval(look, LOOK_EVERY_MS)
  look()
  return async () => {
    stopped = true
    clearInterval(timer)
    const cut = setTimeout(() => stopping.abort(), STOP_MS)
    await running
    clearTimeout(cut)
  }
}

async function dueJobs(app: App, jobs: readonly Job[]): Promise<Job[]> {
  const at = app.clock.now()
  const known = new Map((await app.store.read.select().from(app.store.read.t.jobs)).map((row) => [row.name, row]))
  const unknown = jobs.filter((job) => !known.has(job.name))
  if (unknown.length > 0) {
    await app.store.tx(async (w) => {
      await w.insert(w.t.jobs).values(unknown.map(({ name }) => ({ name, dueAt: at }))).onConflictDoNothing()
    })
  }
  return jobs.filter((job) => {
    const row = known.get(job.name)
    return !row || row.dueAt <= at || row.dueAt > job.nextDueAt(at)
  })
}

async function runOne(app: App, job: Job, stop: AbortSignal): Promise<void> {
  const at = app.clock.now()
  const leasedUntil = await claim(app, job, at)
  if (leasedUntil === null) return
  try {
    await finish(app, job, leasedUntil, { at, outcome: 'done', counts: await job.run(app, stop) })
  } catch (error) {
    app.log.error({ job: job.name, fault: faultOf(error) }, 'a job failed')
    await finish(app, job, leasedUntil, { at, outcome: 'failed', counts: {} })
  }
}

/** Takes the job, unless another process has it. A due time or lease further off than can be was made before the clock went back. */
async function claim(app: App, job: Job, at: Instant): Promise<Instant | null> {
  const leasedUntil = at + LEASE_MS
  const taken = await app.store.tx(async (w) => {
    const { jobs } = w.t
    return w.update(jobs).set({ leasedUntil, lastStartedAt: at }).where(and(
      eq(jobs.name, job.name),
      or(lte(jobs.dueAt, at), gt(jobs.dueAt, job.nextDueAt(at))),
      or(isNull(jobs.leasedUntil), lte(jobs.leasedUntil, at), gt(jobs.leasedUntil, leasedUntil)),
    )).returning({ name: jobs.name })
  })
  return taken.length > 0 ? leasedUntil : null
}

/** A failed job is due again in a minute at the latest. */
async function finish(
  app: App, job: Job, leasedUntil: Instant, end: { at: Instant; outcome: 'done' | 'failed'; counts: Counts },
): Promise<void> {
  const endedAt = app.clock.now()
  const next = job.nextDueAt(end.at)
  await app.store.tx(async (w) => {
    const { jobs } = w.t
    await w.update(jobs).set({
      dueAt: end.outcome === 'done' ? next : Math.min(next, endedAt + MINUTE), leasedUntil: null,
      lastEndedAt: endedAt, lastOutcome: end.outcome, lastCounts: JSON.stringify(end.counts),
    }).where(and(eq(jobs.name, job.name), eq(jobs.leasedUntil, leasedUntil)))
    if (job.audited && Object.values(end.counts).some((count) => count > 0)) {
      await recordEvent(w, { actor: systemActor, at: endedAt, requestId: null, sourceAddress: null }, {
        event: 'job.ran', objectId: job.name, detail: { job: job.name, counts: JSON.stringify(end.counts) },
      })
    }
  })
}
