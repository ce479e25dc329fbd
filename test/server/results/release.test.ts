import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PreviewAnswer, RecallAnswer, TimelineAnswer } from '#domain/contracts/results.ts'
import { DAY, isoOf } from '#domain/time.ts'
import { runDueJobs } from '#server/job-list.ts'
import { noteRead, visibilityOf } from '#server/results/results.ts'
import { bySystem } from '#server/results/jobs.ts'
import { openPortal } from '#test/server/proxy-access/portal.ts'
import { buildPatient, proofFor } from '#test/server/patients/people.ts'
import { buildReport, buildValue, hivReport, press, readOne, receive, wardOf, worklist, type Ward } from '#test/server/results/results-here.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'

const [MYCHART, MYPORTAL, FMH] = ['mychart-ny-nj', 'myportal-ca', 'followmyhealth'] as const

let practice: TestPractice
let weimann: Desk
let fay: Desk
let ward: Ward
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '2000' })
  weimann = await practice.as('clinician1')
  fay = await practice.as('clinician2')
  ward = await wardOf(practice, 'clinician1', '1111111111')
})
afterAll(() => practice.stop())

const eventsOf = async (objectId: string, event: string) => {
  const { auditEvents: e } = practice.app.store.read.t
  return practice.app.store.read.select().from(e).where(and(eq(e.objectId, objectId), eq(e.event, event)))
}
const mailsTo = async (personId: string) => {
  const { outboxMails: m } = practice.app.store.read.t
  return practice.app.store.read.select().from(m).where(and(eq(m.personId, personId), eq(m.template, 'portal-update')))
}
const seenByPatient = async (patientId: string, portalId: string, id: string) =>
  (await visibilityOf(practice.app.store.read, patientId, portalId, { kind: 'patient' }, [id], practice.clock.now())).get(id)?.visible

