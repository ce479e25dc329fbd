import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MINUTE } from '#domain/time.ts'
import { grantStepUp } from '#server/auth/step-up.ts'
import { recordEvent } from '#server/audit/recorder.ts'
import { smallPractice, type SmallPractice } from '#test/server/http/practice-of-one-site.ts'

let practice: SmallPractice
beforeAll(async () => { practice = await smallPractice() })
afterAll(() => practice.close())

const siteVersion = async () => {
  const [row] = await practice.app.store.read.select().from(practice.app.store.read.t.sites)
  return row?.version ?? 0
}

describe('who is let through', () => {
  test('AZ-01: a stranger gets 401, the refusal stands in the audit', async () => {
    const reply = await practice.send(null, 'GET', '/api/sites/main')
    expect(reply.status).toBe(401)
    expect(reply.body).toMatchObject({ code: 'NOT_SIGNED_IN', rule: 'AU-08' })
    expect((await practice.events()).at(-1)).toMatchObject({ event: 'access.refused', actorId: 'anonymous', outcome: 'refused' })
  })

  test('AZ-01: a role without the right gets 403 before its fields are looked at, and is told who can', async () => {
    const clerk = await practice.person('front-desk')
    const reply = await practice.post(clerk, '/api/sites/main/rename', { nonsense: true })
    expect(reply.status).toBe(403)
    expect(reply.body.next).toContain('administrator')
    expect((await practice.events()).at(-1)).toMatchObject({ event: 'access.refused', actorId: clerk.id, reasonCode: 'ROLE_MAY_NOT' })
  })

  test('IN-09: a command from another site, without its token, or with another session’s token is turned away', async () => {
    const admin = await practice.person('administrator')
    const other = await practice.person('administrator')
    const body = { name: 'Elsewhere' }
    const tries: Record<string, string>[] = [
      { Origin: 'https://elsewhere.example' },
      { 'X-CSRF-Token': '' },
      { 'X-CSRF-Token': other.csrf },
    ]
    for (const headers of tries) {
      expect((await practice.post(admin, '/api/sites/main/rename', body, { 'If-Match': '"1"', ...headers })).status).toBe(403)
    }
    const noOrigin = await practice.send(admin, 'POST', '/api/sites/main/rename', body, {
      'Content-Type': 'application/json', 'X-CSRF-Token': admin.csrf, 'Idempotency-Key': randomUUID(), 'If-Match': '"1"',
    })
    expect(noOrigin.status).toBe(403)
    expect(await siteVersion()).toBe(1)
  })

  test('AU-12: an act with reason and second factor is refused without either, and a proof counts once', async () => {
    const officer = await practice.person('privacy-officer')
    const without = await practice.post(officer, '/api/patients/export', {})
    expect(without.body).toMatchObject({ code: 'REASON_NEEDED', status: 422 })
    const needs = await practice.post(officer, '/api/patients/export', { reason: 'asked by the patient' })
    expect(needs.status).toBe(403)
    expect(needs.body).toMatchObject({ code: 'STEP_UP_NEEDED', stepUp: { action: 'patient.export', objectId: 'new' } })

    const { app } = practice
    const actor = { ...officer, userName: 'x', name: 'x', roles: [], clinicianKind: null, patientId: null, language: 'en' as const }
    const act = { app, actor, at: app.clock.now(), requestId: 'r', language: 'en' as const, scene: { actor, at: 0, requestId: null, sourceAddress: null }, version: 0 }
    const elsewhere = await app.store.tx((w) => grantStepUp(w, act, 'patient.export', 'another-object'))
    expect((await practice.post(officer, '/api/patients/export', { reason: 'asked' }, { 'Step-Up': elsewhere })).status).toBe(403)
    const proof = await app.store.tx((w) => grantStepUp(w, act, 'patient.export', 'new'))
    expect((await practice.post(officer, '/api/patients/export', { reason: 'asked' }, { 'Step-Up': proof })).status).toBe(200)
    expect((await practice.post(officer, '/api/patients/export', { reason: 'asked' }, { 'Step-Up': proof })).status).toBe(403)
    const stolen = await practice.person('privacy-officer')
    const fresh = await app.store.tx((w) => grantStepUp(w, act, 'patient.export', 'new'))
    expect((await practice.post(stolen, '/api/patients/export', { reason: 'asked' }, { 'Step-Up': fresh })).status).toBe(403)
  })
})

