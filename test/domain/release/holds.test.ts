import { describe, expect, test } from 'vitest'
import { canExtend, canHold, groundFits } from '#domain/release/can-hold.ts'
import { holdGrounds } from '#domain/release/grounds.ts'
import { canRelease, canReleaseInBulk, standingOf } from '#domain/release/who-may.ts'
import type { PatientTies } from '#domain/relations.ts'
import { DAY } from '#domain/time.ts'
import { buildHold, buildResult, NOW, parent, patient, rulesOf } from '#test/domain/release/build-result.ts'

const [mychart, myportal, followmyhealth] = [rulesOf('mychart-ny-nj'), rulesOf('myportal-ca'), rulesOf('followmyhealth')]
/** A preliminary report: on a portal that shows at once, a hold comes before the final one. */
const preliminary = buildResult({ status: 'preliminary', finalAt: null })
const wish = { recipient: patient, ground: 'danger-to-life' as const, evidence: 'Spoke with her husband at 10:20.', endAt: NOW + DAY }
const code = (decision: { allowed: boolean; code?: string }) => (decision.allowed ? 'allowed' : decision.code)

describe('R68: the ground fits the recipient', () => {
  const expected: Record<(typeof holdGrounds)[number], [string, string]> = {
    'danger-to-life': ['allowed', 'allowed'], 'substantial-harm': ['GROUND_DOES_NOT_FIT', 'allowed'], 'harm-to-another': ['allowed', 'allowed'],
    'data-doubtful': ['allowed', 'allowed'], 'patients-request': ['allowed', 'allowed'], 'state-statute': ['STATUTE_NOT_ON_FILE', 'STATUTE_NOT_ON_FILE'],
    'would-upset': ['NOT_A_GROUND', 'NOT_A_GROUND'], 'call-first': ['NOT_A_GROUND', 'NOT_A_GROUND'],
  }
  test.each(holdGrounds)('%s', (ground) => {
    expect([patient, parent].map((recipient) => code(groundFits(mychart, preliminary, recipient, ground, NOW)))).toEqual(expected[ground])
  })

  test('a statute is a ground where one is on file for this state and this kind of result, up to its own end', () => {
    const biopsy = buildResult({ categories: ['tissue-pathology'], clockedClasses: ['malignancy'], state: 'US-TX' })
    expect(code(canHold(mychart, biopsy, { ...wish, ground: 'state-statute', endAt: NOW + 2 * DAY }, NOW))).toBe('allowed')
    expect(code(canHold(mychart, biopsy, { ...wish, ground: 'state-statute', endAt: NOW + 3 * DAY }, NOW))).toBe('HOLD_TOO_LONG')
  })
})

describe('R68: a hold is one result, evidence in own words, and an end', () => {
  test.each([
    ['an end in thirty days', { endAt: NOW + 30 * DAY }, 'allowed'], ['a moment longer', { endAt: NOW + 30 * DAY + 1 }, 'HOLD_TOO_LONG'],
    ['no end', { endAt: Number.NaN }, 'HOLD_NEEDS_END'], ['an end that is past', { endAt: NOW }, 'HOLD_NEEDS_END'], ['no words', { evidence: '  x  ' }, 'HOLD_NEEDS_EVIDENCE'],
  ])('%s', (_, what, expected) => {
    expect(code(canHold(mychart, preliminary, { ...wish, ...what }, NOW))).toBe(expected)
    expect(code(canExtend(mychart, preliminary, { ...wish, ...what }, NOW)), 'an extension is decided the same way').toBe(expected)
  })

  test('after release there is no hold, and where the portal blocks there is none either', () => {
    expect(code(canHold(mychart, buildResult(), wish, NOW))).toBe('RELEASED_ALREADY')
    expect(code(canHold(myportal, buildResult({ categories: ['genetic'] }), wish, NOW))).toBe('BLOCKED_BY_POLICY')
  })

  test('two holds from the same person at once are one to extend', () => {
    expect(code(canHold(mychart, { ...preliminary, holds: [buildHold()] }, wish, NOW))).toBe('HOLD_EXISTS')
    expect(code(canHold(mychart, { ...preliminary, holds: [buildHold()] }, { ...wish, recipient: parent }, NOW))).toBe('allowed')
  })
})

