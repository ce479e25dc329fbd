import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { noteInput } from '#client/layout/activity.ts'
import { dataProvider } from '#client/layout/data-provider.ts'
import { callServer, speak } from '#client/layout/server.ts'
import { leave, takeAnswer } from '#client/layout/session.ts'
import { Refused, Unreachable } from '#client/ui/refused.ts'
import { SECOND } from '#domain/time.ts'
import { buildSession } from '#test/client/support/build-session.ts'
import { fakeServer, list, problem } from '#test/client/support/fake-server.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  takeAnswer(buildSession())
})
afterEach(() => {
  leave(null)
  speak('en')
  vi.useRealTimers()
})

test('a command says whose session it is, that a person acted, which act it is and which version it saw', async () => {
  const server = fakeServer({ 'POST /staff/1/disable': {} })
  await dataProvider.command({ path: '/staff/1/disable', body: { reason: 'left' }, version: 7 }, { key: 'k-1', stepUp: 'proof' })
  expect(server.asked[0]?.headers).toMatchObject({
    'X-CSRF-Token': 'csrf-of-rosa', 'X-Activity': '1', 'Idempotency-Key': 'k-1', 'If-Match': '"7"', 'Step-Up': 'proof', 'Accept-Language': 'en',
  })
})

test('a read that a timer made does not keep a dead desk signed in; one after a key press does', async () => {
  const server = fakeServer({ 'GET /jobs': { body: [] } })
  vi.setSystemTime(Date.now() + 60 * SECOND)
  await callServer('/jobs')
  noteInput()
  await callServer('/jobs')
  expect(server.asked.map(({ headers }) => headers['X-Activity'])).toEqual([undefined, '1'])
})

test('a search for patients leaves nothing of it in the address', async () => {
  const server = fakeServer({ 'POST /patients/search': { body: { rows: [{ id: 'p1' }], more: true, total: null } } })
  const found = await dataProvider.getList('patients', { filter: { text: 'green 3/1' }, pagination: { page: 1, perPage: 50 } })
  expect(server.asked[0]).toMatchObject({ path: '/patients/search', body: { text: 'green 3/1', limit: 50 } })
  expect(server.asked[0]?.headers['Idempotency-Key']).toBeUndefined()
  expect([found.pageInfo?.hasNextPage, (found.meta as { more: boolean }).more, found.total]).toEqual([false, true, undefined])
})

test('the next page begins after the last row of the page before, also when that page was never shown here', async () => {
  const pages: Record<string, string[]> = { '': ['a', 'b'], b: ['c', 'd'], d: ['e'] }
  const server = fakeServer({
    'POST /patients/search': ({ body }) => {
      const { after = '' } = body as { after?: string }
      return { body: { rows: (pages[after] ?? []).map((id) => ({ id })), more: after !== 'd', total: 5 } }
    },
  })
  const third = await dataProvider.getList('patients', { filter: { text: '', siteId: 's' }, pagination: { page: 3, perPage: 2 } })
  expect(third.data).toEqual([{ id: 'e' }])
  expect(server.asked).toHaveLength(3)
})

test('a plain list is read as react-admin’s simple REST reads it', async () => {
  const server = fakeServer({ 'GET /sites': list('sites', [{ id: 's1' }, { id: 's2' }]) })
  const sites = await dataProvider.getList('sites', { filter: {}, sort: { field: 'name', order: 'ASC' }, pagination: { page: 1, perPage: 25 } })
  expect(sites.total).toBe(2)
  expect(decodeURIComponent(server.asked[0]?.path ?? '')).toContain('sort=["name","ASC"]')
})

test('nothing is ever changed by PUT or DELETE', async () => {
  const server = fakeServer({})
  await expect(dataProvider.update('staff', { id: '1', data: { status: 'active' }, previousData: { id: '1' } })).rejects.toThrow('commands')
  await expect(dataProvider.delete('staff', { id: '1' })).rejects.toThrow('commands')
  expect(server.asked).toEqual([])
})

test('a refusal brings the server’s sentences in the language of the screen', async () => {
  const server = fakeServer({ 'POST /x': problem(409, 'ALREADY_DONE', { errors: { name: 'Taken.' } }) })
  speak('es')
  const fault = await callServer('/x', { body: {} }).catch((error: unknown) => error)
  expect(fault).toBeInstanceOf(Refused)
  expect((fault as Refused).problem).toMatchObject({ status: 409, code: 'ALREADY_DONE', next: 'The next safe step.', requestId: '4f20c7' })
  expect((fault as Refused).body.errors).toEqual({ name: 'Taken.' })
  expect(server.asked[0]?.headers['Accept-Language']).toBe('es')
})

test('an answer that is no refusal of ours still has its number to tell', async () => {
  vi.stubGlobal('fetch', async () => new Response('<h1>Bad Gateway</h1>', { status: 502, headers: { 'X-Request-Id': 'ab12' } }))
  const fault = await callServer('/jobs').catch((error: unknown) => error)
  expect((fault as Refused).problem).toMatchObject({ status: 502, code: 'SERVER_FAULT', requestId: 'ab12' })
})

test('no answer at all is not a refusal', async () => {
  fakeServer({ 'GET /jobs': 'no line' })
  await expect(callServer('/jobs')).rejects.toBeInstanceOf(Unreachable)
})