describe('versions and repeats', () => {
  test('CC-01: a command without a version is asked for one, with an old one is shown what is so now', async () => {
    const admin = await practice.person('administrator')
    expect((await practice.post(admin, '/api/sites/main/rename', { name: 'Harbor' })).status).toBe(428)
    const first = await practice.post(admin, '/api/sites/main/rename', { name: 'Harbor' }, { 'If-Match': '"1"' })
    expect(first.status).toBe(200)
    expect(first.headers.get('etag')).toBe('"2"')
    const stale = await practice.post(admin, '/api/sites/main/rename', { name: 'Dock' }, { 'If-Match': '"1"' })
    expect(stale.status).toBe(412)
    expect(stale.body).toMatchObject({ code: 'VERSION_STALE', current: { name: 'Harbor', version: 2 } })
  })

  test('CC-04: the same key gives the same answer and one act; another body under it is refused', async () => {
    const admin = await practice.person('administrator')
    const headers = { 'If-Match': `"${await siteVersion()}"`, 'Idempotency-Key': 'rename-to-quay' }
    const before = (await practice.events()).filter((event) => event.event === 'site.changed').length
    const first = await practice.post(admin, '/api/sites/main/rename', { name: 'Quay' }, headers)
    const again = await practice.post(admin, '/api/sites/main/rename', { name: 'Quay' }, headers)
    expect(again.status).toBe(200)
    expect(again.body).toEqual(first.body)
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'))
    expect((await practice.events()).filter((event) => event.event === 'site.changed').length).toBe(before + 1)
    const other = await practice.post(admin, '/api/sites/main/rename', { name: 'Pier' }, headers)
    expect(other.body).toMatchObject({ status: 422, code: 'IDEMPOTENCY_KEY_REUSED' })
  })

  test('CC-04: twelve twins at once make one act and one answer', async () => {
    const admin = await practice.person('administrator')
    const version = await siteVersion()
    const headers = { 'If-Match': `"${version}"`, 'Idempotency-Key': 'twelve-twins' }
    const replies = await Promise.all(Array.from({ length: 12 }, () => practice.post(admin, '/api/sites/main/rename', { name: 'Jetty' }, headers)))
    expect(new Set(replies.map((reply) => JSON.stringify(reply.body))).size).toBe(1)
    expect(replies.every((reply) => reply.status === 200)).toBe(true)
    expect(await siteVersion()).toBe(version + 1)
  })

  test('CC-04: two people with one key do not share an answer, and a missing key is refused', async () => {
    const [one, two] = [await practice.person('administrator'), await practice.person('administrator')]
    const version = await siteVersion()
    const headers = { 'If-Match': `"${version}"`, 'Idempotency-Key': 'shared-key-1' }
    expect((await practice.post(one, '/api/sites/main/rename', { name: 'Mole' }, headers)).status).toBe(200)
    expect((await practice.post(two, '/api/sites/main/rename', { name: 'Mole' }, headers)).status).toBe(412)
    expect((await practice.post(two, '/api/sites/main/rename', { name: 'Mole' }, { ...headers, 'Idempotency-Key': '' })).status).toBe(400)
  })

  test('CC-04: what was not carried out is not remembered: 412, then the right version under the same key', async () => {
    const admin = await practice.person('administrator')
    const version = await siteVersion()
    const key = { 'Idempotency-Key': 'second-thoughts' }
    expect((await practice.post(admin, '/api/sites/main/rename', { name: 'Basin' }, { ...key, 'If-Match': '"1"' })).status).toBe(412)
    expect((await practice.post(admin, '/api/sites/main/rename', { name: 'Basin' }, { ...key, 'If-Match': `"${version}"` })).status).toBe(200)
  })
})

