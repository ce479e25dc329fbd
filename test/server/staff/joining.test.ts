import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DAY, HOUR } from '#domain/time.ts'
import { codeAt, openBrowser, signIn, statusesOf, type Browser } from '#test/server/auth/browser.ts'
import { openPeople, type People } from '#test/server/staff/people.ts'

let people: People
let admin: Browser
let officer: Browser
beforeAll(async () => {
  people = await openPeople()
  admin = await people.sit('admin1')
  officer = await people.sit('privacy1')
})
afterAll(() => people.stop())

const now = () => people.practice.clock.now()
const stranger = () => openBrowser(people.practice.origin)
const plan = (userName: string, more: object = {}) => ({
  userName, name: 'Nora New', email: `${userName.toLowerCase()}@example.org`, roles: ['front-desk', 'helpline'], reason: 'starts on Monday', ...more,
})
/** Both administrators' and officers' part of an invitation; the link's token comes from the mail. */
const invite = async (userName: string): Promise<string> => {
  const asked = await people.act(admin, '/api/staff/invite', plan(userName))
  expect((await people.approve(officer, asked.body.requestId)).body.state).toBe('approved')
  return people.tokenFor(`${userName}@example.org`)
}
type Totp = { totp: { secret: string }; code?: string }
type Joined = { session: { staff: { userName: string; roles: string[] } }; recoveryCodes: string[]; code?: string }
const redeem = (browser: Browser, token: string, password: string, more: object = {}) =>
  browser.post<Totp & { errors?: Record<string, string> }>('/api/staff-invitations/redeem', { token, password, ...more })
const confirm = (browser: Browser, secret: string) => browser.post<Joined>('/api/staff-invitations/confirm', { code: codeAt(now(), 0, secret) })

