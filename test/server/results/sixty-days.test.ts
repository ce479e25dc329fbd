import { and, asc, eq, inArray, isNotNull, isNull, lte, ne } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HoldSheet } from '#domain/contracts/result-care.ts'
import type { ResultAnswer } from '#domain/contracts/results.ts'
import { policyAt } from '#domain/portals/as-of.ts'
import { endOfHold } from '#domain/release/facts.ts'
import { modeOf } from '#domain/release/modes.ts'
import { answerAt } from '#domain/release/timeline.ts'
import { DAY, HOUR, isoOf, localDateOf } from '#domain/time.ts'
import { portalRules } from '#db/portal-rules.ts'
import { resultsById } from '#db/result-facts.ts'
import { runJobs } from '#server/jobs/runner.ts'
import { looseValuesJob, missingLabsJob, remindOfHoldsJob, turnResultsJob } from '#server/results/jobs.ts'
import { proofFor } from '#test/server/patients/people.ts'
import { diceOf } from '#test/server/results/random-practice.ts'
import { buildReport, buildValue, press, receive, wardOf, type Ward } from '#test/server/results/results-here.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'

const DAYS = 60
const portals = ['mychart-ny-nj', 'myportal-ca', 'followmyhealth']
const tests = [['2093-3', 'Cholesterol', 'LN'], ['718-7', 'Hemoglobin', 'LN'], ['56888-1', 'HIV Ag/Ab Combo', 'LN'], ['5196-1', 'Hepatitis B surface antigen', 'LN'], ['11526-1', 'Skin biopsy, pathology', 'LN'], ['30746-2', 'X-ray, chest', 'LN'], ['HX', 'House marker', 'HOUSE']] as const
const counts = { days: DAYS, results: 0, holds: 0, extended: 0, released: 0, together: 0, sensitiveRefused: 0, recalled: 0, checks: 0, overByTheJob: 0, shownByRule: 0, exported: 0 }
/** What the server does by itself with results, by its own runner; backups and seals of sixty days are other tests'. */
const roomsJobs = [looseValuesJob, turnResultsJob, remindOfHoldsJob, missingLabsJob]
const dice = diceOf(60)

let practice: TestPractice
let ward: Ward
let patients: { id: string; portalId: string }[]
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '5000' })
  ward = await wardOf(practice, 'clinician1', '1111111111')
  patients = await Promise.all(portals.flatMap((portalId) => [0, 1].map(async () => ({ ...(await ward.patient(portalId)), portalId }))))
  const desk = await practice.as('clinician1')
  await desk.post(`/api/patients/${patients[0]?.id}/result-wishes`, { category: null, recipient: 'patient', days: 4, reason: 'wants a call before it shows' })
})
afterAll(() => practice.stop())

async function comes(): Promise<void> {
  const { id } = dice.pick(patients)
  const [code, name, system] = dice.pick(tests)
  const coding = { system, code, display: name }
  await receive(practice, ward, id, buildReport(practice, { name, codings: [coding], values: [buildValue({ codings: [coding], name })], status: dice.chance(0.2) ? 'preliminary' : 'final' }))
  counts.results += 1
}

const waiting = async () => {
  const { results: r } = practice.app.store.read.t
  return practice.app.store.read.select().from(r).where(and(isNotNull(r.worklist), ne(r.worklist, 'blocked'))).orderBy(asc(r.arrivedAt), asc(r.name), asc(r.patientId))
}

/** What a clinician does on a day: holds, holds longer, releases, recalls, and tries everything that waits in one command. */
async function works(desk: Desk): Promise<void> {
  for (const row of (await waiting()).filter(() => dice.chance(0.12))) {
    const { status } = await press(practice, desk, row.id, 'hold', {
      recipient: dice.pick(['patient', 'representative']), ground: dice.pick(['data-doubtful', 'danger-to-life', 'harm-to-another', 'patients-request']), endAt: isoOf(practice.clock.now() + (1 + dice.under(30 * 24)) * HOUR), reason: `seen on day ${counts.checks} =evidence`,
    })
    if (status === 200) counts.holds += 1
  }
  for (const row of (await waiting()).filter(() => dice.chance(0.1))) {
    const { holds } = (await desk.get<ResultAnswer>(`/api/results/${row.id}`)).body
    const running = holds.find((one) => one.isRunning)
    if (!running || !dice.chance(0.5)) continue
    const stepUp = await proofFor(practice, desk, 'result.hold', running.id)
    const answer = await desk.post(`/api/holds/${running.id}/extend`, { endAt: isoOf(practice.clock.now() + 20 * DAY), reason: 'still not settled, asked again' }, { version: running.version, stepUp })
    if (answer.status === 200) counts.extended += 1
  }
  const some = (await waiting()).slice(-12)
  const all = await desk.post('/api/results/release-many', { results: some.map(({ id, version }) => ({ id, version })), reason: 'all at once' })
  if (some.some((row) => row.sensitive)) {
    expect(all.status).not.toBe(200)
    counts.sensitiveRefused += 1
  }
  if (all.status === 200) counts.together += some.length
  const ordinary = (await waiting()).filter((row) => row.worklist === 'review' && !row.sensitive && row.doubts === '').slice(0, 2)
  if (ordinary.length === 2 && dice.chance(0.5)) {
    const { status } = await desk.post('/api/results/release-many', { results: ordinary.map(({ id, version }) => ({ id, version })), reason: 'looked at both' })
    if (status === 200) counts.together += 2
  }
  const one = (await waiting()).find(() => dice.chance(0.1))
  if (one && (await press(practice, desk, one.id, one.sensitive ? 'release-sensitive' : 'release')).status === 200) {
    counts.released += 1
    if (dice.chance(0.2) && (await press(practice, desk, one.id, 'recall')).status === 200) counts.recalled += 1
  }
}

