import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { InvitationAnswer, InvitationRow } from '#domain/contracts/invitations.ts'
import { DAY, HOUR, MINUTE } from '#domain/time.ts'
import { runDueJobs } from '#server/job-list.ts'
import { deliverDue } from '#server/outbox/deliver.ts'
import { returnPathOf } from '#server/outbox/derive.ts'
import { mailed, MYCHART, step, withCode, type Refused } from '#test/server/enrollment/enroll.ts'
import { buildReport } from '#test/server/outbox/build-report.ts'
import { mailServer, type MailServer } from '#test/server/outbox/mail-server.ts'
import { buildPatient, proofFor } from '#test/server/patients/people.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'
import { eventually } from '#test/support/waiting.ts'

let practice: TestPractice
let server: MailServer
let desk: Desk
let maildir: string
beforeAll(async () => {
  server = await mailServer()
  maildir = mkdtempSync(join(tmpdir(), 'bounces-'))
  mkdirSync(join(maildir, 'new'))
  practice = await openPractice({ REQUESTS_PER_SECOND: '10000', SMTP_URL: server.url, SMTP_TIMEOUT_MS: '5000', BOUNCE_DOMAIN: 'bounces.practice.example', BOUNCE_MAILDIR: maildir })
  desk = await practice.as('frontdesk1')
})
afterAll(async () => {
  await practice.stop()
  await server.close()
})

let count = 0
const invited = async (more: Record<string, unknown> = {}) => {
  const email = `why${++count}@example.org`
  const made = await buildPatient(practice, { family: `Why${count}`, birthDate: '1985-05-05', email, ...more })
  const draft = await mailed(desk, made.id)
  return { made, email, id: draft.invitation?.id ?? '', draft }
}
const read = async (id: string): Promise<InvitationAnswer> => (await desk.get<InvitationAnswer>(`/api/invitations/${id}`)).body
/** Cause and the one next action, once the mail has come to rest. */
const why = (id: string, cause: string): Promise<InvitationAnswer> => eventually(`the diagnosis ${cause}`, async () => {
  const shown = await read(id)
  return shown.diagnosis.cause === cause ? shown : null
})
const mailRow = async (id: string) => {
  const { store } = practice.app
  const [row] = await store.read.select().from(store.read.t.portalInvitations).where(eq(store.read.t.portalInvitations.id, id))
  return row?.lastMailId ?? ''
}
const advance = async (ms: number) => {
  practice.clock.advance(ms)
  await runDueJobs(practice.app)
  desk = await practice.as('frontdesk1')
}