describe('release by hand', () => {
  test('R62: a result that waits for the doctor is out after a release with comment: one event, one notice without content', async () => {
    const who = await ward.patient(FMH, { email: 'ada.release@example.org' })
    const id = await receive(practice, ward, who.id, buildReport(practice))
    expect((await worklist(weimann, 'review')).rows.map((row) => row.id)).toContain(id)
    expect(await seenByPatient(who.id, FMH, id)).toBe(false)
    const answer = await press(practice, weimann, id, 'release', { comment: 'No change to your medicine.' })
    expect(answer.body).toMatchObject({ state: { state: 'visible', code: 'SHOWN_AFTER_REVIEW', rule: 'R62' } })
    expect(await seenByPatient(who.id, FMH, id)).toBe(true)
    expect(await eventsOf(id, 'result.released')).toHaveLength(1)
    const mails = await mailsTo(who.id)
    expect(mails).toHaveLength(answer.body.told)
    expect(JSON.stringify(mails)).not.toMatch(/Lipid|Cholesterol|\b184\b|medicine/)
    expect((await worklist(weimann, 'review')).rows.map((row) => row.id)).not.toContain(id)
  })

  test('RL-01: no role but a prescriber with a tie releases, by any route', async () => {
    const who = await ward.patient(FMH)
    const id = await receive(practice, ward, who.id, buildReport(practice))
    for (const name of ['frontdesk1', 'helpline1', 'manager1', 'privacy1', 'admin1', 'clinician2', 'clinician11']) {
      const desk = name === 'clinician2' ? fay : await practice.as(name)
      const acts = name.startsWith('clinician') ? ['release', 'release-sensitive', 'verify', 'review', 'hold', 'recall', 'category', 'take', 'decline'] : ['release']
      for (const what of acts) {
        const body = what === 'hold' ? { recipient: 'patient', ground: 'data-doubtful', endAt: isoOf(practice.clock.now() + DAY) } : what === 'category' ? { category: 'laboratory', clockedClasses: [] } : {}
        const { status, body: told } = await press(practice, desk, id, what, body)
        expect([name, what, status, told.code]).toEqual([name, what, expect.any(Number), expect.stringMatching(/ROLE_MAY_NOT|RESULT_OF_OTHERS|PRESCRIBER_ONLY/)])
      }
      expect((await desk.post('/api/results/release-many', { results: [{ id, version: 2 }], reason: 'all of them' })).status).toBeGreaterThanOrEqual(400)
    }
    expect(await seenByPatient(who.id, FMH, id)).toBe(false)
  })

  test('AU-12: a sensitive result asks for a second factor of its own; the plain route and the list refuse it', async () => {
    const who = await ward.patient(FMH)
    const id = await receive(practice, ward, who.id, hivReport(practice))
    expect((await worklist(weimann, 'order')).rows.find((row) => row.id === id)).toMatchObject({ sensitive: true, category: 'hiv-htlv' })
    expect((await press(practice, weimann, id, 'release')).body.code).toBe('SENSITIVE_NEEDS_STEP_UP')
    expect((await press(practice, weimann, id, 'review')).body.code, 'seeing it would bring it out').toBe('SENSITIVE_NEEDS_STEP_UP')
    expect((await press(practice, weimann, id, 'category', { category: 'laboratory', clockedClasses: [] })).status).toBe(200)
    expect((await press(practice, weimann, id, 'release')).body.code, 'nor is renaming it a way').toBe('SENSITIVE_NEEDS_STEP_UP')
    const again = await receive(practice, ward, who.id, hivReport(practice))
    const { version } = await readOne(weimann, again)
    expect((await weimann.post(`/api/results/${again}/release-sensitive`, { reason: 'spoke with her' }, { version })).status).toBe(403)
    expect((await weimann.post<{ code: string }>('/api/results/release-many', { results: [{ id: again, version }], reason: 'all of them' })).body.code).toBe('SENSITIVE_ONE_BY_ONE')
    expect((await press(practice, weimann, again, 'release-sensitive')).body).toMatchObject({ state: { state: 'visible' } })
  })

  test('ordinary ones go in one command: all or none', async () => {
    const who = await ward.patient(FMH)
    const ids = [await receive(practice, ward, who.id, buildReport(practice)), await receive(practice, ward, who.id, buildReport(practice, { name: 'Basic metabolic' }))]
    const critical = await receive(practice, ward, who.id, buildReport(practice, { values: [buildValue({ reading: 'critical-high', text: '900', number: 900 })] }))
    const pick = async (some: string[]) => Promise.all(some.map(async (id) => ({ id, version: (await readOne(weimann, id)).version })))
    expect((await weimann.post<{ code: string }>('/api/results/release-many', { results: await pick([...ids, critical]), reason: 'looked at all' })).body.code).toBe('LOOK_ONE_BY_ONE')
    expect(await seenByPatient(who.id, FMH, ids[0] ?? '')).toBe(false)
    expect((await weimann.post('/api/results/release-many', { results: await pick(ids), reason: 'looked at all' })).status).toBe(200)
    expect(await Promise.all(ids.map((id) => seenByPatient(who.id, FMH, id)))).toEqual([true, true])
  })

  test('CC-02: of two clinicians who release in the same moment one does, and there is one event', async () => {
    const who = await ward.patient(FMH)
    const other = await wardOf(practice, 'clinician2', '2222222222')
    await practice.app.store.tx(async (w) => void await w.insert(w.t.orders).values({ id: `o-${who.id}`, patientId: who.id, practitionerId: other.practitionerId, orderedAt: 0, source: 'x', sourceId: who.id }))
    const id = await receive(practice, ward, who.id, buildReport(practice))
    const answers = await Promise.all([weimann, fay, weimann, fay].map((desk) => press(practice, desk, id, 'release')))
    expect(answers.filter((one) => one.status === 200)).toHaveLength(1)
    expect(answers.filter((one) => one.status === 412 || one.status === 409)).toHaveLength(3)
    expect(await eventsOf(id, 'result.released')).toHaveLength(1)
  })

  test('R62: verifying or having seen it is an act of its own; what holds it goes on, and only who ordered it verifies', async () => {
    const who = await ward.patient(MYPORTAL)
    const id = await receive(practice, ward, who.id, buildReport(practice))
    const end = practice.clock.now() + DAY
    expect((await press(practice, weimann, id, 'hold', { recipient: 'patient', ground: 'data-doubtful', endAt: isoOf(end), reason: 'label and order disagree' })).status).toBe(200)
    const { body: preview } = await weimann.post<PreviewAnswer>(`/api/results/${id}/preview`, { act: 'verification' })
    expect(preview.released[0]).toMatchObject({ viewer: 'patient', visible: false, held: true })
    const { may, forPatient } = await readOne(weimann, id)
    expect([may.verify.allowed, may.review.allowed, forPatient.for]).toEqual([true, true, ['hold-end', 'verification']])
    expect((await press(practice, weimann, id, 'verify')).body).toMatchObject({ state: { state: 'waits', code: 'HELD' } })
    expect((await readOne(weimann, id)).holds).toMatchObject([{ isRunning: true }])
    expect((await visibilityOf(practice.app.store.read, who.id, MYPORTAL, { kind: 'patient' }, [id], end)).get(id)?.visible, 'out by its rule when the hold ends').toBe(true)
    const sensitive = await receive(practice, ward, (await ward.patient(FMH)).id, hivReport(practice))
    expect((await readOne(weimann, sensitive)).may.review).toMatchObject({ allowed: false })
  })

  test('R63: what the portal never shows cannot be released', async () => {
    const who = await ward.patient(MYPORTAL)
    const id = await receive(practice, ward, who.id, hivReport(practice))
    expect((await worklist(weimann, 'blocked')).rows.find((row) => row.id === id)).toMatchObject({ code: 'NEVER_ON_PORTAL', stricterThanCitedLaw: true })
    expect((await press(practice, weimann, id, 'release-sensitive')).body.code).toBe('BLOCKED_BY_POLICY')
  })

  test('a value corrected by the laboratory asks again, and shows what it was', async () => {
    const who = await ward.patient(MYPORTAL, { email: 'corrected@example.org' })
    const report = buildReport(practice)
    const id = await receive(practice, ward, who.id, report)
    expect((await press(practice, weimann, id, 'verify')).body).toMatchObject({ state: { state: 'visible' }, told: 1 })
    await receive(practice, ward, who.id, { ...report, status: 'corrected', values: [buildValue({ text: '248', number: 248, reading: 'high' })] })
    const now = await readOne(weimann, id)
    expect(now).toMatchObject({ corrected: true, versionNumber: 2, forPatient: { state: 'waits', code: 'WAITS_FOR_VERIFICATION' } })
    expect(now.values[0]).toMatchObject({ text: '248', before: '184' })
    expect((await press(practice, weimann, id, 'verify')).body).toMatchObject({ state: { state: 'visible' }, told: 1 })
    expect(await mailsTo(who.id)).toHaveLength(2)
  })
})

