import { createHash, randomUUID } from 'node:crypto'
import PostalMime from 'postal-mime'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deriveToken, verifyToken } from '#server/outbox/derive.ts'
import { queueMail } from '#server/outbox/queue-mail.ts'
import { startOutbox } from '#server/outbox/outbox.ts'
import { mailPractice, type MailPractice } from '#test/server/outbox/mail-practice.ts'
import { mailServer, type MailServer } from '#test/server/outbox/mail-server.ts'
import { eventually } from '#test/support/waiting.ts'

let server: MailServer
let practice: MailPractice
beforeEach(async () => {
  server = await mailServer()
  practice = await mailPractice({ SMTP_URL: server.url })
})
afterEach(async () => {
  await practice.close()
  await server.close()
})

/** Every value of every row of every table, as one text. */
async function everythingStored(): Promise<string> {
  const { read } = practice.store
  const rows = await Promise.all(Object.values(read.t).map((table) => read.select().from(table)))
  return JSON.stringify(rows)
}

test('DU-03: a mail is kept with the act that causes it, or not at all', async () => {
  const staffId = await practice.staff()
  await expect(practice.store.tx(async (w) => {
    await queueMail(w, practice.app, {
      scene: practice.scene(), template: 'staff-account-changed', refs: { change: 'password' },
      person: { kind: 'staff', id: staffId }, purpose: 'security-notice',
    })
    throw new Error('the act fails')
  })).rejects.toThrow('the act fails')
  expect(await practice.store.read.$count(practice.store.read.t.outboxMails)).toBe(0)
  expect(await practice.deliver()).toEqual({ handed: 0, refused: 0, parked: 0, later: 0 })

  const mailId = await practice.queued(staffId)
  expect((await practice.row(mailId)).state).toBe('queued')
  expect(await practice.events('mail.queued')).toHaveLength(1)
})

test('a mail goes out by itself soon after the act that queued it has committed', async () => {
  const outbox = await startOutbox(practice.app)
  const mailId = await practice.queued()
  await eventually('the mail has arrived', () => server.received.length === 1)
  await eventually('it is marked', async () => (await practice.row(mailId)).state === 'handed')
  await outbox.stop()
  await practice.queued()
  expect(server.received).toHaveLength(1)
})

test('ID-04: neither a link’s secret nor its hash is in any row, before or after the mail is sent', async () => {
  await practice.queued()
  const before = await everythingStored()
  await practice.deliver()
  const text = (await PostalMime.parse(server.received[0]?.raw ?? '')).text ?? ''
  const token = /\/join\/(\S+)/.exec(text)?.[1] ?? ''
  const secret = token.split('_').slice(2).join('_')
  expect(secret).toHaveLength(32)
  const stored = before + (await everythingStored())
  for (const each of [token, secret]) {
    const hash = createHash('sha256').update(each)
    const traces = [each, Buffer.from(each).toString('base64url'), Buffer.from(each).toString('hex'), hash.copy().digest('hex'), hash.copy().digest('base64url'), hash.digest('base64')]
    for (const trace of traces) expect(stored).not.toContain(trace)
  }
  expect(stored).toContain('mail.queued')
})

test('ID-04: a link is good for its own purpose and record, altered it is not, and a retired key still knows its own', () => {
  const { secrets } = practice.app
  const id = randomUUID()
  const token = deriveToken(secrets, 'staff-invitation', id)
  expect(token).toMatch(/^[\w-]+$/)
  expect(verifyToken(secrets, 'staff-invitation', token)).toBe(id)
  expect(verifyToken(secrets, 'second-factor', token)).toBeNull()
  for (let n = 0; n < token.length; n++) {
    const altered = token.slice(0, n) + (token[n] === 'a' ? 'b' : 'a') + token.slice(n + 1)
    expect(verifyToken(secrets, 'staff-invitation', altered)).toBeNull()
  }
  for (const other of ['', '_', token.slice(1), `${token}a`, `${id}__`, token.replace(id, randomUUID())]) {
    expect(verifyToken(secrets, 'staff-invitation', other)).toBeNull()
  }
  const fresh = { id: 'fresh', bytes: Buffer.alloc(32, 7) }
  const rotated = { ...secrets, current: () => fresh, all: (purpose: Parameters<typeof secrets.all>[0]) => [fresh, ...secrets.all(purpose)] }
  expect(verifyToken(rotated, 'staff-invitation', token)).toBe(id)
  expect(deriveToken(rotated, 'staff-invitation', id)).not.toBe(token)
  const gone = { ...secrets, all: () => [fresh] }
  expect(verifyToken(gone, 'staff-invitation', token)).toBeNull()
})