describe('a new member of staff', () => {
  test('is asked for by one and made by another: nobody, no link and no mail before', async () => {
    const asked = await people.act(admin, '/api/staff/invite', plan('Nora'))
    expect(asked.body.state).toBe('open')
    expect(await people.idOf('nora')).toBe('')
    const lines = (await officer.get<{ effect: { text: string }[] }>(`/api/two-person-requests/${asked.body.requestId}`)).body.effect
    expect(lines.map((line) => line.text)).toEqual([
      'Nora New gets an account with the user name nora.', 'Its roles: front desk, helpline.',
      'A mail to nora@example.org carries a link that works once, within 24 hours.',
    ])
    expect((await people.approve(officer, asked.body.requestId)).status).toBe(200)
    const id = await people.idOf('nora')
    expect(await people.eventsOf(id)).toEqual(['mail.queued', 'staff.invited'])
    expect((await officer.get(`/api/staff/${id}`)).body).toMatchObject({ status: 'invited', invitation: { purpose: 'join' }, hasSecondFactor: false })
  })

  test('ID-04: neither token nor its mark stands in an answer or a row; looking at the page uses nothing up', async () => {
    const token = await invite('oscar')
    const { read } = people.practice.app.store
    const rows = JSON.stringify([
      await read.select().from(read.t.staffInvitations), await read.select().from(read.t.outboxMails),
      await read.select().from(read.t.idempotencyKeys), await read.select().from(read.t.auditEvents), await read.select().from(read.t.twoPersonRequests),
    ])
    expect([token.length > 40, rows.includes(token), rows.includes(token.slice(-32))]).toEqual([true, false, false])
    for (let looks = 0; looks < 3; looks += 1) {
      expect((await stranger().post('/api/staff-invitations/open', { token })).body).toMatchObject({ userName: 'oscar', purpose: 'join' })
    }
  })

  test('AU-02, AU-03: chooses a password, sets up a second factor, is shown recovery codes once, and is in', async () => {
    const token = await invite('priya')
    const browser = stranger()
    expect((await redeem(browser, token, 'password1')).body.errors?.password).toContain('guessed first')
    const { totp } = (await redeem(browser, token, 'a quiet red kettle')).body
    expect((await browser.get('/api/session')).body.session).toBeNull()
    expect((await browser.post('/api/staff-invitations/confirm', { code: '000000' })).status).toBe(422)
    const joined = await confirm(browser, totp.secret)
    expect(joined.body.session.staff).toMatchObject({ userName: 'priya', roles: ['front-desk', 'helpline'] })
    expect(joined.body.recoveryCodes).toHaveLength(10)
    expect((await redeem(stranger(), token, 'a quiet red kettle')).body.code).toBe('LINK_CLOSED')
    expect((await confirm(browser, totp.secret)).status).toBe(401)
    const id = await people.idOf('priya')
    expect(await people.eventsOf(id)).toEqual(expect.arrayContaining(['staff.invited', 'staff.joined', 'session.signed-in']))
    people.practice.clock.advance(HOUR)
    const again = stranger()
    await again.post('/api/session', { userName: 'priya', password: 'a quiet red kettle' })
    expect((await again.post('/api/session/second-factor', { code: codeAt(now(), 0, totp.secret) })).status).toBe(200)
  })

  test('ID-05: of two browsers with one link one joins', async () => {
    admin = await people.sit('admin1')
    officer = await people.sit('privacy1')
    const token = await invite('quentin')
    const pair = [stranger(), stranger()]
    const secrets = await Promise.all(pair.map(async (one, at) => (await redeem(one, token, `a quiet red kettle ${at}`)).body.totp.secret))
    const replies = await Promise.all(pair.map((one, at) => confirm(one, secrets[at] ?? '')))
    expect(statusesOf(replies)).toEqual([200, 409])
  })

  test('ID-05: a new link ends the older one; a day ends any; a forged, foreign or cut one opens nothing', async () => {
    const token = await invite('rosa')
    const id = await people.idOf('rosa')
    const half = stranger()
    const { totp } = (await redeem(half, token, 'a quiet red kettle')).body
    expect((await admin.post(`/api/staff/${id}/resend-invitation`)).status).toBe(200)
    const next = await people.tokenFor('rosa@example.org')
    expect(next).not.toBe(token)
    expect((await confirm(half, totp.secret)).body.code).toBe('LINK_CLOSED')
    for (const wrong of [token, next.slice(0, -1), next.slice(0, -1) + (next.endsWith('A') ? 'B' : 'A'), 'x'.repeat(60)]) {
      expect([wrong, (await stranger().post('/api/staff-invitations/open', { token: wrong })).status]).toEqual([wrong, 409])
    }
    people.practice.clock.advance(DAY)
    expect((await redeem(stranger(), next, 'a quiet red kettle')).body.code).toBe('LINK_CLOSED')
    admin = await people.sit('admin1')
    officer = await people.sit('privacy1')
    expect((await admin.post(`/api/staff/${id}/resend-invitation`)).status).toBe(200)
    expect((await redeem(stranger(), await people.tokenFor('rosa@example.org'), 'a quiet red kettle')).status).toBe(200)
  })

  test('AU-01: a name, an address or an NPI belongs to one person; a clinician has a kind', async () => {
    const tries = [
      [plan('frontdesk2'), 'USER_NAME_TAKEN'], [plan('sam', { email: 'FrontDesk2@example.org' }), 'EMAIL_TAKEN'],
      [plan('sam', { roles: ['clinician'] }), 'CLINICIAN_KIND_NEEDED'], [plan('sam', { clinicianKind: 'prescriber' }), 'CLINICIAN_KIND_NEEDED'],
      [plan('sam', { siteIds: ['nowhere'] }), 'SITE_UNKNOWN'],
    ] as const
    for (const [body, code] of tries) expect((await people.act(admin, '/api/staff/invite', body)).body.code).toBe(code)
  })

  test('an invitation is asked for once; what was taken meanwhile ends the request', async () => {
    const first = await people.act(admin, '/api/staff/invite', plan('tess'))
    expect((await people.act(await people.sit('admin2'), '/api/staff/invite', plan('tess'))).body.code).toBe('TWO_PERSON_OPEN')
    await people.practice.app.store.tx(async (w) => {
      await w.update(w.t.staff).set({ userName: 'tess' }).where(eq(w.t.staff.userName, 'oscar'))
    })
    officer = await people.sit('privacy1')
    expect((await people.approve(officer, first.body.requestId)).body.code).toBe('USER_NAME_TAKEN')
    expect((await officer.get(`/api/two-person-requests/${first.body.requestId}`)).body.state).toBe('dead')
  })
})