describe('sessions', () => {
  test('AU-10: idle for ten minutes ends it; reading without a person’s hand does not keep it', async () => {
    const clerk = await practice.person('front-desk')
    practice.clock.advance(6 * MINUTE)
    expect((await practice.send(clerk, 'GET', '/api/sites/main')).status).toBe(200)
    practice.clock.advance(5 * MINUTE)
    expect((await practice.send(clerk, 'GET', '/api/sites/main')).body.code).toBe('SESSION_ENDED')
    const busy = await practice.person('front-desk')
    practice.clock.advance(6 * MINUTE)
    expect((await practice.send(busy, 'GET', '/api/sites/main', undefined, { 'X-Activity': '1' })).status).toBe(200)
    practice.clock.advance(6 * MINUTE)
    expect((await practice.send(busy, 'GET', '/api/sites/main')).status).toBe(200)
  })

  test('AU-10: twelve hours end it, however busy', async () => {
    const clerk = await practice.person('front-desk')
    for (let minutes = 0; minutes < 12 * 60 - 9; minutes += 9) {
      practice.clock.advance(9 * MINUTE)
      await practice.send(clerk, 'GET', '/api/sites/main', undefined, { 'X-Activity': '1' })
    }
    expect((await practice.send(clerk, 'GET', '/api/sites/main')).status).toBe(200)
    practice.clock.advance(9 * MINUTE)
    expect((await practice.send(clerk, 'GET', '/api/sites/main')).status).toBe(401)
  })

  test('AU-11: a role taken away is gone at the next request', async () => {
    const admin = await practice.person('administrator')
    const { store } = practice.app
    await store.tx(async (w) => { await w.delete(w.t.staffRoles).where(eq(w.t.staffRoles.staffId, admin.id)) })
    expect((await practice.post(admin, '/api/sites/main/rename', { name: 'Never' }, { 'If-Match': '"1"' })).status).toBe(403)
  })
})

describe('the audit comes first', () => {
  test('AD-03: a read whose audit cannot be written gives no data', async () => {
    const clerk = await practice.person('front-desk')
    const { store } = practice.app
    const fail = store.engine === 'sqlite'
      ? ["CREATE TRIGGER full BEFORE INSERT ON audit_events BEGIN SELECT RAISE(ABORT, 'disk is full'); END", 'DROP TRIGGER full']
      : ["ALTER TABLE audit_events ADD CONSTRAINT full_now CHECK (event <> 'patient.read') NOT VALID", 'ALTER TABLE audit_events DROP CONSTRAINT full_now']
    await store.raw(fail[0] ?? '')
    const reply = await practice.send(clerk, 'GET', '/api/sites/main')
    await store.raw(fail[1] ?? '')
    expect(reply.status).toBeGreaterThanOrEqual(500)
    expect(JSON.stringify(reply.body)).not.toContain('version')
    expect((await practice.send(clerk, 'GET', '/api/sites/main')).status).toBe(200)
  })

  test('AD-04: a crafted value cannot draw a line or turn text around in the record', async () => {
    const { store, clock } = practice.app
    const scene = { actor: { id: 'x', roles: [] }, at: clock.now(), requestId: null, sourceAddress: null }
    await store.tx((w) => recordEvent(w, scene, { event: 'staff.disabled', detail: { reason: 'left\r\n\u001b[31mALERT\u202e', sessionsEnded: 0 } }))
    const rows = await store.read.select().from(store.read.t.auditEvents).orderBy(store.read.t.auditEvents.seq)
    expect(rows.at(-1)?.detail).not.toMatch(/[\u0000-\u001f\u202e]/)
  })
})

test('AD-03: with the record itself gone a read gives no data, and the rest of the storage does not help', async () => {
  const clerk = await practice.person('front-desk')
  const { store } = practice.app
  await store.raw('ALTER TABLE audit_events RENAME TO audit_events_gone')
  const reply = await practice.send(clerk, 'GET', '/api/sites/main')
  await store.raw('ALTER TABLE audit_events_gone RENAME TO audit_events')
  expect(reply.status).toBeGreaterThanOrEqual(500)
  expect(JSON.stringify(reply.body)).not.toContain('version')
})