describe('each cause, as it happens', () => {
  test('taken by the mail server: on its way for an hour, then perhaps in the junk folder, with that portal’s own subject and sender', async () => {
    const { id } = await invited()
    const shown = await why(id, 'ON_ITS_WAY')
    expect(shown).toMatchObject({ state: 'handed', next: 'wait', diagnosis: { facts: { subject: 'You’re invited to create a Patient Portal account with Optum.', sender: 'Optum' } } })
    await advance(2 * HOUR)
    const later = await why(id, 'PERHAPS_JUNK')
    expect(later.diagnosis.next.action).toBe('look-in-junk')
    expect(later.diagnosis.say).toContain('from Optum')
  })

  test('refused for good by the mail server: the address is to be mended', async () => {
    server.habit({ does: 'answer', code: 550, words: 'no such user' })
    const { id } = await invited()
    expect(await why(id, 'REFUSED')).toMatchObject({ state: 'refused', next: 'fix-address' })
    server.habit({ does: 'take' })
  })

  test('the mail server says later: it waits here, and after hours of that it was given up', async () => {
    server.habit({ does: 'answer', code: 451, words: 'try later' })
    const { id } = await invited()
    expect(await why(id, 'NOT_SENT_YET')).toMatchObject({ state: 'queued', next: 'wait' })
    const mailId = await mailRow(id)
    await eventually('the first try', async () => ((await read(id)).diagnosis.facts.mailStatus === '451' ? true : null))
    await practice.app.store.tx(async (w) => void await w.update(w.t.outboxMails).set({ attempts: 16, nextAttemptAt: practice.clock.now() }).where(eq(w.t.outboxMails.id, mailId)))
    await advance(MINUTE)
    expect(await why(id, 'GIVEN_UP')).toMatchObject({ next: 'resend' })
    server.habit({ does: 'take' })
  })

  test('a report brings it back: the state is bounced, the address is closed, and a corrected one is sent to at once', async () => {
    const { id, made } = await invited()
    await why(id, 'ON_ITS_WAY')
    const mailId = await mailRow(id)
    const [mail] = await practice.app.store.read.select().from(practice.app.store.read.t.outboxMails).where(eq(practice.app.store.read.t.outboxMails.id, mailId))
    writeFileSync(join(maildir, 'new', 'one'), buildReport({ to: returnPathOf(practice.app.secrets, mailId, mail?.keyId ?? '', 'bounces.practice.example') }))
    await advance(MINUTE)
    const bounced = await why(id, 'BOUNCED')
    expect(bounced).toMatchObject({ state: 'bounced', next: 'fix-address', mayResend: { code: 'CONTACT_ADDRESS_BOUNCED' }, diagnosis: { facts: { mailStatus: '5.1.1' } } })
    const list = (await desk.post<{ rows: InvitationRow[]; needHelp: number }>('/api/invitations/search', { need: 'help' })).body
    expect(list.rows.map((row) => row.id)).toContain(id)
    expect(list.needHelp).toBeGreaterThanOrEqual(1)
    const record = await desk.get<{ contacts: { id: string; kind: string }[] }>(`/api/patients/${made.id}`)
    const contactId = record.body.contacts.find((one) => one.kind === 'email')?.id
    const stepUp = await proofFor(practice, desk, 'contact.change', made.id)
    const version = Number(/\d+/.exec(record.headers.get('etag') ?? '')?.[0])
    const changed = await desk.post(`/api/patients/${made.id}/change-contact`, { kind: 'email', contactId, value: 'right@example.org', evidence: 'photo-id', patientIsPresent: true, reason: 'spelled wrong' }, { version, stepUp })
    expect(changed.status).toBe(200)
    const before = await why(id, 'ADDRESS_CHANGED')
    const resent = await desk.post<{ addressMasked: string; sends: number }>(`/api/invitations/${id}/resend`, { reason: 'corrected' }, { version: before.version })
    expect([resent.status, resent.body]).toMatchObject([200, { addressMasked: 'r···@example.org', sends: 2 }])
    const once = await desk.post<Refused>(`/api/invitations/${id}/resend`, { reason: 'again' }, { version: before.version + 1 })
    expect(once.body.code).toBe('INVITATION_SENT_RECENTLY')
  })

  test('the address was taken off, with no other on file', async () => {
    const { id, made } = await invited()
    await practice.app.store.tx(async (w) => void await w.update(w.t.patientContacts).set({ retiredAt: practice.clock.now() }).where(and(eq(w.t.patientContacts.patientId, made.id), isNull(w.t.patientContacts.retiredAt))))
    expect(await why(id, 'ADDRESS_GONE')).toMatchObject({ next: 'fix-address', mayResend: { code: 'CONTACT_ADDRESS_MISSING' } })
  })

  test('R10: somebody of the household reads it, since yesterday', async () => {
    const { id, made, email } = await invited({ birthDate: '2011-05-05' })
    const mother = await buildPatient(practice, { family: 'Mother', birthDate: '1980-01-01', email })
    await practice.app.store.tx(async (w) => void await w.insert(w.t.householdLinks).values({
      id: practice.app.random.id(), patientId: made.id, relatedPatientId: mother.id, relatedName: 'Mother', relationship: 'mother', source: 'test', sourceId: practice.app.random.id(),
    }))
    expect(await why(id, 'ADDRESS_SHARED')).toMatchObject({ next: 'fix-address', mayResend: { code: 'CONTACT_IS_A_HOUSEHOLD_ADULTS' } })
  })

  test('PX-03: a way that must not be used says nothing about why, and is not sent to', async () => {
    const { id, made } = await invited()
    await practice.app.store.tx(async (w) => void await w.insert(w.t.suppressedChannels).values({
      id: practice.app.random.id(), patientId: made.id, channel: 'email', contactKey: null, setBy: 'x', setAt: practice.clock.now() - 1,
    }))
    const shown = await why(id, 'BLOCKED')
    expect(shown).toMatchObject({ next: 'ask-privacy-officer', mayResend: { code: 'ENROLL_NEEDS_PRIVACY_OFFICER' } })
    expect(shown.diagnosis.say).not.toMatch(/block|order|safety/i)
  })

  test('R71: the patient does not want invitations, said while it waited; taken back, it can be sent again', async () => {
    const { id, made } = await invited()
    await why(id, 'ON_ITS_WAY')
    const mailId = await mailRow(id)
    await practice.app.store.tx(async (w) => {
      await w.update(w.t.outboxMails).set({ state: 'queued', nextAttemptAt: practice.clock.now() + MINUTE, handedAt: null }).where(eq(w.t.outboxMails.id, mailId))
      await w.update(w.t.portalInvitations).set({ state: 'queued' }).where(eq(w.t.portalInvitations.id, id))
    })
    const wish = await desk.post<{ id: string }>(`/api/patients/${made.id}/opt-out`, { portalId: null, channel: 'email', kind: 'invitations', source: 'by-phone', reason: 'no mail, please' })
    expect(wish.status).toBe(200)
    const shown = await why(id, 'OPTED_OUT')
    expect(shown).toMatchObject({ next: 'enroll-at-desk', mayResend: { code: 'CONTACT_OPTED_OUT' } })
    await advance(3 * MINUTE)
    await deliverDue(practice.app, new AbortController().signal)
    expect(await why(id, 'OPTED_OUT')).toMatchObject({ state: 'refused' })
    expect((await desk.post(`/api/opt-outs/${wish.body.id}/end`, { reason: 'wants it after all' }, { version: 1 })).status).toBe(200)
    expect(await why(id, 'GIVEN_UP')).toMatchObject({ next: 'resend', mayResend: null })
  })

  test('cancelled, declined and accepted say so, and may not be sent again', async () => {
    const [cancelled, declined, accepted] = [await invited(), await invited(), await invited()]
    const end = async (id: string, how: string) => desk.post(`/api/invitations/${id}/${how}`, { reason: 'as the patient wished' }, { version: (await read(id)).version })
    expect((await end(cancelled.id, 'cancel')).status).toBe(200)
    expect((await end(declined.id, 'decline')).status).toBe(200)
    await practice.app.store.tx(async (w) => void await w.update(w.t.portalInvitations).set({ state: 'accepted', acceptedAt: practice.clock.now() }).where(eq(w.t.portalInvitations.id, accepted.id)))
    expect(await read(cancelled.id)).toMatchObject({ diagnosis: { cause: 'CANCELLED' }, mayResend: { code: 'INVITATION_CANCELLED' }, mayCancel: { code: 'INVITATION_CANCELLED' } })
    expect(await read(declined.id)).toMatchObject({ diagnosis: { cause: 'DECLINED' }, mayResend: { code: 'INVITATION_DECLINED' } })
    expect(await read(accepted.id)).toMatchObject({ diagnosis: { cause: 'ACCEPTED' }, mayResend: { code: 'INVITATION_ACCEPTED' } })
  })

  test('handed over at a desk: no mail was ever sent', async () => {
    const made = await buildPatient(practice, { family: 'Atdesk', birthDate: '1985-05-05' })
    const shown = await withCode(practice, desk, made.id)
    expect(await read(shown.enrollment.invitation?.id ?? '')).toMatchObject({ channel: 'desk', diagnosis: { cause: 'AT_THE_DESK', next: { action: 'enroll-at-desk' } } })
  })
})