/** Nothing is held past its end, whether a job has been or not; nothing that waits for somebody is out without them; the job has noted what is over. */
async function look({ jobsRan }: { jobsRan: boolean }): Promise<void> {
  const db = practice.app.store.read
  const at = practice.clock.now()
  const rules = await portalRules(db)
  const rows = await resultsById(db, (await db.select({ id: db.t.results.id }).from(db.t.results)).map((row) => row.id))
  for (const { row, facts, acts, holds } of rows.values()) {
    const versions = rules.find((one) => one.id === row.portalId)?.versions.map(({ policy }) => policy) ?? []
    const found = policyAt(versions, at)
    for (const recipient of [{ kind: 'patient' as const }, { kind: 'representative' as const, personId: null }]) {
      const answer = answerAt(versions, facts, recipient, at)
      counts.checks += 1
      if (answer?.why.code === 'HELD') expect(holds.some((hold) => hold.recipient === recipient.kind && hold.startAt <= at && at < endOfHold(hold))).toBe(true)
      if (answer?.state !== 'visible' || !found.inForce) continue
      const did = (...kinds: string[]) => acts.some((act) => kinds.includes(act.kind) && act.by !== 'system' && act.at <= at)
      const mode = modeOf(found.policy, facts)
      expect({ id: row.id, mode, done: mode === 'at-once' || (mode === 'after-review' ? did('review', 'verification', 'order') : mode === 'after-verification' ? did('verification', 'order') : did('order')) }).toMatchObject({ done: true })
    }
    if (jobsRan && row.worklist === 'held') expect(holds.some((hold) => at < endOfHold(hold)) || answerAt(versions, facts, { kind: 'patient' }, at)?.why.code === 'STATE_CLOCK').toBe(true)
  }
  if (jobsRan) expect(await db.$count(db.t.resultHolds, and(lte(db.t.resultHolds.endAt, at), isNull(db.t.resultHolds.overAt))), 'the job has noted every end').toBe(0)
}

test('R68, RL-01: in sixty days through the jobs nothing is held past its end, a timer gives no order and no verification, nothing sensitive goes in bulk, and every hold can be shown with its evidence', async () => {
  const from = localDateOf(practice.clock.now(), 'America/New_York')
  for (let day = 0; day < DAYS; day += 1) {
    const desk = await practice.as('clinician1')
    for (let some = dice.under(3); some >= 0; some -= 1) await comes()
    await works(desk)
    practice.clock.set(practice.clock.now() + 7 * HOUR)
    await look({ jobsRan: false })
    practice.clock.set(practice.clock.now() + 17 * HOUR)
    await runJobs(practice.app, roomsJobs)
    await look({ jobsRan: true })
  }
  const { auditEvents: e, resultActs: a, resultHolds: h, results: r } = practice.app.store.read.t
  const db = practice.app.store.read
  expect(await db.$count(a, and(eq(a.by, 'system'), inArray(a.kind, ['order', 'verification', 'review'])))).toBe(0)
  const together = await db.select().from(e).where(eq(e.event, 'result.released-many'))
  const ids = together.flatMap((one) => (JSON.parse(one.detail) as { ids: string[] }).ids)
  expect(ids.length).toBe(counts.together)
  expect(await db.$count(r, and(inArray(r.id, ids), eq(r.sensitive, true)))).toBe(0)
  counts.overByTheJob = await db.$count(e, eq(e.event, 'hold.over'))
  counts.shownByRule = await db.$count(e, eq(e.event, 'result.shown-by-rule'))
  const privacy = await practice.as('privacy1')
  const to = localDateOf(practice.clock.now(), 'America/New_York')
  const { rows, csv } = (await privacy.post<HoldSheet>('/api/holds/export', { from, to, reason: 'Two months' })).body
  const holds = await db.select().from(h)
  counts.exported = rows
  expect(rows).toBe(holds.length)
  for (const hold of holds) {
    expect(csv).toContain(hold.id)
    expect(csv).toContain(hold.evidence)
    expect(hold.endAt).toBeGreaterThan(hold.startAt)
  }
  console.log(`sixty days through the jobs: ${JSON.stringify(counts)}`)
}, 300_000)
