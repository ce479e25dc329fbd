import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallPractice, type Person, type SmallPractice } from '#test/server/http/practice-of-one-site.ts'

let practice: SmallPractice
let admin: Person
beforeAll(async () => {
  practice = await smallPractice()
  admin = await practice.person('administrator')
})
afterAll(() => practice.close())

const rename = (body: unknown, headers: Record<string, string> = {}) =>
  practice.post(admin, '/api/sites/main/rename', body, { 'If-Match': '"1"', ...headers })

test.each([
  ['a missing field', {}, 'name'],
  ['a number for a name', { name: 7 }, 'name'],
  ['a list for a name', { name: ['x'] }, 'name'],
  ['an empty name', { name: '' }, 'name'],
  ['a name of 41 letters', { name: 'x'.repeat(41) }, 'name'],
  ['a field nobody asked for', { name: 'Fine', role: 'administrator' }, 'role'],
  ['a version in the body', { name: 'Fine', version: 9 }, 'version'],
])('IN-01: %s is 422 and names the field', async (_what, body, field) => {
  const reply = await rename(body)
  expect(reply.status).toBe(422)
  expect(Object.keys(reply.body.errors as object)).toContain(field)
})

test('AZ-03: keys that reach for an object’s prototype are not taken', async () => {
  const reply = await practice.send(admin, 'POST', '/api/sites/main/rename', undefined, {})
  expect(reply.status).toBe(403)
  const raw = await fetch(`${practice.origin}/api/sites/main/rename`, {
    method: 'POST',
    headers: { Cookie: admin.cookie, Origin: practice.origin, 'Content-Type': 'application/json', 'X-CSRF-Token': admin.csrf, 'Idempotency-Key': 'proto-proto', 'If-Match': '"1"' },
    body: '{"name":"Fine","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
  })
  expect(raw.status).toBe(422)
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
})

test('IN-02: an empty body where one is needed and a repeated parameter are refused, not a fault', async () => {
  const none = await practice.send(admin, 'POST', '/api/sites/main/rename', undefined, {
    Origin: practice.origin, 'X-CSRF-Token': admin.csrf, 'Idempotency-Key': 'no-body-at-all', 'If-Match': '"1"',
  })
  expect(none.status).toBe(422)
  const clerk = await practice.person('front-desk')
  expect((await practice.send(clerk, 'GET', '/api/sites/main?a=1&a=2')).status).toBe(400)
  expect((await practice.send(clerk, 'GET', '/api/sites/main?unknown=1')).status).toBe(422)
})

test('IN-03: more than 100 kB is 413, text that is not JSON is 400, and neither changes anything', async () => {
  expect((await rename({ name: 'x'.repeat(110_000) })).status).toBe(413)
  const raw = await fetch(`${practice.origin}/api/sites/main/rename`, {
    method: 'POST', headers: { Cookie: admin.cookie, Origin: practice.origin, 'Content-Type': 'application/json', 'X-CSRF-Token': admin.csrf }, body: '{"name":',
  })
  expect(raw.status).toBe(400)
  expect(raw.headers.get('content-type')).toContain('application/problem+json')
})

test('IN-04: a refusal has one shape, a request number, and no path, statement or stack', async () => {
  const replies = [await rename({}), await practice.send(null, 'GET', '/api/nothing'), await practice.send(null, 'GET', '/api/sites/main')]
  for (const reply of replies) {
    expect(Object.keys(reply.body)).toEqual(expect.arrayContaining(['type', 'title', 'status', 'code', 'message', 'next', 'rule', 'requestId']))
    expect(reply.body.requestId).toBe(reply.headers.get('x-request-id'))
    expect(JSON.stringify(reply.body)).not.toMatch(/node_modules|\bat \/|select |insert /i)
  }
})

test('a refusal speaks Spanish to a Spanish screen', async () => {
  const reply = await practice.send(null, 'GET', '/api/sites/main', undefined, { 'Accept-Language': 'es-US' })
  expect(reply.body.message).toBe('Nadie ha iniciado sesión aquí.')
})

test('AV-03: a burst is slowed with Retry-After, and another person is not', async () => {
  const hasty = await practice.person('front-desk')
  const calm = await practice.person('front-desk')
  const replies = await Promise.all(Array.from({ length: 150 }, () => practice.send(hasty, 'GET', '/api/sites/main')))
  const slowed = replies.filter((reply) => reply.status === 429)
  expect(slowed.length).toBeGreaterThan(20)
  expect(Number(slowed[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await practice.send(calm, 'GET', '/api/sites/main')).status).toBe(200)
})

test('IN-10: every answer carries the headers that keep a browser honest', async () => {
  const reply = await practice.send(null, 'GET', '/api/nothing')
  const policy = reply.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("object-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('unsafe')
  expect(reply.headers.get('x-content-type-options')).toBe('nosniff')
  expect(reply.headers.get('referrer-policy')).toBe('no-referrer')
  expect(reply.headers.get('cache-control')).toBe('no-store')
  expect(reply.headers.get('x-powered-by')).toBeNull()
  expect(reply.headers.get('access-control-allow-origin')).toBeNull()
})

test('PH-05: only the build is served: no folder, hidden file, source or path trick', async () => {
  for (const path of ['/.env', '/.git/config', '/practice.db', '/assets/../practice.db', '/assets/%2e%2e/secrets.json', '/secrets.json', '/server/main.ts']) {
    const reply = await practice.send(null, 'GET', path)
    expect([path, reply.status]).toEqual([path, 404])
  }
})
