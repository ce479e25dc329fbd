import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accessToItem, capabilitiesAt } from '#domain/access/access.ts'
import { changesAhead } from '#domain/access/changes.ts'
import type { AccessFacts } from '#domain/access/facts.ts'
import { viewersOf } from '#domain/access/gap.ts'
import { itemCategories } from '#domain/access/items.ts'
import { viewOf } from '#domain/access/view.ts'
import { addDays, DAY, startOfLocalDay } from '#domain/time.ts'
import { shippedPolicy, type ShippedPortalId } from '#test/domain/portals/build-portal.ts'
import { wallDateOf } from '#test/domain/portals/wall-clock.ts'
import { buildFacts, buildGrant, buildItem, FATHER, proxy } from '#test/domain/access/build-facts.ts'
import { yearsOn } from '#test/domain/access/published.ts'

const zones = ['America/New_York', 'America/Los_Angeles', 'Pacific/Kiritimati', 'America/Santiago', 'Africa/Cairo', 'Australia/Lord_Howe', 'UTC'] as const
/** Every day from which somebody is a minor or just of age in 2026, leap days among them more often than they come. */
const birthDates = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 7500 }).map((days) => addDays('2006-01-01', days)) },
  { weight: 1, arbitrary: fc.constantFrom('2008-02-29', '2012-02-29', '2016-02-29', '2020-02-29', '2024-02-29') },
)
/** The hours around the nights in which clocks change, or any moment of 2026. */
const instants = fc.oneof(
  fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) }),
  fc.tuple(fc.constantFrom(Date.UTC(2026, 2, 8), Date.UTC(2026, 10, 1), Date.UTC(2026, 3, 24), Date.UTC(2026, 8, 6), Date.UTC(2026, 3, 5)), fc.integer({ min: -DAY, max: DAY })).map(([night, by]) => night + by),
)
const inZone = (timeZone: string, id: ShippedPortalId = 'mychart-ny-nj') => ({ ...shippedPolicy(id), timeZone, effectiveFromOn: null, service: { ...shippedPolicy(id).service, opensOn: null } })

