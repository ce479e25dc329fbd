import { afterEach, beforeEach, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE, SECOND } from '#domain/time.ts'
import { waitAfter, MOST_TRIES } from '#server/outbox/backoff.ts'
import { deliverDue, LEASE_MS } from '#server/outbox/deliver.ts'
import { outboxNotes, startOutbox } from '#server/outbox/outbox.ts'
import { mailPractice, type MailPractice } from '#test/server/outbox/mail-practice.ts'
import { mailServer, muteServer, type MailServer } from '#test/server/outbox/mail-server.ts'
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

/** Moves the clock to the mail's next try and lets the worker run. */
async function nextTry(mailId: string): Promise<void> {
  practice.clock.set((await practice.row(mailId)).nextAttemptAt + 1)
  await practice.deliver()
}

test('DU-03: each mail is handed over once, under its own name and its own return path', async () => {
  const ids = [await practice.queued(), await practice.queued(), await practice.queued()]
  expect(await practice.deliver()).toEqual({ handed: 3, refused: 0, parked: 0, later: 0 })
  expect(await practice.deliver()).toEqual({ handed: 0, refused: 0, parked: 0, later: 0 })
  expect(server.received.map(({ messageId }) => messageId).toSorted()).toEqual(ids.map((id) => `<${id}@bounces.practice.example>`).toSorted())
  for (const { from } of server.received) expect(from).toMatch(/^bounce\+[0-9a-f]{32}\.[0-9a-f]{20}@bounces\.practice\.example$/)
  expect(new Set(server.received.map(({ from }) => from)).size).toBe(3)
  expect(await practice.row(ids[0] ?? '')).toMatchObject({ state: 'handed', attempts: 1, leasedUntil: null, lastStatus: '250' })
  expect((await practice.events('mail.state-changed')).map(({ detail }) => detail)).toHaveLength(3)
})

test('DU-03: “later” (4xx) is tried again after growing waits, and then the mail goes', async () => {
  server.habit({ does: 'answer', code: 451, words: '4.7.1 Greylisted, come back' })
  const mailId = await practice.queued()
  const waits: number[] = []
  for (let n = 0; n < 5; n++) {
    await nextTry(mailId)
    const row = await practice.row(mailId)
    expect(row).toMatchObject({ state: 'queued', attempts: n + 1, lastStatus: '4.7.1', leasedUntil: null })
    waits.push(row.nextAttemptAt - practice.clock.now())
  }
  for (const [n, wait] of waits.entries()) {
    expect(wait).toBeGreaterThan(30 * SECOND * 2 ** n * 0.74)
    expect(wait).toBeLessThan(30 * SECOND * 2 ** n * 1.26)
  }
  server.habit({ does: 'take' })
  expect(await practice.deliver()).toMatchObject({ handed: 0 })
  await nextTry(mailId)
  expect(await practice.row(mailId)).toMatchObject({ state: 'handed', attempts: 6 })
})