describe('ID-06: the sixtieth local day', () => {
  test('R3: it lives to the last millisecond of day 60 in the portal’s zone, is expired to every reader from the next, and a resend begins anew', async () => {
    const { id } = await invited()
    const { endsAt } = await read(id)
    practice.clock.set(Date.parse(endsAt) - 1_000)
    desk = await practice.as('frontdesk1')
    expect((await read(id)).state).not.toBe('expired')
    practice.clock.set(Date.parse(endsAt))
    desk = await practice.as('frontdesk1')
    const over = await read(id)
    expect(over).toMatchObject({ state: 'expired', next: 'resend', diagnosis: { cause: 'EXPIRED' }, mayResend: null })
    expect((await desk.post<{ rows: InvitationRow[] }>('/api/invitations/search', { state: 'expired' })).body.rows.map((row) => row.id)).toContain(id)
    await runDueJobs(practice.app)
    const { store } = practice.app
    const [row] = await store.read.select().from(store.read.t.portalInvitations).where(eq(store.read.t.portalInvitations.id, id))
    expect(row).toMatchObject({ state: 'expired', endedBy: 'system' })
    const resent = await desk.post<{ invitationId: string; endsAt: string }>(`/api/invitations/${id}/resend`, { reason: 'it ran out' }, { version: (await read(id)).version })
    expect(resent.status).toBe(200)
    expect(resent.body.invitationId).not.toBe(id)
    expect(Date.parse(resent.body.endsAt) - Date.parse(endsAt)).toBeGreaterThan(59 * DAY)
    practice.clock.set(Date.now())
    desk = await practice.as('frontdesk1')
  })
})

