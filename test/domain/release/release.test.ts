import { describe, expect, test } from 'vitest'
import { releaseAt } from '#domain/release/release.ts'
import { timelineOf } from '#domain/release/timeline.ts'
import { DAY, HOUR } from '#domain/time.ts'
import { buildHold, buildResult, NOW, parent, patient, portalOf, rulesOf } from '#test/domain/release/build-result.ts'

const [mychart, myportal, followmyhealth] = [rulesOf('mychart-ny-nj'), rulesOf('myportal-ca'), rulesOf('followmyhealth')]
const order = { kind: 'order', at: NOW, asOrdering: true } as const
const orderByColleague = { ...order, asOrdering: false }
const verification = { kind: 'verification', at: NOW, asOrdering: true } as const

/** State and deciding code in short. */
function short(...asked: Parameters<typeof releaseAt>): string {
  const answer = releaseAt(...asked)
  return `${answer.state} ${answer.why.code} ${answer.why.rule}`
}

describe('R60–R64: what each portal waits for', () => {
  test.each([
    ['MyChart, cholesterol', mychart, buildResult(), 'visible SHOWN_AT_ONCE R60'],
    ['MyChart, HIV', mychart, buildResult({ categories: ['hiv-htlv'] }), 'visible SHOWN_AT_ONCE R60'],
    ['MyChart, X-ray', mychart, buildResult({ categories: ['radiology'] }), 'visible SHOWN_AT_ONCE R60'],
    ['MyChart, preliminary', mychart, buildResult({ status: 'preliminary', finalAt: null }), 'waits NOT_FINAL R60'],
    ['MyPortal, cholesterol', myportal, buildResult(), 'waits WAITS_FOR_VERIFICATION R62'],
    ['MyPortal, verified', myportal, buildResult({ acts: [verification] }), 'visible SHOWN_AFTER_VERIFICATION R62'],
    ['MyPortal, seen only', myportal, buildResult({ acts: [{ ...order, kind: 'review' }] }), 'waits WAITS_FOR_VERIFICATION R62'],
    ['MyPortal, radiology', myportal, buildResult({ categories: ['radiology'] }), 'waits WAITS_FOR_ORDER R66'],
    ['MyPortal, radiology by the ordering provider’s order', myportal, buildResult({ categories: ['radiology'], acts: [order] }), 'visible SHOWN_BY_ORDER R66'],
    ['MyPortal, radiology by a colleague’s order', myportal, buildResult({ categories: ['radiology'], acts: [orderByColleague] }), 'waits WAITS_FOR_VERIFICATION R66'],
    ['MyPortal, both', myportal, buildResult({ categories: ['radiology'], acts: [orderByColleague, verification] }), 'visible SHOWN_BY_ORDER R66'],
    ['MyPortal, drug test, ordered and verified', myportal, buildResult({ categories: ['toxicology'], acts: [order, verification] }), 'blocked NEVER_ON_PORTAL R63'],
    ['MyPortal, a panel with one hepatitis test', myportal, buildResult({ categories: ['hepatitis', 'laboratory'], acts: [order] }), 'blocked NEVER_ON_PORTAL R63'],
    ['MyPortal, ordered elsewhere', myportal, buildResult({ orderedElsewhere: true, acts: [verification] }), 'blocked ORDERED_ELSEWHERE R65'],
    ['FollowMyHealth, cholesterol', followmyhealth, buildResult(), 'waits WAITS_FOR_REVIEW R62'],
    ['FollowMyHealth, seen', followmyhealth, buildResult({ acts: [{ ...order, kind: 'review', asOrdering: false }] }), 'visible SHOWN_AFTER_REVIEW R62'],
    ['FollowMyHealth, genetics', followmyhealth, buildResult({ categories: ['genetic'] }), 'waits WAITS_FOR_ORDER R64'],
    ['FollowMyHealth, skin biopsy ordered', followmyhealth, buildResult({ categories: ['tissue-pathology'], acts: [orderByColleague] }), 'visible SHOWN_BY_ORDER R64'],
    ['FollowMyHealth, ordered elsewhere', followmyhealth, buildResult({ orderedElsewhere: true, acts: [order] }), 'visible SHOWN_AFTER_REVIEW R62'],
    ['a result that the laboratory took back', mychart, buildResult({ status: 'entered-in-error' }), 'blocked WITHDRAWN R60'],
  ] as const)('%s', (_, policy, facts, expected) => {
    expect(short(policy, facts, patient, NOW)).toBe(expected)
  })

  test('MyPortal’s list says that it is stricter than the law it cites', () => {
    expect(releaseAt(myportal, buildResult({ categories: ['genetic'] }), patient, NOW).why).toMatchObject({ stricterThanCitedLaw: true, findings: ['LAW_CHANGED_SINCE'] })
  })
})

