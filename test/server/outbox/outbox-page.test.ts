import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { MailboxMail, OutboxMail } from '#domain/contracts/outbox.ts'
import { DAY } from '#domain/time.ts'
import { mailPractice, openDesks, type MailPractice } from '#test/server/outbox/mail-practice.ts'

let practice: MailPractice
let desks: Awaited<ReturnType<typeof openDesks>>
beforeEach(async () => {
  practice = await mailPractice()
  desks = await openDesks(practice)
})
afterEach(async () => {
  await desks.close()
  await practice.close()
})

/** A mail in this state, as if its way had ended there. */
async function mailIn(state: string, email = 'robin@staff.example'): Promise<string> {
  const mailId = await practice.queued(await practice.staff({ email }))
  await practice.store.tx(async (w) => await w.update(w.t.outboxMails).set({ state, attempts: 16, version: 4 }).where(eq(w.t.outboxMails.id, mailId)))
  return mailId
}

test('a manager and a privacy officer see who a mail went to; an administrator sees that it went', async () => {
  const mailId = await mailIn('handed')
  for (const role of ['manager', 'privacy-officer'] as const) {
    const { body } = await (await desks.desk(role)).get(`/api/outbox/${mailId}`)
    expect(body).toMatchObject({ address: 'robin@staff.example', addressMasked: false, state: 'handed' })
  }
  const administrator = await desks.desk('administrator')
  const shown = [await administrator.get(`/api/outbox/${mailId}`), await administrator.get('/api/outbox')].map(({ body }) => JSON.stringify(body))
  for (const text of shown) {
    expect(text).toContain('r•••@s•••.example')
    expect(text).not.toContain('robin@staff.example')
  }
  const both = await (await desks.desk('administrator', 'manager')).get(`/api/outbox/${mailId}`)
  expect(both.body).toMatchObject({ address: 'robin@staff.example' })
})

test('an administrator is not told which patient a mail went to, not even by asking for one', async () => {
  const mailId = await mailIn('handed')
  await practice.store.tx(async (w) => await w.update(w.t.outboxMails).set({ personKind: 'patient', personId: 'patient-7' }))
  const administrator = await desks.desk('administrator')
  expect((await administrator.get(`/api/outbox/${mailId}`)).body).toMatchObject({ personKind: 'patient', personId: null })
  const filter = encodeURIComponent('{"personId":"patient-8"}')
  expect((await administrator.get(`/api/outbox?filter=${filter}`)).body).toHaveLength(1)
  expect((await (await desks.desk('manager')).get(`/api/outbox?filter=${filter}`)).body).toHaveLength(0)
})

test('AZ-01: the outbox is open to managers, privacy officers and administrators, and each look is audited', async () => {
  await mailIn('handed')
  for (const role of ['front-desk', 'helpline', 'clinician'] as const) {
    expect((await (await desks.desk(role)).get('/api/outbox')).status).toBe(403)
  }
  for (const role of ['manager', 'privacy-officer', 'administrator'] as const) {
    expect((await (await desks.desk(role)).get('/api/outbox')).status).toBe(200)
  }
  expect((await practice.events('outbox.read')).map(({ detail }) => detail)).toEqual(Array(3).fill({ count: 1 }))
})

