import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nobodyCanAct, proxiesOf } from '#domain/access/gap.ts'
import { sceneAt } from '#domain/access/scene.ts'
import { viewOf } from '#domain/access/view.ts'
import { ageAt } from '#domain/birthdays.ts'
import { DAY } from '#domain/time.ts'
import { accessOf, type RecordAccess } from '#db/access-facts.ts'
import type { Reader, Store } from '#db/store.ts'
import { itemsOf } from '#server/proxy-access/items-out.ts'
import { birthdaysNear } from '#server/proxy-access/birthdays-near.ts'
import { seedPractice } from '#seed/main.ts'
import { freshStore } from '#test/support/database.ts'

const at = Date.UTC(2026, 10, 24, 15, 42)
let store: Store
let read: Reader
let records: RecordAccess[]
beforeAll(async () => {
  store = await freshStore()
  read = store.read
  await seedPractice({
    store, mode: 'demo', at, timeZone: 'America/New_York', newId: () => 'unused',
    hashPassword: async (password) => `hash of ${password}`, seal: (plain) => `sealed ${plain}`, mailKeyId: 'key',
  })
  const ids = await read.selectDistinct({ id: read.t.proxyGrants.patientId }).from(read.t.proxyGrants)
  records = [...(await accessOf(read, ids.map((row) => row.id))).values()]
})
afterAll(() => store.close())

test('the demo has families of every kind that the rules speak of', () => {
  const grants = records.flatMap((one) => one.grants)
  expect(new Set(grants.map((one) => one.state))).toEqual(new Set(['requested', 'held', 'pending', 'active', 'suspended', 'ended']))
  expect(new Set(grants.map((one) => one.basis))).toEqual(new Set([
    'parent', 'guardian-of-minor', 'custody-order', 'state-agency', 'teen-consent', 'diminished-capacity', 'adult-consent', 'health-care-proxy', 'adult-guardian', 'executor',
  ]))
  expect(new Set(records.flatMap((one) => one.legalStatuses.map((status) => status.kind)))).toEqual(
    new Set(['state-custody', 'adopted', 'emancipated', 'diminished-capacity', 'adult-guardianship']))
  expect(records.filter((one) => one.grants.length > 1).length).toBeGreaterThan(15)
  expect(new Set(grants.map((one) => one.portalId))).toEqual(new Set(['mychart-ny-nj', 'myportal-ca', 'followmyhealth', 'nextgen-legacy']))
})

test('every fact that closes access occurs among them, so that each can be looked at', () => {
  const codes = new Set(records.flatMap((one) => [...new Set(one.grants.map((grant) => grant.portalId))].flatMap((portalId) => {
    const facts = one.factsOf(portalId)
    return proxiesOf(facts).map((viewer) => sceneAt(facts, viewer, at).closedBy)
  })))
  for (const code of [
    null, 'BLOCKED', 'GRANT_REQUESTED', 'GRANT_PENDING', 'GRANT_SUSPENDED', 'GRANT_REVOKED', 'REVIEW_OVERDUE', 'BASIS_EXPIRED', 'MAJORITY_REACHED', 'ENDED_BY_EMANCIPATION',
    'SUSPENDED_BY_CUSTODY', 'ENDED_BY_ADOPTION',
  ] as const) expect([code, codes.has(code)]).toEqual([code, true])
})

test('birthdays of 12 and 18 come in the next seven, thirty and ninety days, and some leave nobody who could act', async () => {
  const today = '2026-11-24'
  for (const [age, until, least] of [[12, '2026-12-01', 1], [12, '2026-12-24', 3], [18, '2026-12-24', 2], [18, '2027-02-22', 3]] as const) {
    expect((await birthdaysNear(read, age, today, until)).length).toBeGreaterThanOrEqual(least)
  }
  const teens = records.filter((one) => ageAt(one.chart.birthDate, at, 'America/New_York') === 12)
  expect(teens.some((one) => nobodyCanAct(one.factsOf('mychart-ny-nj'), at))).toBe(true)
})

test('R31: confidential visits of teens are in no proxy’s list, count or amount', async () => {
  const marked = await read.selectDistinct({ id: read.t.recordItems.patientId }).from(read.t.recordItems).where(and(eq(read.t.recordItems.confidentialTo, 'sti-care'), eq(read.t.recordItems.category, 'bill-line')))
  expect(marked.length).toBeGreaterThan(3)
  for (const { id } of marked) {
    const access = records.find((one) => one.chart.id === id)
    const all = await itemsOf(read, id)
    const open = all.filter((one) => one.confidentialTo.length === 0)
    expect(all.length - open.length).toBeGreaterThan(5)
    for (const portalId of new Set(access?.grants.map((grant) => grant.portalId))) {
      const facts = access?.factsOf(portalId)
      for (const viewer of facts ? proxiesOf(facts).filter((one) => !facts.consents.some((consent) => consent.personId === one.personId)) : []) {
        if (facts) expect(viewOf(facts, viewer, all, at)).toEqual(viewOf(facts, viewer, open, at))
      }
    }
  }
})

test('nothing of a family lies in the future, and each grant’s last state is its own', async () => {
  for (const one of records) {
    for (const grant of one.grants) {
      const events = one.eventsOf(grant.id)
      expect(events.at(-1)).toMatchObject({ state: grant.state, cause: grant.cause, at: grant.stateAt })
      expect(events.every((event, place) => event.at <= at && event.at >= (events[place - 1]?.at ?? 0))).toBe(true)
      expect(grant.createdAt).toBeGreaterThan(at - 1400 * DAY)
    }
  }
})
