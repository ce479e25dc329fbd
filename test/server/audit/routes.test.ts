import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { fhirAuditEventOf } from '#domain/audit-fhir.ts'
import type { AuditRow, AuditSealState, AuditTeamRow } from '#domain/contracts/audit.ts'
import { recordEvent } from '#server/audit/recorder.ts'
import { sealWaiting } from '#server/audit/sealer.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'
import { eventually } from '#test/support/waiting.ts'

type Page<Row> = { rows: Row[]; more: boolean }

let practice: TestPractice
let privacy: Desk
let clerk: Desk

beforeAll(async () => {
  practice = await openPractice()
  privacy = await practice.as('privacy1')
  clerk = await practice.as('frontdesk1')
  for (const patientId of ['p1', 'p2', 'p1', 'p3', 'p1']) await note(clerk, patientId)
  await note(await practice.as('frontdesk2'), 'p1')
})
beforeEach(async () => { privacy = await practice.as('privacy1') })
afterAll(() => practice.stop())

function note(desk: Desk, patientId: string): Promise<void> {
  const { app } = practice
  const scene = { actor: { id: desk.staffId ?? '', roles: ['front-desk'] }, at: app.clock.now(), requestId: `req-${patientId}`, sourceAddress: '127.0.0.1' }
  return app.store.tx((w) => recordEvent(w, scene, { event: 'patient.read', patientId, objectId: patientId, purpose: 'TREAT', detail: { part: 'overview' } }))
}

test('AD-07: the privacy officer sees who looked at one patient, newest first, page by page', async () => {
  const first = await privacy.post<Page<AuditRow>>('/api/audit/search', { patientId: 'p1', event: 'patient.read', limit: 3 })
  expect(first.status).toBe(200)
  expect(first.body.rows.map((row) => row.actorId)).toEqual([(await practice.as('frontdesk2')).staffId, clerk.staffId, clerk.staffId])
  expect(first.body.rows[0]).toMatchObject({ outcome: 'success', patientId: 'p1', requestId: 'req-p1', purpose: 'TREAT', detail: { part: 'overview' } })
  expect(first.body.more).toBe(true)
  const second = await privacy.post<Page<AuditRow>>('/api/audit/search', { patientId: 'p1', event: 'patient.read', limit: 3, after: first.body.rows.at(-1)?.seq })
  expect(second.body).toMatchObject({ more: false, rows: [{ actorId: clerk.staffId }] })
})

test('AD-07: an event about a colleague or a site says their name, one about anything else says none', async () => {
  const { app } = practice
  const scene = { actor: { id: clerk.staffId ?? '', roles: ['front-desk'] }, at: app.clock.now(), requestId: 'req-names', sourceAddress: '127.0.0.1' }
  const { sites, staff } = app.store.read.t
  const [site] = await app.store.read.select().from(sites).limit(1)
  const [person] = await app.store.read.select().from(staff).limit(1)
  for (const objectId of [person?.id ?? '', site?.id ?? '', 'an-import']) {
    await app.store.tx((w) => recordEvent(w, scene, { event: 'session.ended', objectId, detail: { reason: 'test', sessions: 1 } }))
  }
  const { body } = await privacy.post<Page<AuditRow>>('/api/audit/search', { event: 'session.ended', actorId: clerk.staffId, limit: 3 })
  expect(body.rows.map((row) => row.objectName)).toEqual([null, site?.name, person?.name])
})

test('AD-07: what one person did can be asked for a stretch of time', async () => {
  const before = practice.clock.now()
  practice.clock.advance(3_600_000)
  privacy = await practice.as('privacy1')
  await note(clerk, 'p9')
  const ask = (from: number, to: number) => privacy.post<Page<AuditRow>>('/api/audit/search', {
    actorId: clerk.staffId, event: 'patient.read', from: new Date(from).toISOString(), to: new Date(to).toISOString(),
  })
  expect((await ask(before + 60_000, practice.clock.now() + 60_000)).body.rows.map((row) => row.patientId)).toEqual(['p9'])
  expect((await ask(before - 3_600_000, before + 1000)).body.rows).toHaveLength(5)
  expect((await ask(before + 60_000, before + 120_000)).body.rows).toEqual([])
  practice.clock.advance(-3_600_000)
})

test('DU-05: a clock that goes back does not put the record into another order', async () => {
  practice.clock.advance(-86_400_000)
  await note(clerk, 'later-by-an-earlier-clock')
  practice.clock.advance(86_400_000)
  const { body } = await privacy.post<Page<AuditRow>>('/api/audit/search', { actorId: clerk.staffId, event: 'patient.read', limit: 2 })
  expect(body.rows.map((row) => row.patientId)).toEqual(['later-by-an-earlier-clock', 'p9'])
})

