import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readReport } from '#server/outbox/delivery-report.ts'
import { deliverDue } from '#server/outbox/deliver.ts'
import { returnPathOf } from '#server/outbox/derive.ts'
import { readMaildir } from '#server/outbox/read-maildir.ts'
import { buildOutOfOffice, buildReport, type ReportFacts } from '#test/server/outbox/build-report.ts'
import { mailPractice, type MailPractice } from '#test/server/outbox/mail-practice.ts'
import { mailServer, type MailServer } from '#test/server/outbox/mail-server.ts'
import { eventually } from '#test/support/waiting.ts'

const never = new AbortController().signal
let server: MailServer
let practice: MailPractice
let arrived = 0
beforeEach(async () => {
  server = await mailServer()
  practice = await mailPractice({ SMTP_URL: server.url, SMTP_TIMEOUT_MS: '10000' })
  practice.app.config.bounceMaildir = join(practice.app.config.dataDir, 'reports')
})
afterEach(async () => {
  await practice.close()
  await server.close()
})

/** The mail server puts a message into the Maildir, as mail servers do. */
function arrives(message: string): void {
  const folder = join(practice.app.config.bounceMaildir ?? '', 'new')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${1_768_478_400 + arrived}.M${arrived++}.mx`), message)
}
const read = () => readMaildir(practice.app, never)
const left = () => readdirSync(join(practice.app.config.bounceMaildir ?? '', 'new'))
async function pathOf(mailId: string): Promise<string> {
  const { keyId } = await practice.row(mailId)
  return returnPathOf(practice.app.secrets, mailId, keyId, 'bounces.practice.example')
}
async function sent(staffId?: string): Promise<{ mailId: string; path: string }> {
  const mailId = await practice.queued(staffId)
  await practice.deliver()
  return { mailId, path: server.received.at(-1)?.from ?? '' }
}

test('DU-03: a report about a mail makes it bounced, with the reason, and is filed away', async () => {
  const { mailId, path } = await sent()
  arrives(buildReport({ to: path }))
  expect(await read()).toEqual({ bounced: 1, others: 0 })
  expect(await practice.row(mailId)).toMatchObject({ state: 'bounced', lastStatus: '5.1.1', bouncedAt: expect.any(Number) as number })
  expect(left()).toEqual([])
  expect((await practice.events('mail.state-changed')).map(({ detail }) => (detail as { state: string }).state)).toEqual(['handed', 'bounced'])
})

test('reports are understood in every shape that mail servers send them', async () => {
  const shapes: Partial<ReportFacts>[] = [
    { encoding: 'base64' }, { eol: '\n' }, { header: 'Delivered-To' }, { header: 'X-Original-To' }, { header: 'Envelope-To' },
    { action: 'FAILED' }, { status: '5.1.1 (bad destination)' },
  ]
  for (const shape of shapes) {
    const { mailId, path } = await sent()
    arrives(buildReport({ to: `<${path.toUpperCase()}>`, ...shape }))
    await read()
    expect([shape, (await practice.row(mailId)).state]).toEqual([shape, 'bounced'])
  }
})

test('DU-03: the same report twice changes nothing the second time', async () => {
  const { mailId, path } = await sent()
  for (let n = 0; n < 3; n++) arrives(buildReport({ to: path }))
  expect(await read()).toEqual({ bounced: 1, others: 2 })
  const { version } = await practice.row(mailId)
  arrives(buildReport({ to: path, status: '4.4.7' }))
  await read()
  expect(await practice.row(mailId)).toMatchObject({ version, lastStatus: '5.1.1' })
  expect(await practice.events('mail.state-changed')).toHaveLength(2)
})

test('DU-03: a report that overtakes our own mark stays, and the handing over is noted all the same', async () => {
  let say = (): void => undefined
  server.habit({ does: 'wait', until: new Promise((resolve) => { say = resolve }) })
  const mailId = await practice.queued()
  const run = deliverDue(practice.app, never)
  await eventually('the server has the mail', () => server.received.length === 1)
  arrives(buildReport({ to: server.received[0]?.from ?? '' }))
  expect(await read()).toEqual({ bounced: 1, others: 0 })
  say()
  await run
  expect(await practice.row(mailId)).toMatchObject({ state: 'bounced', lastStatus: '5.1.1', handedAt: expect.any(Number) as number })
  expect(await practice.deliver()).toMatchObject({ handed: 0 })
  expect(server.received).toHaveLength(1)
})

test('DU-03: a report that comes weeks later still counts', async () => {
  const { mailId, path } = await sent()
  practice.clock.advance(40 * 86_400_000)
  arrives(buildReport({ to: path, status: '4.4.7' }))
  await read()
  expect(await practice.row(mailId)).toMatchObject({ state: 'bounced', lastStatus: '4.4.7' })
})

test('DU-03: a forged return path changes nothing and is audited', async () => {
  const { mailId, path } = await sent()
  const mark = /\.([0-9a-f]{20})@/.exec(path)?.[1] ?? ''
  const wrong = mark.startsWith('0') ? `1${mark.slice(1)}` : `0${mark.slice(1)}`
  arrives(buildReport({ to: path.replace(mark, wrong) }))
  const other = await sent()
  arrives(buildReport({ to: other.path.replace(other.mailId, mailId) }))
  expect(await read()).toEqual({ bounced: 0, others: 2 })
  expect((await practice.row(mailId)).state).toBe('handed')
  expect((await practice.events('mail.report-ignored')).map(({ detail }) => detail)).toEqual([
    { cause: 'forged', source: 'maildir' }, { cause: 'forged', source: 'maildir' },
  ])
})

test('a report about a mail that was never sent, or is not ours, changes nothing', async () => {
  const mailId = await practice.queued()
  arrives(buildReport({ to: await pathOf(mailId) }))
  arrives(buildReport({ to: returnPathOf(practice.app.secrets, 'f'.repeat(32), practice.app.secrets.current('derive').id, 'bounces.practice.example') }))
  await read()
  expect((await practice.row(mailId)).state).toBe('queued')
  expect((await practice.events('mail.report-ignored')).map(({ detail }) => detail)).toEqual([
    { cause: 'unknown-mail', source: 'maildir' }, { cause: 'unknown-mail', source: 'maildir' },
  ])
})

test('“it takes longer” and “out of office” are no bounces; nothing is ever called delivered', async () => {
  const { mailId, path } = await sent()
  arrives(buildReport({ to: path, action: 'delayed', status: '4.4.1' }))
  await read()
  expect(await practice.row(mailId)).toMatchObject({ state: 'handed', lastStatus: '4.4.1' })
  arrives(buildReport({ to: path, action: 'delivered', status: '2.0.0' }))
  arrives(buildOutOfOffice(path))
  arrives('not a mail at all')
  arrives(`To: ${path}\r\n\r\n${'x'.repeat(300 * 1024)}`)
  expect(await read()).toEqual({ bounced: 0, others: 4 })
  expect(await practice.row(mailId)).toMatchObject({ state: 'handed', lastStatus: '4.4.1' })
  expect(left()).toEqual([])
})

test('a soft bounce leaves the address usable; a hard one closes it until it is changed', async () => {
  const staffId = await practice.staff({ email: 'old@staff.example' })
  const soft = await sent(staffId)
  arrives(buildReport({ to: soft.path, status: '4.2.2' }))
  await read()
  expect((await practice.row(soft.mailId)).state).toBe('bounced')
  const hard = await sent(staffId)
  arrives(buildReport({ to: hard.path, status: '5.1.1' }))
  await read()
  expect(await practice.queue(staffId)).toEqual({ queued: false, code: 'CONTACT_ADDRESS_BOUNCED' })
  await practice.store.tx(async (w) => await w.update(w.t.staff).set({ email: 'new@staff.example' }).where(eq(w.t.staff.id, staffId)))
  expect(await practice.queue(staffId)).toMatchObject({ queued: true })
})

test('a missing or empty mailbox is simply empty', async () => {
  expect(await read()).toEqual({ bounced: 0, others: 0 })
  practice.app.config.bounceMaildir = null
  expect(await read()).toEqual({ bounced: 0, others: 0 })
})

test('whatever bytes arrive, reading them never fails', async () => {
  const whole = buildReport({ to: 'a@b' })
  for (let cut = 0; cut < whole.length; cut += 97) await expect(readReport(whole.slice(0, cut))).resolves.toBeDefined()
  expect(await readReport(Buffer.from([0, 255, 254, 10, 13, 0]))).toBeNull()
  expect(await readReport(`${'Content-Type: multipart/report; boundary=a\r\n\r\n--a\r\n'.repeat(500)}`)).toBeNull()
})