describe('a lost second factor or password (AU-14)', () => {
  const ask = async (path: string, more: object = {}) => {
    const asked = await people.act(admin, path, { reason: 'phone fell into the river', ...more })
    expect((await people.approve(officer, asked.body.requestId)).body.state).toBe('approved')
  }
  beforeAll(async () => {
    admin = await people.sit('admin1')
    officer = await people.sit('privacy1')
  })

  test('AU-14: two persons reset the factor; the person sets up a new one with the password; sessions and codes end', async () => {
    const person = await people.sit('helpline1')
    const id = await people.idOf('helpline1')
    await ask(`/api/staff/${id}/reset-second-factor`)
    expect((await person.get('/api/account/sessions')).status).toBe(401)
    expect((await signIn(stranger(), 'helpline1', now())).body).toMatchObject({ code: 'SIGN_IN_REFUSED' })
    const token = await people.tokenFor('helpline1@example.org')
    const browser = stranger()
    expect((await redeem(browser, token, 'not the password at all')).body.errors).toHaveProperty('password')
    const { totp } = (await redeem(browser, token, 'maple harbor test desk 42')).body
    expect((await confirm(browser, totp.secret)).body.session.staff.userName).toBe('helpline1')
    expect(await people.eventsOf(id)).toEqual(expect.arrayContaining(['staff.second-factor-reset', 'staff.second-factor-set']))
  })

  test('ID-05: five wrong passwords end the link', async () => {
    await ask(`/api/staff/${await people.idOf('helpline2')}/reset-second-factor`)
    const token = await people.tokenFor('helpline2@example.org')
    for (let at = 0; at < 5; at += 1) expect((await redeem(stranger(), token, `not the password ${at}`)).status).toBe(422)
    expect((await redeem(stranger(), token, 'maple harbor test desk 42')).body.code).toBe('LINK_CLOSED')
  })

  test('AU-14: a forgotten password is chosen anew by the person, who still has the factor', async () => {
    await ask(`/api/staff/${await people.idOf('helpline3')}/reset-password`)
    expect((await signIn(stranger(), 'helpline3', now())).status).toBe(401)
    const token = await people.tokenFor('helpline3@example.org')
    expect((await redeem(stranger(), token, 'a long brown bread')).status).toBe(422)
    expect((await redeem(stranger(), token, 'a long brown bread', { code: '000000' })).status).toBe(422)
    expect((await redeem(stranger(), token, 'a long brown bread', { code: codeAt(now()) })).body).toEqual({ next: 'sign-in' })
    await people.sit('helpline3', 'a long brown bread')
  })

  test('AU-14: both lost, both are set up anew', async () => {
    await ask(`/api/staff/${await people.idOf('helpline4')}/reset-password`, { alsoSecondFactor: true })
    const browser = stranger()
    const { totp } = (await redeem(browser, await people.tokenFor('helpline4@example.org'), 'a long brown bread')).body
    expect((await confirm(browser, totp.secret)).status).toBe(200)
  })

  test('AU-14: nobody on the helpline, at the desk, no clinician and no manager can ask for it, and no one sees or sets a secret', async () => {
    const id = await people.idOf('helpline5')
    for (const userName of ['helpline6', 'frontdesk6', 'clinician6', 'manager6']) {
      const desk = await people.sit(userName)
      for (const act of ['reset-second-factor', 'reset-password']) {
        expect([userName, act, (await desk.post(`/api/staff/${id}/${act}`, { reason: 'asked by phone' })).status]).toEqual([userName, act, 403])
      }
    }
    admin = await people.sit('admin1')
    const record = JSON.stringify((await admin.get(`/api/staff/${id}`)).body)
    expect(record).not.toMatch(/hash|argon|totpSealed|secret"/i)
    for (const field of ['password', 'passwordHash', 'totpSealed']) {
      expect((await people.act(admin, `/api/staff/${id}/reset-password`, { reason: 'forgot it', [field]: 'chosen by the administrator' })).status).toBe(422)
    }
  })
})