describe('R68: holds', () => {
  test('a hold keeps it until its end; then the portal decides, by itself, and never an order comes of it', async () => {
    const who = await ward.patient(MYCHART, { email: 'held@example.org' })
    const report = buildReport(practice, { status: 'preliminary' })
    const id = await receive(practice, ward, who.id, report)
    const end = practice.clock.now() + 2 * DAY
    expect((await press(practice, weimann, id, 'hold', { recipient: 'patient', ground: 'substantial-harm', endAt: isoOf(end), reason: 'it would harm her badly' })).body.code).toBe('GROUND_DOES_NOT_FIT')
    expect((await press(practice, weimann, id, 'hold', { recipient: 'patient', ground: 'would-upset', endAt: isoOf(end), reason: 'it would upset her a lot' })).body.code).toBe('NOT_A_GROUND')
    expect((await press(practice, weimann, id, 'hold', { recipient: 'patient', ground: 'danger-to-life', endAt: isoOf(end), reason: 'spoke with her husband at 10:20' })).status).toBe(200)
    await receive(practice, ward, who.id, { ...report, status: 'final' })
    expect(await seenByPatient(who.id, MYCHART, id)).toBe(false)
    const [hold] = (await readOne(weimann, id)).holds
    expect(hold).toMatchObject({ isRunning: true, harm: 'life-or-physical-safety', endAt: isoOf(end) })
    practice.clock.set(end - 60_000)
    await runDueJobs(practice.app)
    expect(await seenByPatient(who.id, MYCHART, id)).toBe(false)
    practice.clock.set(end)
    expect(await seenByPatient(who.id, MYCHART, id), 'also before any job has run').toBe(true)
    await runDueJobs(practice.app)
    expect(await eventsOf(hold?.id ?? '', 'hold.over')).toHaveLength(1)
    weimann = await practice.as('clinician1')
    const steps = (await weimann.get<TimelineAnswer>(`/api/results/${id}/timeline`)).body.steps.filter((step) => step.recipient === 'patient').map((step) => [step.state.state, step.state.code])
    expect(steps.at(-1)).toEqual(['visible', 'SHOWN_AT_ONCE'])
  })

  test('CC-01: of those who extend or end one hold at once one does; nothing is held twice', async () => {
    const who = await ward.patient(FMH)
    const id = await receive(practice, ward, who.id, buildReport(practice))
    await press(practice, weimann, id, 'hold', { recipient: 'patient', ground: 'danger-to-life', endAt: isoOf(practice.clock.now() + DAY), reason: 'spoke with her husband at 10:20' })
    const [hold] = (await readOne(weimann, id)).holds
    const endAt = isoOf(practice.clock.now() + 2 * DAY)
    const extend = async () => weimann.post<{ code?: string }>(`/api/holds/${hold?.id}/extend`, { endAt, reason: 'still in danger, says her husband' }, { version: hold?.version ?? 0, stepUp: await proofFor(practice, weimann, 'result.hold', hold?.id ?? '') })
    const end = () => weimann.post<{ code?: string }>(`/api/holds/${hold?.id}/end`, { reason: 'he called again' }, { version: hold?.version ?? 0 })
    const answers = await Promise.all([extend(), extend(), end(), extend()])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect((await readOne(weimann, id)).holds.filter((one) => one.isRunning).length).toBeLessThan(2)
  })

  test('a patient who asked to be told first is held from on their own request, with an end', async () => {
    const who = await ward.patient(MYCHART)
    expect((await weimann.post(`/api/patients/${who.id}/result-wishes`, { category: null, recipient: 'patient', days: 3, reason: 'wants a call before it shows' })).status).toBe(200)
    const id = await receive(practice, ward, who.id, buildReport(practice))
    expect((await readOne(weimann, id))).toMatchObject({ group: 'held', holds: [{ ground: 'patients-request', isRunning: true }] })
    expect(await seenByPatient(who.id, MYCHART, id)).toBe(false)
  })

  test('a portal that asks about a day to come is not told that something is held until then', async () => {
    const who = await ward.patient(MYCHART)
    expect((await weimann.post(`/api/patients/${who.id}/result-wishes`, { category: null, recipient: 'patient', days: 3, reason: 'wants a call before it shows' })).status).toBe(200)
    await receive(practice, ward, who.id, buildReport(practice))
    const portal = await openPortal(practice, [MYCHART], ['results', 'access'])
    const later = practice.clock.now() + 10 * DAY
    const { body } = await portal.send('POST', '/results/visibility', await portal.token(), { portalId: MYCHART, patientId: who.id, viewer: 'patient', at: isoOf(later) })
    expect(body.visible).toEqual([])
    expect((await portal.access(who.id, 'patient', later)).body.counts).not.toHaveProperty('result')
  })

  test('recall says who had opened it, and opens an incident', async () => {
    const who = await ward.patient(FMH)
    const id = await receive(practice, ward, who.id, buildReport(practice))
    expect((await press(practice, weimann, id, 'recall')).body.code).toBe('NOTHING_RELEASED')
    await press(practice, weimann, id, 'release')
    await practice.app.store.tx((w) => noteRead(w, bySystem(practice.clock.now()), { portalId: FMH, patientId: who.id, viewer: 'patient', resultId: id, at: practice.clock.now() }))
    const recalled = (await press(practice, weimann, id, 'recall')).body as unknown as RecallAnswer
    expect(recalled.viewed.map((one) => one.viewer)).toEqual(['patient'])
    expect(await eventsOf(recalled.incidentId, 'incident.opened')).toHaveLength(1)
    expect(await seenByPatient(who.id, FMH, id)).toBe(false)
  })
})

describe('previews', () => {
  test('say for each viewer what the portal would be answered, before and after release', async () => {
    const who = await ward.patient(FMH)
    const id = await receive(practice, ward, who.id, buildReport(practice))
    const { body } = await weimann.post<PreviewAnswer>(`/api/results/${id}/preview`, { hold: { recipient: 'patient', personId: null } })
    expect([body.now[0]?.visible, body.released[0]?.visible, body.held?.[0]?.visible]).toEqual([false, true, false])
    await press(practice, weimann, id, 'release')
    expect(await seenByPatient(who.id, FMH, id)).toBe(body.released[0]?.visible)
  })

  test('AZ-02: a closed chart answers like no such result', async () => {
    const closed = await buildPatient(practice, { restricted: true })
    const id = await receive(practice, ward, closed.id, buildReport(practice))
    expect((await weimann.get(`/api/results/${id}`)).status).toBe(404)
  })
})
