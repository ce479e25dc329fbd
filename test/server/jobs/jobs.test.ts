import { afterEach, beforeEach, expect, test } from 'vitest'
import type { JobRow } from '#domain/contracts/jobs.ts'
import { DAY, HOUR, MINUTE, SECOND } from '#domain/time.ts'
import type { App } from '#server/app.ts'
import { jobs as allJobs } from '#server/job-list.ts'
import { forgetJob } from '#server/jobs/forget.ts'
import { every, type Job } from '#server/jobs/jobs.ts'
import { runJobs, startJobs } from '#server/jobs/runner.ts'
import { deliverJob, readReportsJob } from '#server/outbox/jobs.ts'
import { mailPractice, openDesks, type MailPractice } from '#test/server/outbox/mail-practice.ts'
import { eventually } from '#test/support/waiting.ts'

let practice: MailPractice
beforeEach(async () => { practice = await mailPractice() })
afterEach(async () => { await practice.close() })

/** An hourly job that notes when it ran. */
function hourly(run: (app: App) => Promise<void> = async () => undefined): Job & { ranAt: number[] } {
  const ranAt: number[] = []
  return {
    name: 'hourly', nextDueAt: every(HOUR), audited: true, ranAt,
    run: async (app) => {
      ranAt.push(app.clock.now())
      await run(app)
      return { things: 2 }
    },
  }
}
const rowOf = async (name: string) => (await practice.store.read.select().from(practice.store.read.t.jobs)).find((row) => row.name === name)

test('DU-04: a job runs when it is due, and not again before its next time', async () => {
  const job = hourly()
  await runJobs(practice.app, [job])
  await runJobs(practice.app, [job])
  practice.clock.advance(HOUR - 10 * SECOND)
  await runJobs(practice.app, [job])
  expect(job.ranAt).toHaveLength(1)
  practice.clock.advance(11 * SECOND)
  await runJobs(practice.app, [job])
  expect(job.ranAt).toHaveLength(2)
  expect(await rowOf('hourly')).toMatchObject({ lastOutcome: 'done', lastCounts: '{"things":2}', leasedUntil: null })
  expect((await practice.events('job.ran')).map(({ detail }) => detail)).toEqual(Array(2).fill({ job: 'hourly', counts: '{"things":2}' }))
})

test('DU-04: what fell due while the server was down is caught up once', async () => {
  await runJobs(practice.app, [hourly()])
  practice.clock.advance(30 * DAY)
  const afterwards = hourly()
  await runJobs({ ...practice.app }, [afterwards])
  await runJobs({ ...practice.app }, [afterwards])
  expect(afterwards.ranAt).toHaveLength(1)
})

test('DU-04: of several processes one runs a job, and one job runs at a time', async () => {
  let running = 0
  let most = 0
  const slow = async () => {
    most = Math.max(most, ++running)
    await practice.store.tx(async (w) => void await w.select().from(w.t.jobs))
    running -= 1
  }
  const job = hourly(slow)
  const other = { ...hourly(slow), name: 'other' }
  await Promise.all(Array.from({ length: 6 }, () => runJobs({ ...practice.app }, [job])))
  expect(job.ranAt).toHaveLength(1)
  most = 0
  practice.clock.advance(HOUR)
  await Promise.all([runJobs(practice.app, [job, other]), runJobs(practice.app, [job, other])])
  expect([job.ranAt.length, most]).toEqual([2, 1])
})

test('DU-04: a job whose process died is taken over after its lease', async () => {
  const job = hourly()
  await runJobs(practice.app, [job])
  practice.clock.advance(HOUR)
  await practice.store.tx(async (w) => await w.update(w.t.jobs).set({ leasedUntil: practice.clock.now() + 4 * MINUTE }))
  await runJobs(practice.app, [job])
  expect(job.ranAt).toHaveLength(1)
  practice.clock.advance(4 * MINUTE)
  await runJobs(practice.app, [job])
  expect(job.ranAt).toHaveLength(2)
})

test('a job that fails is noted, tried again in a minute, and keeps no other from running', async () => {
  const failing = hourly(async () => { throw new Error('no') })
  const other = { ...hourly(), name: 'other' }
  await runJobs(practice.app, [failing, other])
  expect(await rowOf('hourly')).toMatchObject({ lastOutcome: 'failed', lastCounts: '{}' })
  expect(await rowOf('other')).toMatchObject({ lastOutcome: 'done' })
  practice.clock.advance(MINUTE + SECOND)
  await runJobs(practice.app, [failing, other])
  expect(failing.ranAt).toHaveLength(2)
})

