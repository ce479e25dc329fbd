import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shippedPortals } from '#domain/policies/shipped-portals.ts'
import { clockedClasses } from '#domain/portals/state-clocks.ts'
import { resultCategories } from '#domain/portals/result-policy.ts'
import { endOfHold, isHeldFrom, type Hold, type ReleaseAct, type ResultFacts } from '#domain/release/facts.ts'
import { asksVerification, modeOf } from '#domain/release/modes.ts'
import { releaseAt } from '#domain/release/release.ts'
import { answerAt, nextTurnAt, turningPoints } from '#domain/release/timeline.ts'
import { DAY, HOUR } from '#domain/time.ts'
import { buildResult, NOW, parent, patient, rulesOf } from '#test/domain/release/build-result.ts'

const SPAN = 60 * DAY
const when = fc.integer({ min: 0, max: 60 * 24 }).map((hours) => NOW + hours * HOUR)
const hold = fc.record({ from: fc.constantFrom('patient' as const, 'representative' as const), startAt: when, days: fc.integer({ min: 1, max: 30 }), cut: fc.option(fc.integer({ min: 0, max: 20 })) })
  .map(({ from, startAt, days, cut }): Hold => ({
    id: 'h', from, personId: null, ground: 'data-doubtful', startAt, endAt: startAt + days * DAY, endedAt: cut === null ? null : startAt + cut * DAY,
  }))
const act = fc.record({ kind: fc.constantFrom('review' as const, 'verification' as const, 'order' as const, 'category' as const, 'recall' as const), at: when, asOrdering: fc.boolean() })
const facts = fc.record({
  categories: fc.uniqueArray(fc.constantFrom(...resultCategories), { minLength: 1, maxLength: 3 }), categorySure: fc.boolean(), complete: fc.boolean(),
  clockedClasses: fc.subarray([...clockedClasses]), status: fc.constantFrom('final' as const, 'corrected' as const), state: fc.constantFrom('US-NY', 'US-KY', 'US-TX', 'US-MT', null),
  orderedElsewhere: fc.boolean(), acts: fc.array(act, { maxLength: 5 }), holds: fc.array(hold, { maxLength: 3 }),
}).map((what): ResultFacts => buildResult({ ...what, acts: what.acts.toSorted((a, b) => a.at - b.at) }))
const portal = fc.constantFrom(...shippedPortals)
const instant = fc.integer({ min: 0, max: SPAN / HOUR }).map((hours) => NOW + hours * HOUR)
const mode = (policy: Parameters<typeof modeOf>[0], what: ResultFacts) => modeOf(policy, what)

test('R68: in sixty days nothing is held past its end', () => {
  fc.assert(fc.property(portal, facts, instant, ({ versions }, what, at) => {
    for (const recipient of [patient, parent]) {
      const answer = answerAt(versions, what, recipient, at)
      if (answer?.why.code !== 'HELD') continue
      expect(what.holds.some((one) => isHeldFrom(one, recipient, at) && at < endOfHold(one))).toBe(true)
      expect(answer.why.until).toBeGreaterThan(at)
    }
  }), { numRuns: 500 })
})

test('RL-01: whatever time passes, no order, review or verification comes of it', () => {
  const did = (what: ResultFacts, at: number, kinds: ReleaseAct['kind'][]) => what.acts.some((one) => kinds.includes(one.kind) && one.at <= at)
  fc.assert(fc.property(portal, facts, instant, ({ id }, what, at) => {
    const policy = rulesOf(id === 'caremount' ? 'mychart-ny-nj' : id)
    const answer = releaseAt(policy, what, patient, at)
    if (answer.state !== 'visible') return
    const waits = mode(policy, what)
    if (waits === 'on-order') expect(did(what, at, ['order'])).toBe(true)
    if (waits === 'after-verification') expect(did(what, at, ['verification', 'order'])).toBe(true)
    if (waits === 'after-review') expect(did(what, at, ['review', 'verification', 'order'])).toBe(true)
    if (waits === 'on-order' && asksVerification(policy)) expect(did(what, at, ['verification']) || what.acts.some((one) => one.kind === 'order' && one.asOrdering)).toBe(true)
    if (!what.categorySure) expect(did(what, at, ['category', 'order'])).toBe(true)
    expect(waits).not.toBe('never')
  }), { numRuns: 500 })
})

test('between two turning points nothing changes', () => {
  fc.assert(fc.property(portal, facts, instant, fc.integer({ min: 1, max: 100 }), ({ versions }, what, at, hours) => {
    const next = nextTurnAt(versions, what, at) ?? Infinity
    const later = Math.min(at + hours * HOUR, next - 1)
    if (later < at) return
    const [now, then] = [answerAt(versions, what, patient, at), answerAt(versions, what, patient, later)]
    expect(then).toEqual(now)
  }), { numRuns: 500 })
  expect(turningPoints([], buildResult())).toEqual([NOW])
})