describe('R25: MyPortal hides what was collected from 12 to 17', () => {
  const teen = (acquiredOn: string | null) => buildResult({ birthDate: '2010-05-10', acquiredOn, acts: [verification] })
  test.each([['2022-05-09', 'visible'], ['2022-05-10', 'blocked'], ['2028-05-09', 'blocked'], ['2028-05-10', 'visible'], [null, 'blocked']] as const)('collected on %s: %s', (on, state) => {
    expect(releaseAt(myportal, teen(on), patient, NOW).state).toBe(state)
    expect(releaseAt(myportal, teen(on), parent, NOW).state).toBe(state)
    expect(releaseAt(mychart, teen(on), patient, NOW).state, 'MyChart has no such rule').toBe('visible')
  })
})

describe('codes that tell nothing', () => {
  test('a result of doubtful kind waits for a clinician even where everything is shown at once', () => {
    expect(short(mychart, buildResult({ categorySure: false }), patient, NOW)).toBe('waits CATEGORY_UNSURE R60')
    expect(short(mychart, buildResult({ categorySure: false, acts: [{ ...order, kind: 'category' }] }), patient, NOW)).toBe('visible SHOWN_AT_ONCE R60')
    expect(short(mychart, buildResult({ categorySure: false }), patient, NOW + 400 * DAY), 'no time lets it out').toBe('waits CATEGORY_UNSURE R60')
  })

  test('a report whose values have not all come waits for them', () => {
    expect(short(mychart, buildResult({ complete: false }), patient, NOW)).toBe('waits VALUES_TO_COME R60')
  })
})

describe('R68: holds', () => {
  test('a hold keeps it from whom it names, up to its end and not a moment longer', () => {
    const facts = buildResult({ holds: [buildHold()] })
    const end = NOW + 2 * DAY
    expect(short(mychart, facts, patient, end - 1)).toBe('waits HELD R68')
    expect(short(mychart, facts, patient, end)).toBe('visible SHOWN_AT_ONCE R60')
    expect(short(mychart, facts, parent, NOW), 'from the patient alone').toBe('visible SHOWN_AT_ONCE R60')
  })

  test('a hold from one parent leaves the other parent alone', () => {
    const facts = buildResult({ holds: [buildHold({ from: 'representative', personId: 'p1', ground: 'substantial-harm' })] })
    expect(short(mychart, facts, parent, NOW)).toBe('waits HELD R68')
    expect(short(mychart, facts, { kind: 'representative', personId: 'p2' }, NOW)).toBe('visible SHOWN_AT_ONCE R60')
  })

  test('when a hold ends the result returns to what its portal says: shown, waiting, or blocked', () => {
    const after = NOW + 2 * DAY
    const facts = buildResult({ holds: [buildHold()] })
    expect(short(myportal, facts, patient, after)).toBe('waits WAITS_FOR_VERIFICATION R62')
    expect(short(followmyhealth, { ...facts, categories: ['tissue-pathology'] }, patient, after)).toBe('waits WAITS_FOR_ORDER R64')
    expect(short(mychart, { ...facts, categories: ['hiv-htlv'] }, patient, after)).toBe('visible SHOWN_AT_ONCE R60')
    expect(short(myportal, { ...facts, categories: ['hiv-htlv'] }, patient, after)).toBe('blocked NEVER_ON_PORTAL R63')
  })

  test('a recalled result stays away, also when the laboratory corrects it, until a clinician orders it anew', () => {
    const recalled = buildResult({ acts: [order, { kind: 'recall', at: NOW + HOUR, asOrdering: true }] })
    expect(short(mychart, recalled, patient, NOW + 2 * HOUR)).toBe('waits RECALLED R68')
    const corrected = { ...recalled, status: 'corrected' as const, versionAt: NOW + 3 * HOUR, finalAt: NOW + 3 * HOUR }
    expect(short(mychart, corrected, patient, NOW + 4 * HOUR)).toBe('waits RECALLED R68')
    expect(short(mychart, { ...corrected, acts: [...corrected.acts, { ...order, at: NOW + 5 * HOUR }] }, patient, NOW + 6 * HOUR)).toBe('visible SHOWN_AT_ONCE R60')
  })

  test('a correction asks for a new verification', () => {
    const corrected = buildResult({ status: 'corrected', versionAt: NOW + DAY, finalAt: NOW + DAY, acts: [verification] })
    expect(short(myportal, corrected, patient, NOW + DAY)).toBe('waits WAITS_FOR_VERIFICATION R62')
  })
})