test('the waits grow to an hour and no further, a quarter more or less', () => {
  const waits = [0, 0xffff].map((chance) => Array.from({ length: MOST_TRIES }, (_, n) => waitAfter(n + 1, Buffer.from([chance >> 8, chance & 255]))))
  expect(waits[0]?.[0]).toBe(22_500)
  expect(Math.round((waits[1]?.[0] ?? 0) / 100)).toBe(375)
  expect(waits[0]?.at(-1)).toBe(HOUR * 0.75)
  expect((waits[0] ?? []).reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(6 * HOUR)
})

test('DU-03: “never” (5xx) is said so at once, and nobody tries again', async () => {
  server.habit({ does: 'answer', code: 550, words: '5.1.1 <robin@staff.example> unknown' })
  const mailId = await practice.queued()
  expect(await practice.deliver()).toMatchObject({ refused: 1 })
  expect(await practice.row(mailId)).toMatchObject({ state: 'refused', lastStatus: '5.1.1' })
  practice.clock.advance(10 * DAY)
  expect(await practice.deliver()).toMatchObject({ refused: 0, handed: 0 })
  expect((await practice.events('mail.state-changed'))[0]?.detail).toMatchObject({ state: 'refused', status: '5.1.1' })
})

test('DU-03: a mail server that cannot be reached is not held against any mail, for days', async () => {
  await server.close()
  const ids = [await practice.queued(), await practice.queued()]
  for (let n = 0; n < MOST_TRIES + 3; n++) {
    practice.clock.advance(HOUR)
    await practice.deliver()
  }
  for (const id of ids) expect(await practice.row(id)).toMatchObject({ state: 'queued', attempts: 0, leasedUntil: null })
  expect(await outboxNotes(practice.app)).toContain('mail-retrying')
  practice.clock.advance(HOUR)
  expect(await outboxNotes(practice.app)).toContain('mail-late')
})

test('DU-03: a server that says nothing at all is given up after the time allowed', async () => {
  const mute = await muteServer()
  const other = await mailPractice({ SMTP_URL: mute.url, SMTP_TIMEOUT_MS: '150' })
  const mailId = await other.queued()
  expect(await other.deliver()).toMatchObject({ later: 1 })
  expect(await other.row(mailId)).toMatchObject({ state: 'queued', attempts: 0, lastStatus: 'timed-out' })
  await other.close()
  await mute.close()
})

test('DU-03: a server that hangs or breaks off over one mail delays that mail and no other', async () => {
  const staffId = await practice.staff({ email: 'poison@staff.example' })
  const poison = await practice.queued(staffId)
  const others = [await practice.queued(), await practice.queued()]
  for (const does of ['drop', 'hang'] as const) {
    server.habit((to) => (to.startsWith('poison') ? { does } : { does: 'take' }))
    await nextTry(poison)
  }
  expect(await practice.row(poison)).toMatchObject({ state: 'queued', attempts: 2, lastStatus: 'timed-out' })
  for (const id of others) expect(await practice.row(id)).toMatchObject({ state: 'handed' })
})

test('DU-03: a mail that never gets through is parked and shown', async () => {
  server.habit({ does: 'drop' })
  const mailId = await practice.queued()
  for (let n = 1; n < MOST_TRIES; n++) await nextTry(mailId)
  expect(await practice.row(mailId)).toMatchObject({ state: 'queued', attempts: MOST_TRIES - 1 })
  await nextTry(mailId)
  expect(await practice.row(mailId)).toMatchObject({ state: 'parked', attempts: MOST_TRIES })
  expect(await outboxNotes(practice.app)).toEqual(['mail-parked'])
})

test('a mail whose words cannot be written is tried, parked and shown like any other', async () => {
  const mailId = await practice.queued()
  await practice.store.tx(async (w) => await w.update(w.t.outboxMails).set({ template: 'no-such-template' }))
  for (let n = 0; n < MOST_TRIES; n++) await nextTry(mailId)
  expect(await practice.row(mailId)).toMatchObject({ state: 'parked', lastStatus: 'cannot-be-written' })
})

test('DU-03: a server that dies after DATA gets the same mail again, word for word, under the same Message-ID', async () => {
  server.habit({ does: 'die after DATA' })
  const mailId = await practice.queued()
  await practice.deliver()
  expect(await practice.row(mailId)).toMatchObject({ state: 'queued', attempts: 1 })
  server.habit({ does: 'take' })
  await nextTry(mailId)
  expect(server.received).toHaveLength(2)
  expect(server.received[1]).toEqual(server.received[0])
  expect((await practice.row(mailId)).state).toBe('handed')
})

test('a retry after the keys were changed sends the same links', async () => {
  server.habit({ does: 'die after DATA' })
  const mailId = await practice.queued()
  await practice.deliver()
  const { app } = practice
  const fresh = { id: 'fresh', bytes: Buffer.alloc(32, 7) }
  const rotated = { ...app, secrets: { ...app.secrets, current: () => fresh, all: (purpose: Parameters<typeof app.secrets.all>[0]) => [fresh, ...app.secrets.all(purpose)] } }
  server.habit({ does: 'take' })
  practice.clock.set((await practice.row(mailId)).nextAttemptAt + 1)
  await deliverDue(rotated, new AbortController().signal)
  expect(server.received[1]).toEqual(server.received[0])
})

test('DU-03: what a dead worker held is sent once its lease is over, not before', async () => {
  const mailId = await practice.queued()
  const heldUntil = practice.clock.now() + LEASE_MS
  await practice.store.tx(async (w) => await w.update(w.t.outboxMails).set({ leasedUntil: heldUntil, attempts: 1 }))
  practice.clock.set(heldUntil - 5 * SECOND)
  expect(await practice.deliver()).toMatchObject({ handed: 0 })
  practice.clock.set(heldUntil)
  expect(await practice.deliver()).toMatchObject({ handed: 1 })
  expect(await practice.row(mailId)).toMatchObject({ state: 'handed', attempts: 2 })
})

test('after a restart on its own folder, mail that was under way goes at once', async () => {
  const mailId = await practice.queued()
  await practice.store.tx(async (w) => await w.update(w.t.outboxMails).set({ leasedUntil: practice.clock.now() + LEASE_MS, attempts: 1 }))
  const outbox = await startOutbox(practice.app)
  if (practice.store.engine === 'sqlite') await eventually('the mail has arrived', () => server.received.length === 1)
  await outbox.stop()
  // Several processes may share a PostgreSQL: there the lease itself decides.
  expect((await practice.row(mailId)).state).toBe(practice.store.engine === 'sqlite' ? 'handed' : 'queued')
})

test('two workers at once hand over every mail exactly once', async () => {
  for (let n = 0; n < 12; n++) await practice.queued()
  const workers = [{ ...practice.app }, { ...practice.app }, { ...practice.app }]
  const never = new AbortController().signal
  const counts = await Promise.all(workers.map((worker) => deliverDue(worker, never)))
  counts.push(await practice.deliver())
  expect(counts.reduce((sum, { handed }) => sum + handed, 0)).toBe(12)
  expect(server.received).toHaveLength(12)
  expect(new Set(server.received.map(({ messageId }) => messageId)).size).toBe(12)
})

test('DU-07: a server asked to stop waits for the mail under way, and begins no other', async () => {
  let say = (): void => undefined
  server.habit({ does: 'wait', until: new Promise((resolve) => { say = resolve }) })
  const slow = await mailPractice({ SMTP_URL: server.url, SMTP_TIMEOUT_MS: '10000' })
  const outbox = await startOutbox(slow.app)
  const first = await slow.queued()
  await eventually('the server has the mail', () => server.received.length === 1)
  const second = await slow.queued()
  const stopped = outbox.stop()
  say()
  await stopped
  const states = [(await slow.row(first)).state, (await slow.row(second)).state]
  expect(states[0]).toBe('handed')
  expect(server.received.length).toBe(states[1] === 'handed' ? 2 : 1)
  await slow.close()
})

test('a real practice without a mail server keeps its mail and says so', async () => {
  const real = await mailPractice({ PRACTICE: '', ANCHOR_DIR: 'anchors-of-this-test' })
  const mailId = await real.queued()
  expect(await real.deliver()).toEqual({ handed: 0, refused: 0, parked: 0, later: 0 })
  expect((await real.row(mailId)).state).toBe('queued')
  expect(await outboxNotes(real.app)).toEqual(['mail-not-configured'])
  real.app.config.smtpUrl = server.url
  expect(await outboxNotes(real.app)).toEqual([])
  for (const names of [{ bounceDomain: 'localhost' }, { mailFrom: 'Portal Desk <no-reply@localhost>' }]) {
    expect(await outboxNotes({ ...real.app, config: { ...real.app.config, ...names } })).toEqual(['mail-names-not-configured'])
  }
  practice.clock.advance(MINUTE)
  expect(await real.deliver()).toMatchObject({ handed: 1 })
  await real.close()
})
