import { and, asc, eq, like } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CampaignPreview } from '#domain/contracts/campaigns.ts'
import type { PatientOverview } from '#domain/contracts/patients.ts'
import type { PreferencesAnswer } from '#domain/contracts/preferences.ts'
import { DAY } from '#domain/time.ts'
import { accountCommandBody } from '#db/account-commands.ts'
import { recordWishesAgain } from '#server/preferences/preferences.ts'
import { identified, MYCHART, readDraft, step, type Refused } from '#test/server/enrollment/enroll.ts'
import { buildPatient } from '#test/server/patients/people.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
let desk: Desk
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '10000' })
  desk = await practice.as('frontdesk1')
})
afterAll(() => practice.stop())

const noInvitations = { portalId: null, channel: 'email', kind: 'invitations', source: 'in-person', reason: 'she has asked twice' }
const record = <Body = { id: string; version: number }>(patientId: string, more: Record<string, unknown> = {}) =>
  desk.post<Body>(`/api/patients/${patientId}/opt-out`, { ...noInvitations, ...more })
const read = async (patientId: string) => (await desk.get<PreferencesAnswer>(`/api/patients/${patientId}/preferences`)).body
let count = 0
const somebody = (more: Record<string, unknown> = {}) => buildPatient(practice, { family: `Quiet${++count}`, birthDate: '1980-04-04', email: `quiet${count}@example.org`, ...more })

test('a wish is on record with who, how, why and when; it is taken back the same way, and both stay', async () => {
  const { id } = await somebody()
  expect((await desk.post<Refused>(`/api/patients/${id}/opt-out`, { ...noInvitations, reason: undefined })).body.code).toBe('REASON_NEEDED')
  const made = await record(id)
  expect(made.status).toBe(200)
  expect((await record<Refused>(id)).body.code).toBe('OPT_OUT_STANDS')
  expect((await record<Refused>(id, { portalId: MYCHART })).body.code).toBe('OPT_OUT_STANDS')
  expect((await read(id)).optOuts).toMatchObject([{ portal: null, channel: 'email', kind: 'invitations', source: 'in-person', recorded: { reason: 'she has asked twice' }, takenBack: null }])
  expect((await desk.get<PatientOverview>(`/api/patients/${id}`)).body.doesNotWant).toEqual([{ portalName: null, channel: 'email', kind: 'invitations' }])
  const other = await practice.as('helpline1')
  expect((await other.post(`/api/opt-outs/${made.body.id}/end`, { reason: 'wants it after all' }, { version: 1 })).status).toBe(200)
  expect((await desk.post<Refused>(`/api/opt-outs/${made.body.id}/end`, { reason: 'once more' }, { version: 2 })).body.code).toBe('ALREADY_DONE')
  const [wish] = (await read(id)).optOuts
  expect(wish?.takenBack?.reason).toBe('wants it after all')
  expect(new Set([wish?.recorded.by, wish?.takenBack?.by]).size).toBe(2)
  expect((await record(id)).status).toBe(200)
  const { auditEvents: e } = practice.app.store.read.t
  const told = await practice.app.store.read.select({ event: e.event }).from(e).where(and(eq(e.patientId, id), like(e.event, 'opt-out.%'))).orderBy(asc(e.seq))
  expect(told.map((one) => one.event)).toEqual(['opt-out.recorded', 'opt-out.ended', 'opt-out.recorded'])
})

test('R71: a way that the portal does not have cannot be chosen, nor a portal that is none of theirs', async () => {
  const west = await somebody({ portals: [{ portalId: 'myportal-ca', state: 'active' }] })
  const shown = (await read(west.id)).portals.find((one) => one.id === 'myportal-ca')
  expect(shown).toMatchObject({ channels: ['email'], staffMaySet: true, hasAccount: true })
  expect((await record<Refused>(west.id, { portalId: 'myportal-ca', channel: 'sms' })).body.code).toBe('OPT_OUT_NO_SUCH_WAY')
  expect((await record(west.id, { portalId: 'myportal-ca', channel: 'email' })).status).toBe(200)
  expect((await record<Refused>((await somebody()).id, { portalId: 'myportal-ca' })).body.code).toBe('PORTAL_NOT_HERE')
  expect((await record<Refused>((await somebody({ deceased: true })).id)).body.code).toBe('PATIENT_DECEASED')
})