test('the list is ordered by age, cut and filtered as asked, and says how many there are', async () => {
  for (let n = 0; n < 5; n++) {
    await mailIn(n % 2 ? 'parked' : 'handed')
    practice.clock.advance(DAY / 100)
  }
  const manager = await desks.desk('manager')
  const ask = async (query: Record<string, unknown>) => manager.get(`/api/outbox?${Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(JSON.stringify(value))}`).join('&')}`)
  const ages = (body: unknown) => (body as OutboxMail[]).map(({ queuedAt }) => queuedAt)
  const newest = await ask({ range: [0, 2] })
  const oldest = await ask({ sort: ['queuedAt', 'ASC'], range: [0, 2] })
  expect(newest.headers.get('content-range')).toBe('outbox 0-2/5')
  expect(ages(newest.body)).toEqual(ages(newest.body).toSorted().toReversed())
  expect(ages(oldest.body)).toEqual(ages(oldest.body).toSorted())
  expect(ages(newest.body).at(-1)).toBe(ages(oldest.body).at(-1))
  const parked = await ask({ filter: { state: 'parked' }, range: [1, 1] })
  expect([parked.headers.get('content-range'), (parked.body as unknown[]).length]).toEqual(['outbox 1-1/2', 1])
  for (const query of [{ sort: ['address', 'ASC'] }, { range: [0, 200] }, { range: [3, 2] }, { range: [-1, 2] }, { filter: { state: 'read' } }, { filter: { x: 1 } }, { sort: 'queuedAt' }, { more: 1 }]) {
    expect((await ask(query)).status).toBe(422)
  }
  expect((await manager.get('/api/outbox?range=[0')).status).toBe(422)
})

test('a refused or parked mail is sent again by an administrator; nobody sends another one again', async () => {
  const administrator = await desks.desk('administrator')
  for (const state of ['refused', 'parked']) {
    const mailId = await mailIn(state)
    const answer = await administrator.retry(mailId, 4)
    expect([answer.status, answer.body, answer.headers.get('etag')]).toEqual([200, { id: mailId, state: 'queued' }, '"5"'])
    await practice.deliver()
    expect(await practice.row(mailId)).toMatchObject({ state: 'handed', attempts: 1 })
  }
  for (const state of ['queued', 'handed', 'bounced']) {
    expect((await administrator.retry(await mailIn(state), 4)).body).toMatchObject({ status: 409, code: 'MAIL_NOT_WAITING_FOR_HELP' })
  }
  expect((await (await desks.desk('manager')).retry(await mailIn('parked'), 4)).status).toBe(403)
  expect(await practice.events('mail.retried')).toHaveLength(2)
})

test('CC-01: of two administrators with the same page, one sends again and the other is told', async () => {
  const mailId = await mailIn('parked')
  const both = [await desks.desk('administrator'), await desks.desk('administrator')]
  const answers = await Promise.all(both.map((one) => one.retry(mailId, 4)))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412])
  expect((await practice.row(mailId)).version).toBe(5)
})

test('a mail to somebody who may no longer be written to is not sent again', async () => {
  const mailId = await mailIn('parked')
  await practice.store.tx(async (w) => await w.update(w.t.staff).set({ status: 'disabled' }).where(eq(w.t.staff.email, 'robin@staff.example')))
  expect((await (await desks.desk('administrator')).retry(mailId, 4)).body).toMatchObject({ status: 409, code: 'CONTACT_STAFF_DISABLED', rule: 'IN-11' })
})

test('the test practice shows every mail that was handed over, whole, with the link that works', async () => {
  const read = async (query = '') => (await (await fetch(`${desks.origin}/api/test/mailbox${query}`)).json()) as { mails: MailboxMail[]; total: number }
  await practice.queued(await practice.staff({ email: 'first@staff.example' }))
  expect(await read()).toEqual({ mails: [], total: 0 })
  await practice.deliver()
  practice.clock.advance(1000)
  const mailId = await practice.queued(await practice.staff({ email: 'second@staff.example' }))
  await practice.deliver()
  const { mails, total } = await read()
  expect([total, mails.map(({ to }) => to)]).toEqual([2, ['second@staff.example', 'first@staff.example']])
  const [mail] = mails
  expect(mail).toMatchObject({
    id: mailId, state: 'handed', from: 'Portal Desk <desk@practice.example>', messageId: `<${mailId}@bounces.practice.example>`,
    subject: 'Your invitation to the portal desk of Main Street Medical',
  })
  expect(mail?.links).toHaveLength(1)
  expect(mail?.links[0]).toMatch(new RegExp(`^${desks.origin}/join/[\\w-]+$`))
  expect(mail?.text).toContain(mail?.links[0])
  expect(mail?.headers).toContainEqual({ name: 'Message-ID', value: mail?.messageId })
  expect(mail?.headers).toContainEqual({ name: 'To', value: 'second@staff.example' })
  expect(mail?.raw).toContain('multipart/alternative')
  expect(await read('?to=first@staff.example')).toMatchObject({ total: 1, mails: [{ to: 'first@staff.example' }] })
  expect(await read('?limit=1')).toMatchObject({ total: 2, mails: [{ to: 'second@staff.example' }] })
  expect(await read()).toEqual({ mails, total })
  expect((await fetch(`${desks.origin}/api/demo/mailbox`)).status).toBe(404)
})
