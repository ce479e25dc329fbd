import { afterAll, beforeAll, expect, test } from 'vitest'
import { statusesOf, type Browser } from '#test/server/auth/browser.ts'
import { openPeople, type People } from '#test/server/staff/people.ts'

let people: People
let admin: Browser
beforeAll(async () => {
  people = await openPeople()
  admin = await people.sit('admin1')
})
afterAll(() => people.stop())

type Site = { id: string; name: string; version: number; retired: boolean; code?: string }
const plan = { name: 'River Road', timeZone: 'America/New_York', jurisdiction: 'NJ', phone: '973-555-0199' }

test('an administrator makes a site, changes it against the version seen, and retires it', async () => {
  const made = (await admin.post<Site>('/api/sites', plan)).body
  expect(made).toMatchObject({ ...plan, retired: false, version: 1 })
  const changed = await admin.post<Site>(`/api/sites/${made.id}/change`, { ...plan, name: 'River Road North' }, { version: 1 })
  expect([changed.body.name, changed.headers.get('etag')]).toEqual(['River Road North', '"2"'])
  const stale = await admin.post<{ current: Site }>(`/api/sites/${made.id}/change`, plan, { version: 1 })
  expect([stale.status, stale.body.current.name]).toEqual([412, 'River Road North'])
  expect((await admin.post<Site>(`/api/sites/${made.id}/retire`, {}, { version: 2 })).body).toMatchObject({ retired: true, version: 3 })
  expect((await admin.post<Site>(`/api/sites/${made.id}/retire`, {}, { version: 3 })).body.code).toBe('ALREADY_DONE')
  expect(await people.eventsOf(made.id)).toEqual(['site.changed', 'site.changed', 'site.changed'])
})

test('two sites have two names; a zone and a state are ones that exist', async () => {
  expect((await admin.post<Site>('/api/sites', { ...plan, name: 'Hudson Street' })).body.code).toBe('SITE_NAME_TAKEN')
  expect((await admin.post('/api/sites', { ...plan, timeZone: 'Mars/Olympus' })).status).toBe(422)
  expect((await admin.post('/api/sites', { ...plan, jurisdiction: 'New Jersey' })).status).toBe(422)
  expect((await admin.post('/api/sites', { ...plan, id: 'mine' })).status).toBe(422)
})

test('everybody reads the sites in pages, only an administrator changes them', async () => {
  const clerk = await people.sit('frontdesk1')
  const list = await clerk.get<Site[]>('/api/sites?sort=["name","DESC"]&range=[0,1]&filter={"retired":false}')
  expect(list.headers.get('content-range')).toMatch(/^sites 0-1\/\d+$/)
  expect(list.body[0]?.name.localeCompare(list.body[1]?.name ?? '')).toBe(1)
  const site = list.body[0]
  expect((await clerk.get<Site>(`/api/sites/${site?.id}`)).body).toEqual(site)
  for (const act of ['change', 'retire']) expect((await clerk.post(`/api/sites/${site?.id}/${act}`, plan, { version: 1 })).status).toBe(403)
})

test('of two changes at once to one version, one is made', async () => {
  const made = (await admin.post<Site>('/api/sites', { ...plan, name: 'Two Desks' })).body
  const replies = await Promise.all(['One', 'Two', 'Three'].map((name) => admin.post(`/api/sites/${made.id}/change`, { ...plan, name: `${name} Desk` }, { version: 1 })))
  expect(statusesOf(replies)).toEqual([200, 412, 412])
})