test('two desks at once leave one wish', async () => {
  const { id } = await somebody()
  const second = await practice.as('frontdesk2')
  const answers = await Promise.all([record(id), second.post(`/api/patients/${id}/opt-out`, noInvitations)])
  expect(answers.map((one) => one.status).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect((await read(id)).optOuts).toHaveLength(1)
})

test('the wizard refuses the mail and leaves the code at the desk; a wish that comes later stops the sending', async () => {
  const { id } = await somebody()
  const draft = await identified(desk, id)
  const settled = await step(desk, draft, 'settle-contact', { way: 'email', contactId: draft.onFile[0]?.contactId })
  const made = await record(id)
  const choices = (await readDraft(desk, draft.id)).handOverChoices
  expect(choices.map(({ handOver, refusal }) => [handOver, refusal?.code])).toEqual([['desk-code', undefined], ['email', 'CONTACT_OPTED_OUT']])
  expect((await desk.post<Refused>(`/api/enrollments/${draft.id}/choose-hand-over`, { handOver: 'email' }, { version: settled.version })).body.code).toBe('CONTACT_OPTED_OUT')
  await desk.post(`/api/opt-outs/${made.body.id}/end`, { reason: 'asks for a mail now' }, { version: 1 })
  const chosen = await step(desk, settled, 'choose-hand-over', { handOver: 'email' })
  await record(id)
  expect((await desk.post<Refused>(`/api/enrollments/${draft.id}/send-invitation`, {}, { version: chosen.version })).body.code).toBe('CONTACT_OPTED_OUT')
})

test('a campaign leaves out who does not want its portal’s invitations, and says so in the preview', async () => {
  const long = new Date(practice.clock.now() - 200 * DAY).toISOString()
  const legacy = { portals: [{ portalId: 'nextgen-legacy', state: 'legacy-only' }], contactsSinceAt: long }
  const [wants, not, elsewhere] = [await somebody(legacy), await somebody(legacy), await somebody(legacy)]
  await record(not.id, { portalId: MYCHART })
  await record(elsewhere.id, { portalId: 'nextgen-legacy' })
  const manager = await practice.as('manager1')
  const { body } = await manager.post<CampaignPreview>('/api/campaigns/preview', { portalId: MYCHART, standing: { portalId: 'nextgen-legacy', states: ['legacy-only'] } })
  expect([wants.id !== not.id, body.inCohort, body.toInvite, body.leftOut.map((one) => [one.code, one.count])]).toEqual([true, 3, 2, [['CONTACT_OPTED_OUT', 1]]])
})

test('a portal where they have an account is told everything that they do not want from it, as it is then', async () => {
  const { id } = await somebody({ portals: [{ portalId: MYCHART, state: 'active' }] })
  const made = await record(id, { kind: 'notices', portalId: MYCHART })
  await record(id, { channel: 'sms' })
  const { store } = practice.app
  const { portalCommands: c } = store.read.t
  const told = await store.read.select().from(c).where(and(eq(c.kind, 'account.preferences'), eq(c.portalId, MYCHART)))
  expect(told).toHaveLength(2)
  const body = () => accountCommandBody(store.read, { kind: 'account.preferences', objectId: told[0]?.objectId ?? '' })
  expect((await body())?.doesNotWant).toEqual(expect.arrayContaining([{ kind: 'notices', channel: 'email' }, { kind: 'invitations', channel: 'sms' }]))
  await desk.post(`/api/opt-outs/${made.body.id}/end`, { reason: 'wants them again' }, { version: 1 })
  expect((await body())?.doesNotWant).toEqual([{ kind: 'invitations', channel: 'sms' }])
})

test('OP-03: a wish that a restore has lost stands again', async () => {
  const { id } = await somebody()
  const lost = [{ event: 'opt-out.recorded', objectId: 'lost-wish', patientId: id, detail: { portalId: '*', channel: 'email', kind: 'invitations', source: 'by-phone', reason: 'no more' } }]
  expect(await practice.app.store.tx((w) => recordWishesAgain(w, practice.clock.now(), lost))).toBe(1)
  expect(await practice.app.store.tx((w) => recordWishesAgain(w, practice.clock.now(), lost))).toBe(0)
  expect((await read(id)).optOuts).toMatchObject([{ id: 'lost-wish', takenBack: null }])
})