describe('R69: state clocks', () => {
  const malignancy = buildResult({ categories: ['tissue-pathology'], clockedClasses: ['malignancy'] })
  const at = (state: string, what = malignancy) => ({ ...what, state })

  test('Kentucky: 72 hours from the final report, earlier by the provider’s release', () => {
    expect(short(mychart, at('US-KY'), patient, NOW + 72 * HOUR - 1)).toBe('waits STATE_CLOCK R69')
    expect(short(mychart, at('US-KY'), patient, NOW + 72 * HOUR)).toBe('visible SHOWN_AT_ONCE R60')
    expect(short(mychart, at('US-KY', { ...malignancy, acts: [orderByColleague] }), patient, NOW)).toBe('visible SHOWN_AT_ONCE R60')
  })

  test('Texas: not before midnight of the third day, whoever orders', () => {
    const facts = at('US-TX', { ...malignancy, acts: [order] })
    const end = Date.parse('2026-11-25T05:00:00Z')
    expect(short(mychart, facts, patient, end - 1)).toBe('waits STATE_CLOCK R69')
    expect(short(mychart, facts, patient, end)).toBe('visible SHOWN_AT_ONCE R60')
  })

  test('Montana: from 1 July 2026 on, and for a positive HIV test too', () => {
    const hiv = (finalAt: number) => buildResult({ categories: ['hiv-htlv'], clockedClasses: ['hiv-positive-diagnostic'], state: 'US-MT', finalAt, versionAt: finalAt })
    const before = Date.parse('2026-06-30T15:00:00Z')
    expect(short(mychart, hiv(before), patient, before)).toBe('visible SHOWN_AT_ONCE R60')
    expect(short(mychart, hiv(before + DAY), patient, before + DAY)).toBe('waits STATE_CLOCK R69')
    expect(short(mychart, at('US-KY', hiv(NOW)), patient, NOW), 'Kentucky names no HIV').toBe('visible SHOWN_AT_ONCE R60')
  })

  test('the end of a statute’s wait is no order', () => {
    expect(short(followmyhealth, at('US-KY'), patient, NOW + 400 * DAY)).toBe('waits WAITS_FOR_ORDER R64')
  })
})

test('the timeline tells what became visible when and by which rule', () => {
  const facts = buildResult({ holds: [buildHold({ startAt: NOW - HOUR })], acts: [{ kind: 'recall', at: NOW + 3 * DAY, asOrdering: true }] })
  const steps = timelineOf(portalOf('mychart-ny-nj').versions, facts, patient, NOW + 30 * DAY)
  expect(steps.map((step) => [step.at, step.answer.state, step.answer.why.code])).toEqual([
    [NOW, 'waits', 'HELD'], [NOW + 2 * DAY, 'visible', 'SHOWN_AT_ONCE'], [NOW + 3 * DAY, 'waits', 'RECALLED'],
  ])
})
