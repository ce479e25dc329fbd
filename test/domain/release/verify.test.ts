import { describe, expect, test } from 'vitest'
import { bringsOut, canVerify } from '#domain/release/who-may.ts'
import { buildHold, buildResult, NOW, rulesOf } from '#test/domain/release/build-result.ts'

const [MYPORTAL, FMH] = [rulesOf('myportal-ca'), rulesOf('followmyhealth')]
const plain = { facts: buildResult({ state: 'US-CA' }), isSensitive: false }
const guarded = { facts: buildResult({ state: 'US-CA', categories: ['hepatitis'] }), isSensitive: true }

describe('R62: verifying, and having seen, without a release', () => {
  test('who ordered it verifies; anybody tied may have seen it', () => {
    expect(canVerify(MYPORTAL, plain, 'verification', true, NOW)).toEqual({ allowed: true })
    expect(canVerify(MYPORTAL, plain, 'verification', false, NOW)).toMatchObject({ code: 'VERIFIED_BY_ORDERING_ONLY' })
    expect(canVerify(MYPORTAL, plain, 'review', false, NOW)).toEqual({ allowed: true })
  })

  test.each(['registered', 'preliminary', 'cancelled', 'entered-in-error'] as const)('what is %s is neither', (status) => {
    const what = { ...plain, facts: buildResult({ status }) }
    expect(canVerify(MYPORTAL, what, 'verification', true, NOW)).toMatchObject({ code: 'RESULT_NOT_FINAL' })
    expect(canVerify(MYPORTAL, what, 'review', true, NOW)).toMatchObject({ code: 'RESULT_NOT_FINAL' })
  })

  test('a corrected one may be verified anew', () => {
    expect(canVerify(MYPORTAL, { ...plain, facts: buildResult({ status: 'corrected' }) }, 'verification', true, NOW)).toEqual({ allowed: true })
  })

  test('AU-12: where it alone would bring a sensitive one out it is a release; while a hold keeps it from everybody it is not', () => {
    expect(canVerify(FMH, guarded, 'review', true, NOW)).toMatchObject({ code: 'SENSITIVE_NEEDS_STEP_UP' })
    const forOne = { ...guarded, facts: { ...guarded.facts, holds: [buildHold()] } }
    expect(canVerify(FMH, forOne, 'review', true, NOW), 'a representative would see it').toMatchObject({ code: 'SENSITIVE_NEEDS_STEP_UP' })
    const forAll = { ...guarded, facts: { ...guarded.facts, holds: [buildHold(), buildHold({ id: 'h2', from: 'representative' })] } }
    expect(canVerify(FMH, forAll, 'review', true, NOW)).toEqual({ allowed: true })
  })

  test('what is out already is not brought out', () => {
    const seen = { ...plain.facts, acts: [{ kind: 'review' as const, at: NOW, asOrdering: true }] }
    expect(bringsOut(FMH, plain.facts, seen, NOW)).toBe(true)
    expect(bringsOut(FMH, seen, seen, NOW)).toBe(false)
    expect(bringsOut(FMH, seen, plain.facts, NOW)).toBe(false)
  })
})