describe('PX-01, PX-02: no proxy is ever seen with wrong rights', () => {
  it('a parent reads results exactly while the wall clock of the portal says that the child is under 12', () => {
    fc.assert(fc.property(birthDates, instants, fc.constantFrom(...zones), (birthDate, at, zone) => {
      const facts = buildFacts({ birthDate, versions: [inZone(zone)] })
      const age = yearsOn(birthDate, wallDateOf(at, zone))
      expect(accessToItem(facts, proxy(), buildItem(), at).visible).toBe(age >= 0 && age < 12)
      expect(accessToItem(facts, proxy(), buildItem({ category: 'bill-line' }), at).visible).toBe(age >= 0 && age < 18)
    }), { numRuns: 3000 })
  })

  it('R25: MyPortal shows exactly what was acquired before the 12th and from the 18th birthday on, to anybody', () => {
    fc.assert(fc.property(birthDates, fc.integer({ min: 0, max: 7400 }), (birthDate, days) => {
      const acquiredOn = addDays(birthDate, days)
      const age = yearsOn(birthDate, acquiredOn)
      const facts = buildFacts({ birthDate, versions: [inZone('America/Los_Angeles', 'myportal-ca')], ownAccount: { state: 'active', sinceAt: 0 } })
      expect(accessToItem(facts, { kind: 'patient' }, buildItem({ acquiredOn }), Date.UTC(2060, 0, 1)).visible).toBe(age < 12 || age >= 18)
    }), { numRuns: 2000 })
  })

  it('R31: whatever carries a mark leaves a proxy’s view of a minor as if it were not there', () => {
    const items = fc.array(fc.record({
      category: fc.constantFrom(...itemCategories), marked: fc.boolean(), cents: fc.integer({ min: 1, max: 90_000 }), acquiredOn: fc.integer({ min: 0, max: 400 }).map((days) => addDays('2025-10-01', days)),
    }), { maxLength: 12 })
    fc.assert(fc.property(birthDates, instants, items, fc.constantFrom('parent', 'teen-consent', 'state-agency', 'diminished-capacity'), (birthDate, at, drawn, basis) => {
      fc.pre(yearsOn(birthDate, wallDateOf(at, 'America/New_York')) < 18)
      const facts = buildFacts({ birthDate, grants: [buildGrant({ basis })], versions: [inZone('America/New_York')] })
      const all = drawn.map((one, place) => ({
        ...buildItem({ category: one.category, acquiredOn: one.acquiredOn, confidentialTo: one.marked ? ['sti-care'] : [] }), id: String(place), amountCents: one.category === 'bill-line' ? one.cents : null,
      }))
      expect(viewOf(facts, proxy(), all, at)).toEqual(viewOf(facts, proxy(), all.filter((one) => one.confidentialTo.length === 0), at))
    }), { numRuns: 1500 })
  })

  it('between two changes that were foreseen every answer stays the same', () => {
    const days = fc.integer({ min: -400, max: 400 }).map((by) => addDays('2026-06-15', by))
    const facts = fc.record({
      birthDate: birthDates, zone: fc.constantFrom(...zones), startOn: days, endOn: fc.option(days), reviewOn: days, expiresOn: fc.option(days),
      status: fc.option(fc.record({ kind: fc.constantFrom('emancipated', 'state-custody', 'adopted', 'married'), fromOn: days, untilOn: fc.option(days) })),
      blockedFrom: fc.option(instants), consentAt: fc.option(instants), portal: fc.constantFrom<ShippedPortalId>('mychart-ny-nj', 'myportal-ca', 'followmyhealth', 'nextgen-legacy'),
      basis: fc.constantFrom('parent', 'teen-consent', 'adult-consent', 'state-agency'), diedAt: fc.option(instants),
    }).map((drawn): AccessFacts => buildFacts({
      birthDate: drawn.birthDate, versions: [inZone(drawn.zone, drawn.portal)],
      grants: [buildGrant({
        basis: drawn.basis, startOn: drawn.startOn, endOn: drawn.endOn, reviewOn: drawn.reviewOn,
        documents: buildGrant({ basis: drawn.basis }).documents.map((one) => ({ ...one, expiresOn: drawn.expiresOn })),
      }), buildGrant({ personId: FATHER })],
      legalStatuses: drawn.status ? [{ ...drawn.status, endedAt: null, formerPersonIds: [] }] : [],
      blocked: drawn.blockedFrom === null ? [] : [{ personId: FATHER, fromAt: drawn.blockedFrom, liftedAt: null }],
      consents: drawn.consentAt === null ? [] : [{ personId: FATHER, serviceLine: 'sti-care', givenAt: drawn.consentAt, withdrawnAt: null }],
      death: drawn.diedAt === null ? null : { fromAt: drawn.diedAt, on: null },
    }))
    fc.assert(fc.property(facts, instants, fc.integer({ min: 1, max: 500 * DAY }), (given, from, stretch) => {
      const ahead = changesAhead(given, from, from + stretch)
      const first = ahead[0]?.at ?? from + stretch + 1
      const before = [from, Math.floor((from + first) / 2), first - 1]
      const answers = before.map((at) => JSON.stringify(viewersOf(given).map((viewer) => [
        capabilitiesAt(given, viewer, at).map((one) => [one.answer, one.why.code]),
        accessToItem(given, viewer, buildItem({ confidentialTo: ['sti-care'] }), at).visible, accessToItem(given, viewer, buildItem({ category: 'letter' }), at).visible,
      ])))
      expect(new Set(answers).size).toBe(1)
      expect(ahead.map(({ at }) => at)).toEqual(ahead.map(({ at }) => at).toSorted((a, b) => a - b))
    }), { numRuns: 500 })
  })
})

it('R21: the last moment of a day of 23 or 25 hours belongs to the day', () => {
  for (const [birthDate, next] of [['2014-03-09', '2026-03-09'], ['2014-11-02', '2026-11-02']] as const) {
    const facts = buildFacts({ birthDate })
    const midnight = startOfLocalDay(next, 'America/New_York')
    expect([midnight - 1, midnight].map((at) => accessToItem(facts, proxy(), buildItem(), at).visible)).toEqual([true, false])
  }
})
