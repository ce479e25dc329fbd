import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PatientResults, PreviewAnswer } from '#domain/contracts/results.ts'
import type { Report, ReportValue } from '#domain/results/report.ts'
import { MINUTE } from '#domain/time.ts'
import { keepReport, valueColumns } from '#db/keep-reports.ts'
import { settleResults } from '#db/settle-results.ts'
import { runDueJobs } from '#server/job-list.ts'
import { openAccess, turns } from '#test/server/proxy-access/family.ts'
import { buildReport, buildValue, press, readOne, receive, wardOf, type Ward } from '#test/server/results/results-here.ts'
import { openPractice, type TestPractice } from '#test/support/desk.ts'

const [MYCHART, FMH] = ['mychart-ny-nj', 'followmyhealth'] as const
const chlamydia = buildValue({ codings: [{ system: 'LN', code: '43304-5', display: 'Chlamydia trachomatis rRNA' }], name: 'Chlamydia trachomatis rRNA', kind: 'text', text: 'Detected', number: null, unit: null })

let practice: TestPractice
let ward: Ward
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '2000' })
  ward = await wardOf(practice, 'clinician1', '1111111111')
})
afterAll(() => practice.stop())

/** A report comes that names a value which is still on its way. */
async function reportComes(patientId: string, report: Report, missing: string): Promise<string> {
  const at = practice.clock.now()
  return practice.app.store.tx(async (w) => {
    const { id } = await keepReport(w, {
      report, patientId, source: 'test', practitionerId: ward.practitionerId, assigneeId: null, orderedElsewhere: false, arrived: [], missing: [missing],
    }, { at, newId: () => randomUUID() })
    await settleResults(w, [id], at)
    return id
  })
}

/** The value comes by itself; the server does what is due by then. */
async function valueComes(patientId: string, sourceId: string, value: ReportValue): Promise<void> {
  const at = practice.clock.now()
  await practice.app.store.tx(async (w) => void await w.insert(w.t.resultValues).values({
    id: randomUUID(), patientId, place: 0, ...valueColumns(value), observedAt: at, source: 'test', sourceId, sourceHash: 'as it came', arrivedAt: at,
  }))
  for (const minutes of [11, 1, 5]) {
    practice.clock.advance(minutes * MINUTE)
    await runDueJobs(practice.app)
  }
}

/** What the clinician's preview says of a viewer. */
async function seenBy(id: string, viewer: string) {
  const desk = await practice.as('clinician1')
  const { body } = await desk.post<PreviewAnswer>(`/api/results/${id}/preview`)
  const line = body.now.find((one) => one.viewer === viewer)
  return [line?.visible, line?.code]
}

async function childWithParent(): Promise<{ id: string; parent: string }> {
  const birthDate = turns(practice, 8, -40)
  const { id } = await ward.patient(MYCHART, { birthDate })
  const { personId } = await openAccess(practice, await practice.as('frontdesk1'), id, birthDate)
  return { id, parent: personId }
}

test('R31: a value that comes after its report keeps the report from a parent as if it had come with it', async () => {
  const child = await childWithParent()
  const id = await reportComes(child.id, buildReport(practice), 'Observation/late-1')
  await valueComes(child.id, 'Observation/late-1', chlamydia)
  expect((await readOne(await practice.as('clinician1'), id)).values.map((one) => one.name)).toContain('Chlamydia trachomatis rRNA')
  expect([await seenBy(id, 'patient'), await seenBy(id, child.parent)]).toEqual([[true, 'SHOWN_AT_ONCE'], [false, 'CONFIDENTIAL_TO_MINOR']])
})

test('R31: what a clinician says a test of unknown name is keeps it from a parent, whatever the laboratory sends later', async () => {
  const child = await childWithParent()
  const report = buildReport(practice, { name: 'Marker 7', codings: [{ system: 'HOUSE', code: 'M7', display: 'Marker 7' }], values: [] })
  const id = await receive(practice, ward, child.id, report)
  expect(await seenBy(id, child.parent)).toEqual([false, 'CATEGORY_UNSURE'])
  expect((await press(practice, await practice.as('clinician1'), id, 'category', { category: 'hiv-htlv', clockedClasses: [] })).status).toBe(200)
  expect([await seenBy(id, 'patient'), await seenBy(id, child.parent)]).toEqual([[true, 'SHOWN_AT_ONCE'], [false, 'CONFIDENTIAL_TO_MINOR']])
  await receive(practice, ward, child.id, { ...report, status: 'corrected', remarks: ['Repeated.'] })
  expect((await seenBy(id, child.parent))[1]).toBe('CONFIDENTIAL_TO_MINOR')
})

test('RL-01: a critical or a sensitive value that comes later keeps its report out of a bulk release, also where a clinician had called it ordinary', async () => {
  const { id: patientId } = await ward.patient(FMH)
  const critical = await reportComes(patientId, buildReport(practice), 'Observation/late-2')
  await valueComes(patientId, 'Observation/late-2', buildValue({ text: '910', number: 910, reading: 'critical-high' }))
  const said = await reportComes(patientId, buildReport(practice, { name: 'Marker 8', codings: [{ system: 'HOUSE', code: 'M8', display: 'Marker 8' }], values: [] }), 'Observation/late-3')
  expect((await press(practice, await practice.as('clinician1'), said, 'category', { category: 'laboratory', clockedClasses: [] })).status).toBe(200)
  await valueComes(patientId, 'Observation/late-3', buildValue({ codings: [{ system: 'LN', code: '56888-1', display: 'HIV Ag/Ab Combo' }], name: 'HIV Ag/Ab Combo' }))
  const again = await practice.as('clinician1')
  const codes = []
  for (const id of [critical, said]) {
    const { version } = await readOne(again, id)
    codes.push((await again.post<{ code: string }>('/api/results/release-many', { results: [{ id, version }], reason: 'all looked at' })).body.code)
  }
  expect(codes).toEqual(['LOOK_ONE_BY_ONE', 'SENSITIVE_ONE_BY_ONE'])
  expect([(await readOne(again, critical)).critical, (await readOne(again, said)).categories]).toEqual([true, ['laboratory']])
})

test('a value for which a report waits is no result of its own, however long it waits', async () => {
  const { id: patientId } = await ward.patient(MYCHART)
  const id = await reportComes(patientId, buildReport(practice, { values: [] }), 'Observation/late-4')
  practice.clock.advance(2 * MINUTE)
  await valueComes(patientId, 'Observation/late-4', buildValue())
  const { body } = await (await practice.as('clinician1')).get<PatientResults>(`/api/patients/${patientId}/results`)
  expect(body.rows.map((one) => one.id)).toEqual([id])
  const { results: r } = practice.app.store.read.t
  const [row] = await practice.app.store.read.select({ complete: r.complete, missing: r.missingValues }).from(r).where(eq(r.id, id))
  expect(row).toEqual({ complete: true, missing: '' })
})
