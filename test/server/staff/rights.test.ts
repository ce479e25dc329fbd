import { and, eq, inArray } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { openBrowser, signIn, type Browser } from '#test/server/auth/browser.ts'
import { openPeople, type People } from '#test/server/staff/people.ts'

let people: People
let admin: Browser
let officer: Browser
let number = 0
/** Each test has an administrator and an officer of its own who have just sat down, and leaves them. */
beforeEach(async () => {
  people ??= await openPeople()
  number = (number % 10) + 1
  admin = await people.sit(`admin${number}`)
  officer = await people.sit(`privacy${number}`)
})
afterAll(() => people.stop())

const isIn = async (browser: Browser) => (await browser.get('/api/account/sessions')).status === 200
const versionOf = async (id: string) => (await admin.get<{ version: number }>(`/api/staff/${id}`)).body.version
const askRoles = async (asker: Browser, id: string, roles: string[], more: object = {}) =>
  people.act(asker, `/api/staff/${id}/change-roles`, { roles, reason: 'changes desks', ...more }, await versionOf(id))
const onlyActive = async (role: string, keep: string[]) => people.practice.app.store.tx(async (w) => {
  const { staff, staffRoles } = w.t
  const holders = await w.select({ id: staff.id, userName: staff.userName }).from(staff).innerJoin(staffRoles, eq(staffRoles.staffId, staff.id)).where(eq(staffRoles.role, role))
  const others = holders.filter((one) => !keep.includes(one.userName)).map((one) => one.id)
  await w.update(staff).set({ status: 'disabled' }).where(inArray(staff.id, others))
  return async () => people.practice.app.store.tx(async (again) => {
    await again.update(again.t.staff).set({ status: 'active' }).where(and(inArray(again.t.staff.id, others)))
  })
})

