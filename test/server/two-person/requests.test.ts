import { and, asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { HOUR, MINUTE } from '#domain/time.ts'
import { statusesOf, type Browser } from '#test/server/auth/browser.ts'
import { openPeople, type People } from '#test/server/staff/people.ts'

let people: People
let admin: Browser
let officer: Browser
let count = 0
beforeAll(async () => { people = await openPeople() })
beforeEach(async () => {
  count += 1
  admin = await people.sit(`admin${count}`)
  officer = await people.sit(`privacy${count}`)
})
afterAll(() => people.stop())

type Line = { id: string; state: string; mine: boolean; mayDecide: boolean; decidedBy: { name: string } | null; decisionReason: string | null }
/** An invitation that somebody asks for; what it is about does not matter here. */
const ask = async (asker = admin, userName = `new${count}`) => (await people.act(asker, '/api/staff/invite', {
  userName, name: 'Somebody New', email: `${userName}@example.org`, roles: ['front-desk'], reason: 'starts on Monday',
})).body.requestId
const path = (id: string, act = '') => `/api/two-person-requests/${id}${act}`
const stateOf = async (id: string, reader = officer) => (await reader.get<Line>(path(id))).body.state
const give = (userName: string, roles: string[]) => people.practice.app.store.tx(async (w) => {
  const { staff, staffRoles } = w.t
  const [row] = await w.select({ id: staff.id }).from(staff).where(eq(staff.userName, userName))
  await w.delete(staffRoles).where(eq(staffRoles.staffId, row?.id ?? ''))
  await w.insert(staffRoles).values(roles.map((role) => ({ staffId: row?.id ?? '', role })))
})

describe('deciding', () => {
  test('AZ-06: who asks does not approve, not even with both roles', async () => {
    const id = await ask()
    expect((await people.approve(admin, id)).status).toBe(403)
    await give(`admin${count}`, ['administrator', 'privacy-officer'])
    const reply = await people.approve(admin, id)
    expect([reply.status, reply.body.code]).toEqual([403, 'OWN_REQUEST'])
    expect(await stateOf(id)).toBe('open')
  })

  test('AZ-06: approving takes a fresh second factor for this very request', async () => {
    const [id, other] = [await ask(), await ask(admin, `other${count}`)]
    const bare = await officer.post(path(id, '/approve'), {}, { version: 1 })
    expect([bare.status, bare.body.stepUp]).toEqual([403, { action: 'two-person.approve', objectId: id }])
    const proof = await people.prove(officer, { action: 'two-person.approve', objectId: other })
    expect((await officer.post(path(id, '/approve'), {}, { version: 1, stepUp: proof })).status).toBe(403)
    expect((await officer.post(path(other, '/approve'), {}, { version: 1, stepUp: proof })).status).toBe(200)
  })

  test('AZ-06: approved twice at once by two people, it happens once', async () => {
    const id = await ask()
    const second = await people.sit('privacy13')
    const need = { action: 'two-person.approve', objectId: id } as const
    const proofs = [await people.prove(officer, need), await people.prove(second, need)]
    const replies = await Promise.all([officer, second].map((one, at) => one.post(path(id, '/approve'), {}, { version: 1, stepUp: proofs[at] })))
    expect(statusesOf(replies)).toEqual([200, 409])
    const { read } = people.practice.app.store
    const staffId = await people.idOf(`new${count}`)
    expect(await read.select().from(read.t.staffInvitations).where(eq(read.t.staffInvitations.staffId, staffId))).toHaveLength(1)
    expect((await people.eventsOf(staffId)).filter((event) => event === 'staff.invited')).toHaveLength(1)
    expect((await people.eventsOf(id)).filter((event) => event === 'two-person.decided')).toHaveLength(1)
  })

  test('AZ-06: after 24 hours it is dead, to the minute', async () => {
    const id = await ask()
    const { read } = people.practice.app.store
    const [row] = await read.select().from(read.t.twoPersonRequests).where(eq(read.t.twoPersonRequests.id, id))
    expect((row?.endsAt ?? 0) - (row?.requestedAt ?? 0)).toBe(24 * HOUR)
    const before = await ask(admin, `early${count}`)
    people.practice.clock.set((row?.endsAt ?? 0) - 4 * MINUTE)
    officer = await people.sit(`privacy${count}`)
    expect((await people.approve(officer, before)).status).toBe(200)
    people.practice.clock.set(row?.endsAt ?? 0)
    officer = await people.sit(`privacy${count}`)
    expect(await stateOf(id)).toBe('expired')
    expect((await people.approve(officer, id)).body.code).toBe('REQUEST_EXPIRED')
    await officer.post('/api/test/clock', { advanceMinutes: 61 })
    officer = await people.sit(`privacy${count}`)
    expect((await people.act(officer, path(id, '/approve'), {}, 2)).body.code).toBe('REQUEST_EXPIRED')
    expect(await people.idOf(`new${count}`)).toBe('')
    admin = await people.sit(`admin${count}`)
    expect(await ask()).toEqual(expect.any(String))
  })

  test('AZ-06: the asker lost the right or was disabled: the request is dead', async () => {
    const id = await ask()
    await give(`admin${count}`, ['manager'])
    expect((await people.approve(officer, id)).body.code).toBe('REQUESTER_LOST_RIGHT')
    expect(await stateOf(id)).toBe('dead')
    const other = await people.sit('admin13')
    const next = await ask(other, `more${count}`)
    await people.practice.app.store.tx(async (w) => { await w.update(w.t.staff).set({ status: 'disabled' }).where(eq(w.t.staff.userName, 'admin13')) })
    expect((await people.approve(officer, next)).body.code).toBe('REQUESTER_LOST_RIGHT')
    expect(await people.idOf(`more${count}`)).toBe('')
  })

  test('AZ-05: an approver who lost the role between looking and pressing is refused', async () => {
    const id = await ask()
    expect(await stateOf(id)).toBe('open')
    await give(`privacy${count}`, ['manager'])
    expect((await people.approve(officer, id)).status).toBe(404)
    expect((await officer.get(path(id))).status).toBe(404)
  })

  test('a no has a reason; the asker reads who and why, and may take a request back', async () => {
    const id = await ask()
    expect((await officer.post(path(id, '/decline'), {}, { version: 1 })).status).toBe(422)
    expect((await officer.post(path(id, '/decline'), { reason: 'no desk is free' }, { version: 1 })).body).toEqual({ id, state: 'declined' })
    expect((await admin.get<Line>(path(id))).body).toMatchObject({ state: 'declined', decidedBy: { name: `Privacy ${count}` }, decisionReason: 'no desk is free' })
    expect((await people.approve(officer, id)).body.code).toBe('REQUEST_DECIDED')
    const next = await ask()
    expect((await officer.post(path(next, '/withdraw'))).status).toBe(404)
    expect((await admin.post(path(next, '/withdraw'))).body).toEqual({ id: next, state: 'withdrawn' })
    expect((await people.approve(officer, next)).body.code).toBe('REQUEST_DECIDED')
  })
})

describe('the inbox', () => {
  test('shows what one asked for and what one’s role decides, and nothing else is there', async () => {
    const id = await ask()
    const colleague = await people.sit('admin12')
    const manager = await people.sit('manager12')
    const seen = async (browser: Browser) => (await browser.get<Line[]>('/api/two-person-requests?filter={"state":"open"}')).body.find((line) => line.id === id)
    expect(await seen(admin)).toMatchObject({ mine: true, mayDecide: false })
    expect(await seen(officer)).toMatchObject({ mine: false, mayDecide: true })
    for (const other of [colleague, manager]) {
      expect(await seen(other)).toBeUndefined()
      expect((await other.get(path(id))).status).toBe(404)
    }
    const total = (await officer.get('/api/two-person-requests?range=[0,0]')).headers.get('content-range')
    expect(total).toMatch(/^two-person-requests 0-0\/\d+$/)
  })

  test('both the asking and the decision are on record, with the reason', async () => {
    const id = await ask()
    await people.approve(officer, id)
    const { read } = people.practice.app.store
    const rows = await read.select().from(read.t.auditEvents).where(and(eq(read.t.auditEvents.objectId, id), eq(read.t.auditEvents.outcome, 'success'))).orderBy(asc(read.t.auditEvents.seq))
    expect(rows.map((row) => [row.event, row.detail])).toEqual([
      ['two-person.asked', '{"action":"staff.invite","reason":"starts on Monday"}'],
      ['session.step-up', '{"action":"two-person.approve"}'],
      ['two-person.decided', `{"action":"staff.invite","decision":"approved","requestedBy":"${await people.idOf(`admin${count}`)}"}`],
    ])
  })
})
