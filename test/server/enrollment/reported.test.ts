import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isoOf } from '#domain/time.ts'
import { mailed, MYCHART, readDraft, showCode, step, identified, withCode } from '#test/server/enrollment/enroll.ts'
import { activate, birth, patientBrowser } from '#test/server/enrollment/patient-browser.ts'
import { buildPatient } from '#test/server/patients/people.ts'
import { openPortal, type Portal } from '#test/server/proxy-access/portal.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
let desk: Desk
let portal: Portal
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '10000' })
  portal = await openPortal(practice, [MYCHART], ['activations'])
  desk = await practice.as('frontdesk1')
})
afterAll(() => practice.stop())

const BORN = '1990-03-22'
const report = async (patientId: string, what: string) => {
  const reply = await portal.send('POST', '/activations', await portal.token(), { portalId: MYCHART, person: { patientId }, step: what })
  return [reply.status, reply.body.outcome]
}
const use = async (patientId: string, kind: string, more: Record<string, unknown> = {}) => {
  const reply = await portal.send('POST', '/account-uses', await portal.token(), { portalId: MYCHART, person: { patientId }, kind, sessionRef: 's-1', at: isoOf(practice.clock.now()), ...more })
  return [reply.status, reply.body.outcome]
}
/** What is on record of a way in: marks that are set, states, and events by name; nothing that differs from run to run. */
async function recordOf(patientId: string) {
  const { read } = practice.app.store
  const { portalInvitations: i, portalAccounts: a, enrollmentDrafts: d, activationCodes: c, auditEvents: e } = read.t
  const [invitation] = await read.select().from(i).where(eq(i.patientId, patientId))
  return {
    invitation: invitation && { state: invitation.state, marks: [invitation.openedAt, invitation.connectedAt, invitation.termsAt, invitation.agreementAt, invitation.acceptedAt].map((at) => at !== null) },
    accounts: (await read.select().from(a).where(eq(a.patientId, patientId))).map((row) => row.state),
    drafts: (await read.select().from(d).where(eq(d.patientId, patientId))).map((row) => [row.state, row.endedAt !== null]),
    codes: (await read.select().from(c).where(eq(c.patientId, patientId))).map((row) => row.state),
    activated: (await read.select().from(e).where(eq(e.patientId, patientId))).filter((row) => row.event === 'account.activated').length,
  }
}

test('an account that a portal reports and one that our own pages made leave the same record, step by step', async () => {
  const [ours, theirs] = [await buildPatient(practice, { family: 'Ours', birthDate: BORN }), await buildPatient(practice, { family: 'Theirs', birthDate: BORN })]
  const [here, there] = [await withCode(practice, desk, ours.id), await withCode(practice, desk, theirs.id)]
  const browser = patientBrowser(practice.origin)
  await browser.open(new URL(here.url).pathname)
  expect((await activate(browser, birth(BORN), 'ours.person')).title).toBe('Your account is active')
  expect(await report(theirs.id, 'opened')).toEqual([200, 'noted'])
  expect((await readDraft(desk, there.enrollment.id)).live.find((one) => one.state === 'now')?.step).toBe('terms')
  expect(await report(theirs.id, 'terms')).toEqual([200, 'noted'])
  expect(await report(theirs.id, 'terms')).toEqual([200, 'known'])
  expect(await report(theirs.id, 'agreement')).toEqual([200, 'noted'])
  expect(await report(theirs.id, 'active')).toEqual([200, 'noted'])
  expect(await report(theirs.id, 'active')).toEqual([200, 'known'])
  expect(await recordOf(theirs.id)).toEqual(await recordOf(ours.id))
  expect((await readDraft(desk, there.enrollment.id)).done).toBe(7)
})