describe('changing roles', () => {
  test('AU-11, AZ-06: takes two; the person’s sessions end, and the next request has the new rights only', async () => {
    const person = await people.sit('manager1')
    const id = await people.idOf('manager1')
    expect((await person.get('/api/staff')).status).toBe(200)
    const asked = await askRoles(admin, id, ['front-desk'])
    expect(asked.body.state).toBe('open')
    expect((await person.get('/api/staff')).status).toBe(200)
    const shown = (await officer.get<{ effect: { text: string }[] }>(`/api/two-person-requests/${asked.body.requestId}`, { 'Accept-Language': 'es' })).body.effect
    expect(shown.map((line) => line.text)).toEqual([
      'Ahora Manager 1 tiene: gerencia.', 'Después Manager 1 tiene: recepción.', 'Todas las sesiones de Manager 1 terminan al instante.',
    ])
    await people.approve(officer, asked.body.requestId)
    expect(await isIn(person)).toBe(false)
    const again = await people.sit('manager1')
    expect((await again.get('/api/staff')).status).toBe(403)
    expect(await people.eventsOf(id)).toContain('staff.roles-changed')
  })

  test('AU-12: a stolen cookie of an administrator cannot even ask', async () => {
    const id = await people.idOf('manager2')
    const reply = await admin.post(`/api/staff/${id}/change-roles`, { roles: ['administrator'], reason: 'because' }, { version: 1 })
    expect([reply.status, reply.body.stepUp]).toEqual([403, { action: 'staff.change-roles', objectId: id }])
  })

  test('AZ-07: nobody asks for their own roles, and nobody approves a change to them', async () => {
    const own = await people.idOf(`admin${number}`)
    expect((await askRoles(admin, own, ['administrator', 'privacy-officer'])).body.code).toBe('OWN_RIGHTS')
    const asked = await askRoles(admin, await people.idOf(`privacy${number}`), ['privacy-officer', 'manager'])
    expect((await people.approve(officer, asked.body.requestId)).body.code).toBe('OWN_RIGHTS')
    const list = (await officer.get<{ id: string; mayDecide: boolean }[]>('/api/two-person-requests?filter={"state":"open"}')).body
    expect(list.find((one) => one.id === asked.body.requestId)?.mayDecide).toBe(false)
  })

  test('AZ-07: the last administrator and the last privacy officer keep their role', async () => {
    const restore = await onlyActive('administrator', [`admin${number}`, 'admin12'])
    const other = await people.idOf('admin12')
    const asked = await askRoles(admin, other, ['front-desk'])
    await people.approve(officer, asked.body.requestId)
    expect((await officer.post(`/api/staff/${await people.idOf(`admin${number}`)}/disable`, { reason: 'leaves today' })).body.code).toBe('LAST_ADMINISTRATOR')
    await restore()
    const back = await onlyActive('privacy-officer', [`privacy${number}`])
    expect((await admin.post(`/api/staff/${await people.idOf(`privacy${number}`)}/disable`, { reason: 'leaves today' })).body.code).toBe('LAST_PRIVACY_OFFICER')
    expect((await askRoles(admin, await people.idOf(`privacy${number}`), ['manager'])).body.code).toBe('LAST_PRIVACY_OFFICER')
    await back()
  })

  test('CC-01: the asker says which roles they saw; roles changed meanwhile end the request', async () => {
    const id = await people.idOf('manager3')
    const stale = await people.act(admin, `/api/staff/${id}/change-roles`, { roles: ['helpline'], reason: 'changes desks' }, 99)
    expect(stale.status).toBe(412)
    const asked = await askRoles(admin, id, ['helpline'])
    await people.practice.app.store.tx(async (w) => { await w.insert(w.t.staffRoles).values({ staffId: id, role: 'administrator' }) })
    expect((await people.approve(officer, asked.body.requestId)).body.code).toBe('REQUEST_OVERTAKEN')
    const { read } = people.practice.app.store
    expect((await read.select().from(read.t.staffRoles).where(eq(read.t.staffRoles.staffId, id))).map((row) => row.role).toSorted()).toEqual(['administrator', 'manager'])
  })

  test('a clinician is prescriber or clinical staff; the same roles again are nothing to ask for', async () => {
    const id = await people.idOf('clinician1')
    expect((await askRoles(admin, id, ['clinician'])).body.code).toBe('CLINICIAN_KIND_NEEDED')
    expect((await askRoles(admin, id, ['clinician'], { clinicianKind: 'prescriber' })).body.code).toBe('ALREADY_DONE')
    const asked = await askRoles(admin, id, ['clinician'], { clinicianKind: 'clinical-staff' })
    expect((await people.approve(officer, asked.body.requestId)).body.state).toBe('approved')
    expect((await admin.get(`/api/staff/${id}`)).body.clinicianKind).toBe('clinical-staff')
  })
})