test('AD-01: looking at the record is recorded too', async () => {
  await privacy.post('/api/audit/search', { patientId: 'p2' })
  const { body } = await privacy.post<Page<AuditRow>>('/api/audit/search', { event: 'audit.read', limit: 1 })
  expect(body.rows[0]).toMatchObject({ actorId: privacy.staffId, patientId: 'p2', purpose: 'HCOMPL', detail: { hits: 1 } })
})

test('a manager sees what the own team did and never of whom', async () => {
  const manager = await practice.as('manager1')
  const { status, body } = await manager.post<Page<AuditTeamRow>>('/api/audit/team-search', { limit: 200 })
  expect(status).toBe(200)
  expect(body.rows.length).toBeGreaterThan(0)
  for (const row of body.rows) expect(Object.keys(row).toSorted()).toEqual(['actorId', 'actorName', 'at', 'event', 'outcome', 'reasonCode', 'seq'])
  const { staffSites } = practice.app.store.read.t
  const places = await practice.app.store.read.select().from(staffSites)
  const sitesOf = (id: string) => places.filter((row) => row.staffId === id).map((row) => row.siteId)
  const mine = sitesOf(manager.staffId ?? '')
  expect(body.rows.every((row) => row.actorId === manager.staffId || sitesOf(row.actorId).some((site) => mine.includes(site)))).toBe(true)
  expect((await manager.post('/api/audit/team-search', { patientId: 'p1' })).status).toBe(422)
  expect((await manager.post('/api/audit/search', {})).status).toBe(403)
})

test('AD-02: an event leaves as a FHIR AuditEvent that follows the basic audit pattern of a patient read', async () => {
  const { body } = await privacy.post<Page<AuditRow>>('/api/audit/search', { patientId: 'p3', event: 'patient.read' })
  const one = await privacy.get(`/api/audit/${body.rows[0]?.seq}/fhir`)
  expect(one.body).toMatchObject({
    resourceType: 'AuditEvent', meta: { profile: ['https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.PatientRead'] },
    type: { code: 'rest' }, action: 'R', outcome: '0',
    agent: [{ requestor: true, who: { identifier: { value: clerk.staffId } } }, { type: { coding: [{ code: '110152' }] } }, { type: { coding: [{ code: '110153' }] } }],
    entity: [{ what: { reference: 'Patient/p3' } }, { role: { code: '4' } }, { what: { identifier: { value: 'req-p3' } }, type: { code: 'XrequestId' } }],
  })
  const page = await privacy.post<{ entry: { resource: unknown }[] }>('/api/audit/search-fhir', { patientId: 'p3', event: 'patient.read' })
  expect(page.body.entry.map((entry) => entry.resource)).toEqual([one.body])
  expect((await privacy.get('/api/audit/999999/fhir')).status).toBe(404)
})

test('a search, a refusal and a failure each have their own outcome and shape in FHIR', () => {
  const row: AuditRow = {
    seq: 7, at: '2026-11-22T15:00:00.000Z', actorId: 's1', actorName: 'Ana', actorRoles: ['helpline'], event: 'patient.searched', patientId: null, objectId: null, objectName: null,
    outcome: 'success', reasonCode: null, evidence: null, purpose: 'TREAT', requestId: 'r1', sourceAddress: '10.0.0.1', detail: { termsHash: 'abc', hits: 2 }, sealedPosition: 7,
  }
  const search = fhirAuditEventOf(row, 'https://desk.example')
  expect(search).toMatchObject({ action: 'E', entity: [{ role: { code: '24' } }, { type: { code: 'XrequestId' } }] })
  expect(JSON.parse(atob((search.entity as { query: string }[])[0]?.query ?? ''))).toEqual({ termsHash: 'abc', hits: 2 })
  expect(fhirAuditEventOf({ ...row, event: 'access.refused', outcome: 'refused', reasonCode: 'ROLE_MAY_NOT' }, 'x')).toMatchObject({ outcome: '4', outcomeDesc: 'ROLE_MAY_NOT' })
  expect(fhirAuditEventOf({ ...row, event: 'audit.verified', outcome: 'failed' }, 'x')).toMatchObject({ outcome: '8', type: { code: '110100' } })
})

test('AD-05: the privacy officer has the record verified, sees the result, and one runs at a time', async () => {
  await sealWaiting(practice.app.store, practice.clock.now())
  const starts = await Promise.all([privacy.post('/api/audit/verify'), privacy.post('/api/audit/verify')])
  expect(new Set(starts.map((one) => one.status))).toEqual(new Set([200, 429]))
  expect(starts.find((one) => one.status === 429)?.headers.get('retry-after')).toBe('1')
  const state = await eventually('the record is verified', async () => {
    const { body } = await privacy.get<AuditSealState>('/api/audit/seal-state')
    return body.running === null && body.lastVerified?.byId === privacy.staffId ? body : null
  })
  expect(state.lastVerified).toMatchObject({ good: true, byId: privacy.staffId, firstBadPosition: null, fault: null })
  expect(state.sealed).toBeGreaterThan(5)
  expect(state.lastAnchorAt).not.toBeNull()
})