describe('AZ-05: who may release', () => {
  const ties = (what: Partial<PatientTies> = {}): PatientTies => ({ orders: [], careTeam: [], covers: [], ...what })
  const cover = { absentId: 'weimann', coveringId: 'fay', fromAt: NOW - DAY, untilAt: NOW + DAY, endedAt: null }
  const ordered = ties({ orders: [{ staffId: 'weimann', orderedAt: NOW - DAY }] })
  const stands = (id: string, clinicianKind: 'prescriber' | 'clinical-staff' | null, what: PatientTies, orderingId: string | null = 'weimann') => {
    const { may, asOrdering } = standingOf({ id, clinicianKind }, what, orderingId, NOW)
    return `${code(may)} ${asOrdering ? 'as ordering' : '-'}`
  }

  test('the prescriber who ordered, who covers for them, or who is in the care team; nobody else', () => {
    expect(stands('weimann', 'prescriber', ordered)).toBe('allowed as ordering')
    expect(stands('fay', 'prescriber', { ...ordered, covers: [cover] })).toBe('allowed as ordering')
    expect(stands('fay', 'prescriber', { ...ordered, covers: [{ ...cover, endedAt: NOW }] })).toBe('RESULT_OF_OTHERS -')
    expect(stands('fay', 'prescriber', { ...ordered, careTeam: [{ staffId: 'fay', fromAt: NOW - DAY, untilAt: null }] })).toBe('allowed -')
    expect(stands('fay', 'prescriber', ordered)).toBe('RESULT_OF_OTHERS -')
    expect(stands('weimann', 'clinical-staff', ordered)).toBe('PRESCRIBER_ONLY -')
    expect(stands('weimann', null, ordered)).toBe('PRESCRIBER_ONLY -')
  })

  test('where nobody here ordered it, a prescriber of the care team stands for them', () => {
    expect(stands('fay', 'prescriber', ties({ careTeam: [{ staffId: 'fay', fromAt: NOW - DAY, untilAt: null }] }), null)).toBe('allowed as ordering')
  })
})

describe('RL-01: what may be released', () => {
  const may = (policy: typeof mychart, facts: ReturnType<typeof buildResult>, asOrdering = true) => code(canRelease(policy, { facts, isCritical: false }, asOrdering, NOW))
  test.each([
    ['waits for review', followmyhealth, buildResult(), 'allowed'], ['is out already', mychart, buildResult(), 'RELEASED_ALREADY'],
    ['is preliminary', mychart, preliminary, 'RESULT_NOT_FINAL'], ['is blocked', myportal, buildResult({ categories: ['pap'] }), 'BLOCKED_BY_POLICY'],
    ['is held', mychart, buildResult({ holds: [buildHold()] }), 'allowed'],
    ['Texas keeps', mychart, buildResult({ clockedClasses: ['genetic'], state: 'US-TX' }), 'STATUTE_NOT_OVER'],
    ['Kentucky keeps', mychart, buildResult({ clockedClasses: ['genetic'], state: 'US-KY' }), 'allowed'],
  ] as const)('one that %s', (_, policy, facts, expected) => {
    expect(may(policy, facts)).toBe(expected)
  })

  test('a second order that still lacks the verification is refused in words', () => {
    const ordered = buildResult({ categories: ['radiology'], acts: [{ kind: 'order', at: NOW, asOrdering: false }] })
    expect(may(myportal, ordered, false)).toBe('NEEDS_ORDERING_PROVIDER')
    expect(may(myportal, ordered, true)).toBe('allowed')
  })

  test('in bulk go ordinary results only: nothing sensitive, critical, held or doubtful', () => {
    const bulk = (facts: ReturnType<typeof buildResult>, isCritical = false) => code(canReleaseInBulk(followmyhealth, { facts, isCritical }, true, NOW))
    expect(bulk(buildResult())).toBe('allowed')
    for (const category of ['hiv-htlv', 'hepatitis', 'toxicology', 'genetic', 'tissue-pathology', 'pap', 'cytology', 'bone-marrow', 'products-of-conception'] as const) {
      expect(bulk(buildResult({ categories: [category, 'laboratory'] }))).toBe('SENSITIVE_ONE_BY_ONE')
    }
    expect(bulk(buildResult(), true)).toBe('LOOK_ONE_BY_ONE')
    expect(bulk(buildResult({ categorySure: false }))).toBe('LOOK_ONE_BY_ONE')
    expect(bulk(buildResult({ holds: [buildHold({ from: 'representative' })] }))).toBe('LOOK_ONE_BY_ONE')
  })
})
