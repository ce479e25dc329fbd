import { and, desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actions, actionTable, cellFor, cellOf, type Action } from '#domain/actions.ts'
import { roles, type Role } from '#domain/roles.ts'
import { routes } from '#server/routes.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'

const userNames: Record<Role, string> = {
  'front-desk': 'frontdesk9', helpline: 'helpline9', clinician: 'clinician9', manager: 'manager9',
  'privacy-officer': 'privacy9', administrator: 'admin9',
}

let practice: TestPractice
const desks = new Map<Role, Desk>()
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '100000' })
  for (const role of roles) desks.set(role, await practice.as(userNames[role]))
})
afterAll(() => practice.stop())

/** Knocks at a route with an id that nobody has and an empty body. */
function knock(desk: Desk, path: string) {
  const [method, pattern] = path.split(' ') as [string, string]
  const at = pattern.replace(/:\w+/g, 'nobody-has-this')
  return method === 'GET' ? desk.get(at) : desk.post(at, {})
}

async function lastRefusal(actorId: string) {
  const { store } = practice.app
  const { auditEvents: e } = store.read.t
  const [row] = await store.read.select().from(e).where(and(eq(e.actorId, actorId), eq(e.event, 'access.refused'))).orderBy(desc(e.seq)).limit(1)
  return row
}

describe.each(routes.map((route) => ({ path: route.path, action: route.action })))('$path', ({ path, action }) => {
  test('a stranger gets 401 and the refusal is in the audit', async () => {
    const reply = await knock(practice.nobody(), path)
    expect(reply.status).toBe(401)
    const row = await lastRefusal('anonymous')
    expect(JSON.parse(row?.detail ?? '{}')).toEqual({ route: path, action })
  })

  test.each(roles)('%s: as the table says', async (role) => {
    const desk = desks.get(role)
    if (!desk) throw new Error('no such desk')
    const reply = await knock(desk, path)
    const body = reply.body as { code?: string }
    const closed = ['-', 'approve'].includes(cellOf(action, role))
    expect([path, role, body.code === 'ROLE_MAY_NOT']).toEqual([path, role, closed])
    if (!closed) {
      expect([path, role, reply.status]).not.toEqual([path, role, 401])
      return
    }
    expect(reply.status).toBe(403)
    const row = await lastRefusal(desk.staffId ?? '')
    expect(row).toMatchObject({ outcome: 'refused', reasonCode: 'ROLE_MAY_NOT' })
    expect(JSON.parse(row?.detail ?? '{}')).toEqual({ route: path, action })
  })
})

test.each(roles)('what %s is told it may is the table’s column, for every action there is', async (role) => {
  const answer = await desks.get(role)?.get<{ session: { may: Record<Action, string> } }>('/api/session')
  expect(answer?.body.session.may).toEqual(Object.fromEntries(actions.map((action) => [action, cellFor(action, [role])])))
})

test('no role may alter the audit or run a backup from the console', () => {
  for (const action of ['audit.alter', 'backup.run'] as const) expect(new Set(actionTable[action].cells)).toEqual(new Set(['-']))
})

test('AZ-04: no route changes a record by PUT, PATCH or DELETE, and overriding the method does not help', async () => {
  const admin = desks.get('administrator')
  for (const method of ['PUT', 'PATCH', 'DELETE']) {
    const reply = await fetch(`${practice.origin}/api/sites/x`, { method, headers: { Cookie: admin?.cookie ?? '', Origin: practice.origin } })
    expect([method, reply.status]).toEqual([method, 404])
    const tunnelled = await fetch(`${practice.origin}/api/sites/x`, { headers: { Cookie: admin?.cookie ?? '', 'X-HTTP-Method-Override': method } })
    expect(tunnelled.status).not.toBe(200)
  }
})