test('R13: nobody who died becomes active by a report, and a sign-in of theirs is told to end', async () => {
  const gone = await buildPatient(practice, { family: 'Gone', birthDate: BORN, portals: [{ portalId: MYCHART, state: 'active' }] })
  const at = isoOf(practice.clock.now() - 1_000)
  expect(await use(gone.id, 'sign-in', { at })).toEqual([200, 'noted'])
  expect(await use(gone.id, 'sign-in', { at })).toEqual([200, 'known'])
  await desk.post(`/api/patients/${gone.id}/mark-deceased`, { evidence: 'family', diedOn: null, reason: 'the daughter rang' }, { version: 1 })
  expect(await report(gone.id, 'active')).toEqual([200, 'stopped'])
  expect(await use(gone.id, 'sign-in', { sessionRef: 's-2' })).toEqual([200, 'ended'])
})

test('whom nobody invited may simply be there (R7); one who is nobody is unknown, and a key reports nothing of another portal', async () => {
  const simply = await buildPatient(practice, { family: 'Simply', birthDate: BORN })
  expect(await report(simply.id, 'opened')).toEqual([200, 'stopped'])
  expect(await report(simply.id, 'active')).toEqual([200, 'noted'])
  expect(await recordOf(simply.id)).toMatchObject({ accounts: ['active'], activated: 1 })
  expect((await report('nobody-at-all', 'active'))[0]).toBe(404)
  const other = await openPortal(practice, ['myportal-ca'], ['activations'])
  expect((await other.send('POST', '/activations', await other.token(), { portalId: MYCHART, person: { patientId: simply.id }, step: 'active' })).status).toBe(404)
  portal = await openPortal(practice, [MYCHART], ['activations'])
})

test('CC-05: two desks that invite one person at the same moment send one invitation, and the other is told what to do', async () => {
  const made = await buildPatient(practice, { family: 'Race', birthDate: BORN, email: 'race@example.org' })
  const draft = await identified(desk, made.id)
  const contactId = draft.onFile.find((one) => one.kind === 'email')?.contactId
  const chosen = await step(desk, await step(desk, draft, 'settle-contact', { way: 'email', contactId }), 'choose-hand-over', { handOver: 'email' })
  const press = () => desk.post<{ code?: string; next?: string }>(`/api/enrollments/${chosen.id}/send-invitation`, {}, { version: chosen.version })
  const answers = await Promise.all([press(), press(), press()])
  expect(answers.map((one) => one.status).toSorted((a, b) => a - b)).toEqual([200, 412, 412])
  expect(answers.filter((one) => one.status !== 200).every(({ body }) => body.code === 'VERSION_STALE' && (body.next ?? '') !== '')).toBe(true)
  const { read } = practice.app.store
  const rows = await read.select().from(read.t.portalInvitations).where(eq(read.t.portalInvitations.patientId, made.id))
  expect(rows).toMatchObject([{ sends: 1 }])
  expect(await read.$count(read.t.outboxMails, eq(read.t.outboxMails.personId, made.id))).toBe(1)
})

test('CC-05: a desk that resends while another shows a code: one invitation, one live secret', async () => {
  const made = await buildPatient(practice, { family: 'Both', birthDate: BORN, email: 'both@example.org' })
  const draft = await mailed(desk, made.id)
  practice.clock.advance(3 * 60_000)
  const again = await step(desk, draft, 'choose-hand-over', { handOver: 'desk-code' })
  const version = (await desk.get<{ version: number }>(`/api/invitations/${again.invitation?.id ?? ''}`)).body.version
  const [resent, shown] = await Promise.allSettled([
    desk.post(`/api/invitations/${again.invitation?.id ?? ''}/resend`, { reason: 'asked for' }, { version }), showCode(practice, desk, again),
  ])
  expect([resent.status, shown.status]).toContain('fulfilled')
  const { read } = practice.app.store
  const { portalInvitations: i, activationCodes: c, invitationSends: s } = read.t
  expect(await read.$count(i, eq(i.patientId, made.id))).toBe(1)
  const codes = (await read.select().from(c).where(eq(c.patientId, made.id))).filter((one) => one.state === 'live').length
  const links = (await read.select().from(s).where(eq(s.patientId, made.id))).filter((one) => one.deadAt === null && one.channel === 'email').length
  expect(codes + links).toBe(1)
})