test('IN-11: a name with line breaks starts neither a header nor a paragraph, and its marks are only text', async () => {
  await practice.queued(await practice.staff({ name: 'Eve\r\nBcc: all@world.example\r\n\r\n<script>\u202epay\u2028now</script> & "co"' }))
  await practice.store.tx(async (w) => await w.update(w.t.practice).set({ name: 'Main\r\nX-Evil: 1\r\n\r\nMedical' }))
  await practice.deliver()
  const [got] = server.received
  const mail = await PostalMime.parse(got?.raw ?? '')
  const names = mail.headers.map(({ key }) => key)
  expect(names.toSorted()).toEqual([
    'auto-submitted', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to',
  ])
  expect(mail.subject).toBe('Your invitation to the portal desk of Main X-Evil: 1 Medical')
  expect(mail.text).toContain('Hello Eve Bcc: all@world.example <script>pay now</script> & "co",')
  expect(mail.html).toContain('&lt;script&gt;pay now&lt;/script&gt; &amp; &quot;co&quot;')
  expect(mail.html).not.toContain('<script')
  expect(mail.from).toMatchObject({ name: 'Portal Desk', address: 'desk@practice.example' })
  expect(server.received).toHaveLength(1)
})

test('everybody is written to in their own language', async () => {
  await practice.queued(await practice.staff({ language: 'es', name: 'Noé' }))
  await practice.deliver()
  const mail = await PostalMime.parse(server.received[0]?.raw ?? '')
  expect(mail.subject).toBe('Su invitación al portal de Main Street Medical')
  expect(mail.text).toContain('Hola, Noé:')
  expect(mail.html).toContain('lang="es"')
})

test('whoever may not be written to gets no mail, the act goes on, and the audit says why', async () => {
  const disabled = await practice.queue(await practice.staff({ status: 'disabled' }))
  const addressless = await practice.queue(await practice.staff({ email: null }))
  const several = await practice.queue(await practice.staff({ email: 'a@staff.example, b@staff.example' }))
  const nobody = await practice.queue(randomUUID())
  expect([disabled, addressless, several, nobody]).toEqual([
    { queued: false, code: 'CONTACT_STAFF_DISABLED' }, { queued: false, code: 'CONTACT_ADDRESS_MISSING' },
    { queued: false, code: 'CONTACT_ADDRESS_UNUSABLE' }, { queued: false, code: 'NOT_FOUND' },
  ])
  expect((await practice.events('mail.withheld')).map(({ reasonCode }) => reasonCode)).toEqual([
    'CONTACT_STAFF_DISABLED', 'CONTACT_ADDRESS_MISSING', 'CONTACT_ADDRESS_UNUSABLE', 'NOT_FOUND',
  ])
})

test('a person who is disabled while the mail waits does not get it', async () => {
  const staffId = await practice.staff()
  const mailId = await practice.queued(staffId)
  await practice.store.tx(async (w) => await w.update(w.t.staff).set({ status: 'disabled' }).where(eq(w.t.staff.id, staffId)))
  expect(await practice.deliver()).toMatchObject({ parked: 1, handed: 0 })
  expect(await practice.row(mailId)).toMatchObject({ state: 'parked', lastStatus: 'CONTACT_STAFF_DISABLED', leasedUntil: null })
  expect(server.received).toEqual([])
  expect(await practice.events('mail.withheld')).toHaveLength(1)
})