async function pageThrough(): Promise<string[]> {
  const seen: string[] = []
  for (let after: string | undefined; ;) {
    const { rows, more } = (await desk.post<{ rows: InvitationRow[]; more: boolean }>('/api/invitations/search', { limit: 3, portalId: MYCHART, ...(after ? { after } : {}) })).body
    seen.push(...rows.map((row) => row.id))
    after = rows.at(-1)?.id
    if (!more) return seen
  }
}

test('the list pages by keys: every invitation once, in order of its last change', async () => {
  desk = await practice.as('frontdesk1')
  // A mail that is handed over meanwhile moves its row to the top: asked again until nothing moved.
  const seen = await eventually('a list that nothing moves in', async () => {
    const ids = await pageThrough()
    return new Set(ids).size === ids.length ? ids : null
  })
  expect(seen.length).toBeGreaterThan(8)
  const { rows } = (await desk.post<{ rows: InvitationRow[] }>('/api/invitations/search', { limit: 100 })).body
  expect(rows.map((row) => row.stateAt)).toEqual(rows.map((row) => row.stateAt).toSorted((a, b) => b.localeCompare(a)))
})

test('ID-08: the sixth mail of a day is refused, and the desk is the way on', async () => {
  // The next forenoon: all of them are of one day.
  practice.clock.set((Math.floor(practice.clock.now() / DAY) + 1) * DAY + 15 * HOUR)
  desk = await practice.as('frontdesk1')
  const { id, draft } = await invited()
  for (let turn = 0; turn < 4; turn++) {
    practice.clock.advance(3 * MINUTE)
    expect((await desk.post(`/api/invitations/${id}/resend`, { reason: 'once more' }, { version: 1 + turn })).status).toBe(200)
  }
  practice.clock.advance(3 * MINUTE)
  const sixth = await desk.post<Refused>(`/api/invitations/${id}/resend`, { reason: 'once more' }, { version: 5 })
  expect([sixth.status, sixth.body.code]).toEqual([409, 'INVITATION_LIMIT'])
  expect((await step(desk, await desk.get<typeof draft>(`/api/enrollments/${draft.id}`).then((one) => one.body), 'defer', { because: 'no-time' })).state).toBe('deferred')
})

test('the number of those who need somebody is the list’s own, also when their last day is over and no job has run', async () => {
  const { id } = await invited()
  await practice.app.store.tx(async (w) => void await w.update(w.t.portalInvitations).set({ state: 'bounced' }).where(eq(w.t.portalInvitations.id, id)))
  const needing = async () => (await desk.post<{ rows: InvitationRow[]; needHelp: number }>('/api/invitations/search', { need: 'help', limit: 100 })).body
  expect((await needing()).rows.map((row) => row.id)).toContain(id)
  practice.clock.advance(70 * DAY)
  desk = await practice.as('frontdesk1')
  const later = await needing()
  expect([later.rows, later.needHelp]).toEqual([[], 0])
})
