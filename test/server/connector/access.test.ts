import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { birthdayStartsAt } from '#domain/birthdays.ts'
import { DAY } from '#domain/time.ts'
import { buildPatient } from '#test/server/patients/people.ts'
import { buildPerson, grant, grantNow, matrix, NY, openAccess, turns, wish } from '#test/server/proxy-access/family.ts'
import { bytesOf, openPortal, openTo, type Portal } from '#test/server/proxy-access/portal.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
let desk: Desk
let portal: Portal
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '1000' })
  desk = await practice.as('frontdesk1')
  portal = await openPortal(practice)
})
afterAll(() => practice.stop())

const child = async (inDays = 400) => {
  const birthDate = turns(practice, 12, inDays)
  return { ...await buildPatient(practice, { family: 'Rodriguez', given: 'Ossie', birthDate }), birthDate }
}

describe('GET /connector/v1/patients/:id/access', () => {
  test('PX-01: a portal is told what the console’s own matrix says, capability by capability, on both sides of a birthday', async () => {
    const ossie = await child(40)
    const { personId } = await openAccess(practice, desk, ossie.id, ossie.birthDate)
    const midnight = birthdayStartsAt(ossie.birthDate, 12, 'America/New_York')
    for (const at of [practice.clock.now(), midnight - 1, midnight, birthdayStartsAt(ossie.birthDate, 18, 'America/New_York')]) {
      const seen = await matrix(desk, ossie.id, at)
      const told = await portal.access(ossie.id, personId, at)
      expect(told.status).toBe(200)
      const column = seen.columns.find((one) => one.personId === personId)
      expect(told.body.capabilities.map((one) => [one.capability, one.answer])).toEqual(seen.rows.map((row, place) => [row.capability, column?.first[place]?.answer]))
    }
    expect(openTo(await portal.access(ossie.id, personId, midnight))).not.toContain('see-results')
    expect((await portal.access(ossie.id, personId)).body).toMatchObject({ policyVersion: 1, ageThen: 11, goodUntil: new Date(midnight).toISOString() })
  })

  test('PX-05: what was revoked at a desk is gone in the very next answer', async () => {
    const ossie = await child()
    const { personId, grantId } = await openAccess(practice, desk, ossie.id, ossie.birthDate)
    expect(openTo(await portal.access(ossie.id, personId)).length).toBeGreaterThan(10)
    await desk.post(`/api/proxy-grants/${grantId}/revoke`, {})
    expect(openTo(await portal.access(ossie.id, personId))).toEqual([])
  })

  test('the patient’s own view is asked by the same door', async () => {
    const ossie = await child()
    const { body } = await portal.access(ossie.id, 'patient')
    expect(body.capabilities.every((one) => one.answer === 'no' && one.why.code === 'NO_ACCESS')).toBe(true)
  })

  test('AU-09: no token, a used one, a portal that the key does not speak for, nonsense: refused, and nothing is said of anybody', async () => {
    const ossie = await child()
    const { personId } = await openAccess(practice, desk, ossie.id, ossie.birthDate)
    const path = `/patients/${ossie.id}/access?viewer=${personId}`
    expect((await portal.send('GET', path, null)).status).toBe(401)
    const token = await portal.token()
    expect([(await portal.send('GET', path, token)).status, (await portal.send('GET', path, token)).status]).toEqual([200, 401])
    const other = await portal.access(ossie.id, personId, undefined, { portal: 'myportal-ca' })
    const nobody = await portal.access('nobody-here', personId)
    expect([other.status, nobody.status, bytesOf(other)]).toEqual([404, 404, bytesOf(nobody)])
    for (const query of ['', `?viewer=${personId}&at=yesterday`, `?viewer=${personId}&more=1`, '?viewer=a b']) expect([query, (await portal.send('GET', `/patients/${ossie.id}/access${query}`, await portal.token())).status]).toEqual([query, 422])
  })

  test('AD-01: each answer is on record, by whom it was asked and how much was open, not what', async () => {
    const ossie = await child()
    const { personId } = await openAccess(practice, desk, ossie.id, ossie.birthDate)
    await portal.access(ossie.id, personId)
    const { auditEvents: e } = practice.app.store.read.t
    const [row] = await practice.app.store.read.select().from(e).where(and(eq(e.event, 'proxy.asked-from-outside'), eq(e.patientId, ossie.id)))
    expect(JSON.parse(row?.detail ?? '{}')).toEqual({ portalId: NY, viewer: personId, visible: 22 })
  })
})

describe('POST /connector/v1/proxy-grants/:id/settle', () => {
  const pending = async () => {
    const ossie = await child()
    const granted = await grant(practice, desk, ossie.id, wish(practice, await buildPerson(desk)))
    expect(granted.body.state).toBe('pending')
    return { patientId: ossie.id, grantId: granted.body.id }
  }

  test('R27: confirmed in the account that the proxy has there, access opens; declined, it never does', async () => {
    const [one, two] = [await pending(), await pending()]
    expect(await portal.settle(one.grantId, 'confirmed')).toMatchObject({ status: 200, body: { outcome: 'confirmed' } })
    expect(await portal.settle(two.grantId, 'declined')).toMatchObject({ status: 200, body: { outcome: 'declined' } })
    expect(await grantNow(desk, one.patientId, one.grantId)).toMatchObject({ state: 'active', now: 'full' })
    expect(await grantNow(desk, two.patientId, two.grantId)).toMatchObject({ state: 'denied', cause: 'declined-by-proxy', now: 'none' })
  })

  test('settled, over, of another portal, blocked or never there: one and the same answer, and nothing changes', async () => {
    const [done, late, elsewhere, blocked] = [await pending(), await pending(), await pending(), await pending()]
    await portal.settle(done.grantId, 'confirmed')
    const stopped = await desk.post(`/api/patients/${blocked.patientId}/blocks`, { kind: 'court-order', note: 'order seen', personId: (await grantNow(desk, blocked.patientId, blocked.grantId)).personId, reason: 'shown' })
    expect(stopped).toMatchObject({ status: 200, body: { stopped: 1 } })
    const replies = [
      await portal.settle(done.grantId, 'declined'), await portal.settle(blocked.grantId, 'confirmed'), await portal.settle(elsewhere.grantId, 'confirmed', { portal: 'followmyhealth' }),
      await portal.settle('never-there', 'confirmed'),
    ]
    practice.clock.advance(61 * DAY)
    desk = await practice.as('frontdesk1')
    replies.push(await portal.settle(late.grantId, 'confirmed'))
    expect(replies.map((one) => one.status)).toEqual([404, 404, 404, 404, 404])
    expect(new Set(replies.map(bytesOf)).size).toBe(1)
    expect((await grantNow(desk, done.patientId, done.grantId)).state).toBe('active')
    expect((await grantNow(desk, blocked.patientId, blocked.grantId)).now).toBe('none')
    expect((await portal.settle(elsewhere.grantId, 'perhaps')).status).toBe(422)
  })
})
