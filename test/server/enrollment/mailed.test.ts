import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '#domain/time.ts'
import { deliverDue } from '#server/outbox/deliver.ts'
import { mailed, readDraft } from '#test/server/enrollment/enroll.ts'
import { codeIn, mailsTo, mailWith, pathOf } from '#test/server/enrollment/mailbox.ts'
import { activate, birth, patientBrowser } from '#test/server/enrollment/patient-browser.ts'
import { buildPatient } from '#test/server/patients/people.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'
import { eventually } from '#test/support/waiting.ts'

let practice: TestPractice
let desk: Desk
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '10000' })
  desk = await practice.as('frontdesk1')
})
afterAll(() => practice.stop())

const BORN = '1990-03-22'
const phone = (language: 'en' | 'es' = 'en') => patientBrowser(practice.origin, language)

describe('an invitation by mail', () => {
  const sent = async (family: string, more: Record<string, unknown> = {}) => {
    const email = `${family.toLowerCase()}@example.org`
    const made = await buildPatient(practice, { family, birthDate: BORN, email, ...more })
    const draft = await mailed(desk, made.id)
    return { made, draft, email, mail: await mailWith(practice, email, '/p/i/') }
  }

  test('R2, R3: that portal’s own subject, a link that is no secret to keep, a fresh code, and the account is active', async () => {
    const { email, mail, draft } = await sent('Mailed')
    expect(mail.subject).toBe('You’re invited to create a Patient Portal account with Optum.')
    const browser = phone()
    expect((await browser.open(pathOf(mail))).title).toBe('Your invitation')
    expect((await browser.send({ do: 'send' })).title).toBe('Let’s check it is you')
    const code = codeIn(await mailWith(practice, email, 'Type this code'))
    expect((await activate(browser, { code, ...birth(BORN) }, 'mailed.person')).title).toBe('Your account is active')
    expect(await readDraft(desk, draft.id)).toMatchObject({ state: 'active', done: 7 })
    expect((await browser.open(pathOf(mail))).title).toBe('Your account is active')
    expect((await mailWith(practice, email, 'is active')).text).not.toContain('Mailed')
  })

  test('T8: looking at it, however often and by GET or HEAD, uses nothing up and changes nothing', async () => {
    const { mail, draft } = await sent('Scanner')
    const { store } = practice.app
    const rows = async () => JSON.stringify([await store.read.select().from(store.read.t.portalInvitations), await store.read.select().from(store.read.t.activationCodes)])
    const before = await rows()
    for (let turn = 0; turn < 3; turn++) {
      expect((await fetch(practice.origin + pathOf(mail), { method: 'HEAD' })).status).toBe(200)
      expect((await phone().open(pathOf(mail))).status).toBe(200)
      expect((await phone().open(`${pathOf(mail)}?lang=es`)).title).toBe('Su invitación')
    }
    expect(await rows()).toBe(before)
    expect((await readDraft(desk, draft.id)).invitation?.state).toBe('handed')
  })

  test('IN-09: whoever looks for the code in the mailbox for too long goes on at their own invitation, not at a desk’s page', async () => {
    const { email, mail } = await sent('Slowmail')
    const browser = phone()
    await browser.open(pathOf(mail))
    await browser.send({ do: 'send' })
    const code = codeIn(await mailWith(practice, email, 'Type this code'))
    practice.clock.advance(40 * MINUTE)
    const over = await browser.send({ code, ...birth(BORN) })
    expect([over.status, over.title]).toEqual([400, 'This page has ended'])
    const again = /<a href="([^"?]+)\?lang=en">Begin again/.exec(over.text)?.[1] ?? ''
    expect(again).toBe(`${pathOf(mail)}/code`)
    expect((await browser.open(again)).text).toContain('I have the code')
    await browser.send({ do: 'have' })
    expect((await browser.send({ code, ...birth(BORN) })).title).toBe('Terms of use')
    practice.clock.set(Date.now())
  })

  test('R2: a mail that still waits when its invitation is ended does not leave', async () => {
    const { draft, email } = await sent('Halted')
    const { store } = practice.app
    const { portalInvitations: i, outboxMails: m } = store.read.t
    const [row] = await store.read.select().from(i).where(eq(i.id, draft.invitation?.id ?? ''))
    expect((await desk.post(`/api/invitations/${row?.id}/cancel`, { reason: 'another address was meant' }, { version: row?.version ?? 0 })).status).toBe(200)
    await store.tx(async (w) => void await w.update(m).set({ state: 'queued', nextAttemptAt: practice.clock.now(), leasedUntil: null }).where(eq(m.id, row?.lastMailId ?? '')))
    const state = await eventually('the mail is decided', async () => {
      await deliverDue(practice.app, new AbortController().signal)
      const [mail] = await store.read.select().from(m).where(eq(m.id, row?.lastMailId ?? ''))
      return mail && mail.state !== 'queued' ? [mail.state, mail.lastStatus] : null
    })
    expect(state).toEqual(['parked', 'LINK_CLOSED'])
    expect((await mailsTo(practice, email)).filter((mail) => mail.text.includes('/p/i/'))).toHaveLength(1)
  })

  test('T8, R2: after a resend the older link and its code are dead, the newer works', async () => {
    const { mail, draft, email } = await sent('Twice')
    const old = phone()
    await old.open(pathOf(mail))
    await old.send({ do: 'send' })
    const oldCode = codeIn(await mailWith(practice, email, 'Type this code'))
    practice.clock.advance(3 * MINUTE)
    const again = await practice.as('frontdesk1')
    const resent = await again.post(`/api/invitations/${draft.invitation?.id}/resend`, { reason: 'not in the mailbox' }, { version: 1 })
    expect(resent.status).toBe(200)
    expect((await old.send({ code: oldCode, ...birth(BORN) })).status).toBe(410)
    expect((await phone().open(pathOf(mail))).status).toBe(410)
    const newer = await mailWith(practice, email, '/p/i/', 2)
    expect(pathOf(newer)).not.toBe(pathOf(mail))
    expect((await phone().open(pathOf(newer))).title).toBe('Your invitation')
    practice.clock.set(Date.now())
  })

  test('ID-04, ID-06: a mailed code lives for a day at most and never longer than its invitation', async () => {
    const { mail, email } = await sent('Oneday')
    const browser = phone()
    await browser.open(pathOf(mail))
    await browser.send({ do: 'send' })
    const code = codeIn(await mailWith(practice, email, 'Type this code'))
    practice.clock.advance(24 * HOUR)
    await browser.open(pathOf(mail))
    await browser.send({ do: 'have' })
    expect((await browser.send({ code, ...birth(BORN) })).status).toBe(422)
    practice.clock.advance(60 * DAY)
    expect((await browser.open(pathOf(mail))).status).toBe(410)
    practice.clock.set(Date.now())
  })

  test('a second press within two minutes sends no second code', async () => {
    const { mail, email } = await sent('Pressed')
    const browser = phone()
    await browser.open(pathOf(mail))
    await browser.send({ do: 'send' })
    await mailWith(practice, email, 'Type this code')
    await browser.open(pathOf(mail))
    expect((await browser.send({ do: 'send' })).refusal).toBe('A code has just gone out.')
    expect((await mailsTo(practice, email)).filter((one) => one.text.includes('Type this code'))).toHaveLength(1)
  })

  test('IN-11: no mail of enrollment names the patient', async () => {
    const { email } = await sent('Quetzalcoatl', { given: 'Xiomara' })
    for (const mail of await mailsTo(practice, email)) expect(`${mail.subject} ${mail.text}`).not.toMatch(/Xiomara|Quetzal(?!coatl@)/)
  })
})
