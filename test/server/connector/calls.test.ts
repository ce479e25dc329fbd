import { utimesSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { isoOf } from '#domain/time.ts'
import { describedCalls } from '#server/connector/connector.ts'
import { messagePractice, MONDAY, type MessagePractice } from '#test/server/messages/build-messages.ts'
import { buildPatient } from '#test/server/patients/people.ts'
import { connectorOf, type Connector } from '#test/support/connector.ts'
import { openPractice, type TestPractice } from '#test/support/desk.ts'

const everyRight = [...new Set(describedCalls.map(({ right }) => right))]
let practice: TestPractice
let m: MessagePractice
let patientId: string
let written = 0
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '100000' })
  practice.clock.set(MONDAY)
  m = messagePractice(practice)
  patientId = (await buildPatient(practice)).id
})
afterAll(() => practice.stop())

/** A key with these rights for these portals; the file's time moves on with each writing. */
async function connector(may: string[], portals: string[]): Promise<Connector> {
  const made = await connectorOf(practice, m.now, { may, portals })
  utimesSync(join(practice.app.config.dataDir, 'connectors.json'), MONDAY / 1000 + written, MONDAY / 1000 + ++written)
  return made
}
const filled = (route: string): string => route.replace(':id', patientId)
const refusals = async (): Promise<number> => {
  const { auditEvents: e } = practice.app.store.read.t
  return practice.app.store.read.$count(e, eq(e.event, 'access.refused'))
}

/** A thread of mychart-ny-nj that a clinician has answered. */
async function repliedThread(): Promise<{ entryId: string }> {
  const desk = await practice.as('clinician1')
  const { threadId, messageId } = await m.receive({ patientId: await m.patient() })
  await m.claim(desk, threadId)
  expect((await m.act(desk, threadId, 'reply', { text: 'Keep taking it.', seenMessageId: messageId })).status).toBe(200)
  const reply = (await m.open(desk, threadId)).entries.find(({ kind }) => kind === 'reply')
  if (!reply) throw new Error('there is no reply')
  return { entryId: reply.id }
}

let mine: Connector
beforeEach(async () => {
  mine = await connector(everyRight, ['mychart-ny-nj'])
})

test('every call is described for machines, with what it takes and the right that its key needs', async () => {
  const description = (await (await fetch(`${practice.origin}/api/openapi.json`)).json()) as { paths: Record<string, Record<string, { security?: unknown; requestBody?: unknown }>> }
  for (const { route, body } of describedCalls) {
    const [method = '', path = ''] = route.split(' ')
    const found = description.paths[path.replace(':id', '{id}')]?.[method.toLowerCase()]
    expect([route, found?.security, Boolean(found?.requestBody)]).toEqual([route, [{ connector: [] }], body !== undefined])
  }
})

test.each(describedCalls.map(({ route, right }) => [route, right] as const))('AU-09: %s is heard from nobody without a token, and from no key without its right; both stand in the record', async (route, right) => {
  const before = await refusals()
  expect(await mine.call(filled(route), route.startsWith('GET') ? undefined : {}, null)).toMatchObject({ status: 401, body: { code: 'CONNECTOR_TOKEN_REFUSED' } })
  const other = await connector(everyRight.filter((one) => one !== right), ['mychart-ny-nj'])
  expect(await other.call(filled(route), route.startsWith('GET') ? undefined : {})).toMatchObject({ status: 401, body: { code: 'CONNECTOR_TOKEN_REFUSED' } })
  expect(await refusals()).toBe(before + 2)
})

const spoken = (portalId: string): [string, object | undefined][] => [
  ['POST /connector/v1/messages', { id: 'm-1', portalId, patient: { id: patientId }, sender: { kind: 'patient' }, text: 'Hello', sentAt: isoOf(m.now()) }],
  ['POST /connector/v1/activations', { portalId, person: { patientId }, step: 'opened' }],
  ['POST /connector/v1/account-uses', { portalId, person: { patientId }, kind: 'sign-in', sessionRef: 's-1', at: isoOf(m.now()) }],
  ['POST /connector/v1/recovery-attempts', { portalId, person: { patientId }, eventId: 'e-1', kind: 'locked', at: isoOf(m.now()) }],
  ['POST /connector/v1/registrations', { portalId, sourceId: 'r-1', givenName: 'Ann', familyName: 'Lee', birthDate: '1980-02-01' }],
  ['POST /connector/v1/results/visibility', { portalId, patientId, viewer: 'patient' }],
  ['POST /connector/v1/results/reads', { portalId, patientId, viewer: 'patient', resultId: 'r-1', at: isoOf(m.now()) }],
  [`GET /connector/v1/patients/PATIENT/access?viewer=patient&portal=${portalId}`, undefined],
  ['POST /connector/v1/proxy-grants/g-1/settle', { outcome: 'confirmed', portal: portalId }],
]

test('a portal hears and tells of its own accounts alone: of any other it is as if there were none', async () => {
  for (const [route, body] of spoken('followmyhealth')) {
    expect([route, (await mine.call(route.replace('PATIENT', patientId), body)).status]).toEqual([route, 404])
  }
  const own = await mine.call(...(spoken('mychart-ny-nj')[5] as [string, object]))
  expect(own).toMatchObject({ status: 200, body: { visible: [] } })
})

test('a reply is read on the portal that it went to, and on no other', async () => {
  const { entryId } = await repliedThread()
  const other = await connector(everyRight, ['followmyhealth'])
  const receipt = { messageId: entryId, readAt: isoOf(m.now()) }
  expect((await other.call('POST /connector/v1/read-receipts', receipt)).status).toBe(404)
  mine = await connector(everyRight, ['mychart-ny-nj'])
  expect(await mine.call('POST /connector/v1/read-receipts', receipt)).toEqual({ status: 200, body: { outcome: 'read' } })
})

test('AU-09: a token carries one call, whichever it is', async () => {
  const once = await mine.token()
  const [question, body] = spoken('mychart-ny-nj')[5] as [string, object]
  expect((await mine.call(question, body, once)).status).toBe(200)
  expect(await mine.call(question, body, once)).toMatchObject({ status: 401, body: { code: 'CONNECTOR_TOKEN_USED' } })
  expect(await mine.call('POST /connector/v1/lab-messages', {}, once)).toMatchObject({ status: 400 })
})