describe('taking access away', () => {
  test('AU-11: one administrator disables a leaver at once, without a version; sessions, links and open requests end', async () => {
    const leaver = await people.sit('admin13')
    const id = await people.idOf('admin13')
    const asked = await people.act(leaver, '/api/staff/invite', { userName: `friend${number}`, name: 'A Friend', email: `friend${number}@example.org`, roles: ['manager'], reason: 'helps out' })
    expect(asked.body.state).toBe('open')
    expect((await admin.post(`/api/staff/${id}/disable`)).body.code).toBe('REASON_NEEDED')
    const reply = await admin.post(`/api/staff/${id}/disable`, { reason: 'left the practice' })
    expect(reply.body).toEqual({ sessionsEnded: 1 })
    expect(await isIn(leaver)).toBe(false)
    expect((await signIn(openBrowser(people.practice.origin), 'admin13', people.practice.clock.now())).status).toBe(401)
    expect((await people.approve(officer, asked.body.requestId)).body.code).toBe('REQUEST_DECIDED')
    expect((await officer.get(`/api/two-person-requests/${asked.body.requestId}`)).body.state).toBe('dead')
    expect((await admin.post(`/api/staff/${id}/disable`, { reason: 'left the practice' })).body.code).toBe('ALREADY_DONE')
    expect((await people.eventsOf(id)).filter((event) => event === 'staff.disabled')).toHaveLength(1)
  })

  test('AU-11: a privacy officer may as well; nobody disables themselves; a manager cannot', async () => {
    expect((await officer.post(`/api/staff/${await people.idOf('frontdesk13')}/disable`, { reason: 'reads charts of neighbours' })).status).toBe(200)
    expect((await admin.post(`/api/staff/${await people.idOf(`admin${number}`)}/disable`, { reason: 'tired of it' })).body.code).toBe('OWN_RIGHTS')
    const manager = await people.sit('manager4')
    expect((await manager.post(`/api/staff/${await people.idOf('frontdesk12')}/disable`, { reason: 'tired of them' })).status).toBe(403)
  })

  test('giving it back takes two', async () => {
    const id = await people.idOf('frontdesk12')
    await admin.post(`/api/staff/${id}/disable`, { reason: 'long leave' })
    const asked = await people.act(admin, `/api/staff/${id}/enable`, { reason: 'is back' })
    expect((await admin.get(`/api/staff/${id}`)).body.status).toBe('disabled')
    expect((await people.approve(officer, asked.body.requestId)).body.state).toBe('approved')
    await people.sit('frontdesk12')
  })

  test('AU-11: ending somebody’s sessions leaves the account; two administrators cannot disable each other at once', async () => {
    const clerk = await people.sit('frontdesk11')
    expect((await officer.post(`/api/staff/${await people.idOf('frontdesk11')}/end-sessions`)).body).toEqual({ sessionsEnded: 1 })
    expect(await isIn(clerk)).toBe(false)
    const other = await people.sit('admin11')
    const restore = await onlyActive('administrator', [`admin${number}`, 'admin11'])
    const [mine, theirs] = [await people.idOf(`admin${number}`), await people.idOf('admin11')]
    const replies = await Promise.all([
      admin.post(`/api/staff/${theirs}/disable`, { reason: 'a race' }), other.post(`/api/staff/${mine}/disable`, { reason: 'a race' }),
    ])
    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1)
    const { read } = people.practice.app.store
    const left = await read.select().from(read.t.staff).where(and(inArray(read.t.staff.id, [mine, theirs]), eq(read.t.staff.status, 'active')))
    expect(left).toHaveLength(1)
    await restore()
    await people.practice.app.store.tx(async (w) => { await w.update(w.t.staff).set({ status: 'active' }).where(inArray(w.t.staff.id, [mine, theirs])) })
  })
})

describe('the list of staff', () => {
  test('is read by those who look after people, page by page, and each reading is on record', async () => {
    const reply = await admin.get<{ userName: string }[]>('/api/staff?sort=["userName","ASC"]&range=[0,2]&filter={"role":"helpline"}')
    expect(reply.body.map((line) => line.userName)).toEqual(['helpline1', 'helpline10', 'helpline11'])
    expect(reply.headers.get('content-range')).toBe('staff 0-2/13')
    expect((await admin.get<{ userName: string }[]>('/api/staff?filter={"q":"Privacy 1"}')).body.map((line) => line.userName)).toContain('privacy11')
    expect((await admin.get('/api/staff?sort=["passwordHash","ASC"]')).status).toBe(422)
    expect((await admin.get('/api/staff?filter={"role":"helpline","x":1}')).status).toBe(422)
    const clerk = await people.sit('frontdesk10')
    expect((await clerk.get('/api/staff')).status).toBe(403)
  })

  test('sites of a person are changed by an administrator alone, against the version that was seen', async () => {
    const id = await people.idOf('frontdesk9')
    const sites = (await admin.get<{ id: string }[]>('/api/sites')).body.map((site) => site.id)
    const version = await versionOf(id)
    const reply = await admin.post(`/api/staff/${id}/change-sites`, { siteIds: sites, homeSiteId: sites[2] }, { version })
    expect(reply.body).toEqual({ id, version: version + 1 })
    expect((await admin.get(`/api/staff/${id}`)).body).toMatchObject({ homeSiteId: sites[2], siteIds: sites.toSorted() })
    expect((await admin.post(`/api/staff/${id}/change-sites`, { siteIds: [] }, { version })).status).toBe(412)
    expect((await admin.post(`/api/staff/${id}/change-sites`, { siteIds: ['nowhere'] }, { version: version + 1 })).body.code).toBe('SITE_UNKNOWN')
  })
})
