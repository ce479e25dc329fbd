import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestAsked, TestKindsAnswer, TestLookAnswer } from '#domain/contracts/test-kinds.ts'
import { keyOfCode, keyOfName, stepUpObject } from '#domain/results/test-kinds.ts'
import { runDueJobs } from '#server/job-list.ts'
import { visibilityOf } from '#server/results/results.ts'
import { proofFor } from '#test/server/patients/people.ts'
import { buildReport, buildValue, hivReport, press, readOne, receive, wardOf, type Ward } from '#test/server/results/results-here.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'

const [MYCHART, MYPORTAL] = ['mychart-ny-nj', 'myportal-ca'] as const
let practice: TestPractice
let weimann: Desk
let manager: Desk
let ward: Ward
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '2000' })
  weimann = await practice.as('clinician1')
  manager = await practice.as('manager1')
  ward = await wardOf(practice, 'clinician1', '1111111111')
})
afterAll(() => practice.stop())

/** A report of the house's own code that no list knows. */
const houseReport = (code: string, name: string) => buildReport(practice, {
  name, codings: [{ system: 'MHM', code, display: name }], values: [buildValue({ codings: [{ system: 'MHM', code, display: name }], name })],
})
const isSeen = async (patientId: string, portalId: string, id: string) => (await visibilityOf(practice.app.store.read, patientId, portalId, { kind: 'patient' }, [id], practice.clock.now())).get(id)?.visible
const kinds = async () => (await manager.get<TestKindsAnswer>('/api/test-kinds')).body
/** The jobs of the next half minute. */
const applied = async () => {
  practice.clock.set(practice.clock.now() + 30_000)
  await runDueJobs(practice.app)
}
const objectOf = (asked: TestAsked) => stepUpObject(asked.by === 'name' ? { by: 'name', key: keyOfName(asked.name) } : { by: 'code', key: keyOfCode({ system: asked.system ?? null, code: asked.code }) ?? '' })
const say = async (asked: TestAsked, category: string | null, number = 0) => manager.post<{ key: string; number: number; code?: string }>(
  '/api/test-kinds/say', { test: asked, number, category, reason: 'Asked the laboratory' }, { stepUp: await proofFor(practice, manager, 'test-kind.say', objectOf(asked)) },
)

test('a house code that nobody can tell is listed without a patient; once the manager has said what it is, what waits is judged by it and what comes is too', async () => {
  const who = await ward.patient(MYCHART)
  const waiting = await receive(practice, ward, who.id, houseReport('XQ7', 'Serum marker seven'))
  expect(await isSeen(who.id, MYCHART, waiting)).toBe(false)
  const { untold } = await kinds()
  expect(untold).toContainEqual({ code: 'XQ7', system: 'MHM', name: 'Serum marker seven', doubt: 'unknown-code', results: 1 })
  expect(JSON.stringify(untold)).not.toContain(who.id)
  const asked = { by: 'code', code: 'XQ7', system: 'MHM', name: 'Serum marker seven' } as const
  expect((await say(asked, 'laboratory')).body).toEqual({ key: 'mhm|xq7', number: 1 })
  await applied()
  expect(await isSeen(who.id, MYCHART, waiting), 'its portal shows ordinary ones at once').toBe(true)
  expect((await readOne(weimann, waiting)).evidence).toEqual([{ category: 'laboratory', by: 'practice', what: 'Serum marker seven (XQ7)', sources: [] }])
  expect(await isSeen(who.id, MYCHART, await receive(practice, ward, who.id, houseReport('xq7', 'Serum marker 7')))).toBe(true)
  expect((await kinds()).said.find(({ key }) => key === 'mhm|xq7')?.versions).toMatchObject([{ number: 1, category: 'laboratory', changed: 1, leftOut: 0, reason: 'Asked the laboratory' }])
})