test('DU-05: a clock that went back does not leave a job waiting for the old future', async () => {
  const job = hourly()
  practice.clock.advance(300 * DAY)
  await runJobs(practice.app, [job])
  practice.clock.advance(-300 * DAY)
  await runJobs(practice.app, [job])
  await runJobs(practice.app, [job])
  expect(job.ranAt).toHaveLength(2)
})

test('the running server looks by itself, also after the clock was moved', async () => {
  const job = hourly()
  const stop = await startJobs(practice.app, [job])
  await eventually('the first run', () => job.ranAt.length === 1)
  practice.clock.advance(2 * HOUR)
  await eventually('the next run', () => job.ranAt.length === 2)
  await stop()
  practice.clock.advance(2 * HOUR)
  expect(job.ranAt).toHaveLength(2)
})

test('whoever moves the clock can wait for all that fell due: a waiting mail goes out', async () => {
  const mailId = await practice.queued()
  await runJobs(practice.app, [deliverJob])
  expect((await practice.row(mailId)).state).toBe('handed')
})

test('every job of the server has a name of its own', () => {
  expect(new Set(allJobs.map(({ name }) => name)).size).toBe(allJobs.length)
})

test('what has served is forgotten in its time, and not before', async () => {
  const at = practice.clock.now()
  await practice.store.tx(async (w) => {
    const answer = { staffId: 'one', fingerprint: 'f', status: 200, answer: '{}' }
    const answers = Array.from({ length: 1203 }, (_, n) => ({ ...answer, key: `old-${n}`, createdAt: at - 2 * DAY - 1 }))
    for (let n = 0; n < answers.length; n += 300) await w.insert(w.t.idempotencyKeys).values(answers.slice(n, n + 300))
    await w.insert(w.t.idempotencyKeys).values({ ...answer, key: 'young', createdAt: at - DAY })
    const throttle = { failures: 3, slowedUntil: at - DAY }
    await w.insert(w.t.signInThrottles).values([
      { ...throttle, id: 'quiet', lastFailedAt: at - DAY - 1 }, { ...throttle, id: 'fresh', lastFailedAt: at - HOUR },
      { ...throttle, id: 'slowed', lastFailedAt: at - 2 * DAY, slowedUntil: at + HOUR },
    ])
    await w.insert(w.t.connectorTokens).values([
      { issuer: 'a', tokenId: 'over', endsAt: at - 1 }, { issuer: 'a', tokenId: 'open', endsAt: at + MINUTE },
    ])
    const stepUp = { sessionId: 's', action: 'a', objectId: 'o' }
    await w.insert(w.t.stepUps).values([{ ...stepUp, id: 'old', endsAt: at - DAY - 1 }, { ...stepUp, id: 'new', endsAt: at + MINUTE }])
  })
  const counts = await forgetJob.run(practice.app, new AbortController().signal)
  expect(counts).toEqual({ answers: 1203, throttles: 1, stepUps: 1, connectorTokens: 1 })
  const { read } = practice.store
  expect((await read.select().from(read.t.idempotencyKeys)).map(({ key }) => key)).toEqual(['young'])
  expect((await read.select().from(read.t.signInThrottles)).map(({ id }) => id).toSorted()).toEqual(['fresh', 'slowed'])
  expect((await read.select().from(read.t.connectorTokens)).map(({ tokenId }) => tokenId)).toEqual(['open'])
  expect((await read.select().from(read.t.stepUps)).map(({ id }) => id)).toEqual(['new'])
})

test('the jobs are shown to those who may see the machine', async () => {
  const ours = [readReportsJob, deliverJob, forgetJob]
  await runJobs(practice.app, ours)
  const desks = await openDesks(practice)
  const { body, headers } = await (await desks.desk('administrator')).get('/api/jobs?sort=%5B%22id%22%2C%22ASC%22%5D&range=%5B0%2C24%5D&filter=%7B%7D')
  expect((body as JobRow[]).map(({ id }) => id)).toEqual(ours.map(({ name }) => name).toSorted())
  expect(body).toContainEqual(expect.objectContaining({ id: 'deliver-outbox', running: false, lastOutcome: 'done' }))
  expect(headers.get('content-range')).toBe('jobs 0-2/3')
  expect((await (await desks.desk('clinician')).get('/api/jobs')).status).toBe(403)
  await desks.close()
})