test('what is out stays as it came out and is counted; what waits is guarded from then on; each change is a version', async () => {
  const who = await ward.patient(MYPORTAL)
  const asked = { by: 'name', name: 'Lipid  PANEL' } as const
  const out = await receive(practice, ward, who.id, buildReport(practice))
  await press(practice, weimann, out, 'verify')
  const waits = await receive(practice, ward, who.id, buildReport(practice, { codings: [], values: [] }))
  expect((await say(asked, 'genetic')).body.number).toBe(1)
  await applied()
  expect(await isSeen(who.id, MYPORTAL, out)).toBe(true)
  expect(await readOne(weimann, waits)).toMatchObject({ category: 'genetic', sensitive: true, doubts: [], forPatient: { state: 'blocked', code: 'NEVER_ON_PORTAL' } })
  expect((await say(asked, 'hepatitis')).body.code).toBe('VERSION_STALE')
  expect((await say(asked, null, 1)).body.number).toBe(2)
  await applied()
  expect((await readOne(weimann, waits)).category).toBe('laboratory')
  const { versions = [] } = (await kinds()).said.find(({ by }) => by === 'name') ?? {}
  expect(versions.map(({ number, category, leftOut }) => [number, category, leftOut])).toEqual([[2, null, 0], [1, 'genetic', 1]])
  const { auditEvents: e } = practice.app.store.read.t
  expect(await practice.app.store.read.$count(e, eq(e.event, 'test-kind.said'))).toBe(3)
})

test('calling a sensitive test ordinary takes no second factor away, and no statute', async () => {
  const who = await ward.patient(MYPORTAL)
  const id = await receive(practice, ward, who.id, hivReport(practice))
  const { body } = await manager.post<TestLookAnswer>('/api/test-kinds/look', { test: { by: 'code', code: '56888-1' } })
  expect(body).toMatchObject({ key: '56888-1', number: 0, listed: { categories: ['hiv-htlv'] } })
  await say({ by: 'code', code: '56888-1' }, 'laboratory')
  await applied()
  expect(await readOne(weimann, id)).toMatchObject({ category: 'laboratory', sensitive: true, needsStepUp: true })
  expect((await press(practice, weimann, id, 'verify')).body.code).toBe('SENSITIVE_NEEDS_STEP_UP')
  expect((await press(practice, weimann, id, 'release')).body.code).toBe('SENSITIVE_NEEDS_STEP_UP')
  const { version } = await readOne(weimann, id)
  expect((await weimann.post<{ code: string }>('/api/results/release-many', { results: [{ id, version }], reason: 'all of them' })).body.code).toBe('SENSITIVE_ONE_BY_ONE')
})

test('a patient’s wish for a kind holds what turns out to be of it, before it shows; one wish, one hold', async () => {
  const who = await ward.patient(MYCHART)
  await weimann.post(`/api/patients/${who.id}/result-wishes`, { category: 'genetic', recipient: 'patient', days: 5, reason: 'wants a call before it shows' })
  const [byManager, byClinician] = [await receive(practice, ward, who.id, houseReport('GX1', 'House panel one')), await receive(practice, ward, who.id, houseReport('GX2', 'House panel two'))]
  await say({ by: 'code', code: 'GX1', system: 'MHM' }, 'genetic')
  await applied()
  await press(practice, weimann, byClinician, 'category', { category: 'genetic', clockedClasses: [] })
  await press(practice, weimann, byClinician, 'category', { category: 'genetic', clockedClasses: ['genetic'] })
  for (const id of [byManager, byClinician]) {
    expect((await readOne(weimann, id)).holds).toMatchObject([{ ground: 'patients-request', isRunning: true }])
    expect(await isSeen(who.id, MYCHART, id)).toBe(false)
  }
})

test('nobody but a manager says it, with a second factor; a code without a house has to be LOINC', async () => {
  const body = { test: { by: 'code', code: '2093-3' }, number: 0, category: 'genetic', reason: 'Curious' }
  for (const name of ['frontdesk1', 'helpline1', 'clinician1', 'privacy1', 'admin1']) expect((await (await practice.as(name)).post('/api/test-kinds/say', body)).status).toBe(403)
  expect((await manager.post<{ code: string }>('/api/test-kinds/say', body)).body.code).toBe('STEP_UP_NEEDED')
  expect((await manager.post<{ code: string }>('/api/test-kinds/look', { test: { by: 'code', code: '2093-4' } })).body.code).toBe('TEST_CODE_NOT_KNOWN')
})
