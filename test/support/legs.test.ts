import { expect, test } from 'vitest'
import { faultsOf, sumOf, summaryOf } from '#test/support/legs.mjs'

const leg = (passed: number, failed = 0, skipped = 0) => ({ passed, failed, skipped, seconds: 1 })

test('a run in which every leg passed is green, and its sum is over all legs', () => {
  const ran = { legs: { domain: leg(3), client: leg(4) }, unhandled: 0 }
  expect(faultsOf(ran, 0)).toEqual([])
  expect(sumOf(ran)).toEqual({ passed: 7, failed: 0, skipped: 0 })
})

test('a failed test, a skipped one, an empty leg, no leg at all and an error nobody caught are red', () => {
  expect(faultsOf({ legs: { domain: leg(3, 1) }, unhandled: 0 }, 1)).toEqual(['1 failed'])
  expect(faultsOf({ legs: { domain: leg(3, 0, 1) }, unhandled: 0 }, 0)).toHaveLength(1)
  expect(faultsOf({ legs: { domain: leg(3), client: leg(0) }, unhandled: 0 }, 0)).toEqual(['client has no test that passed'])
  expect(faultsOf({ legs: {}, unhandled: 1 }, 1)).toContain('no leg ran')
  expect(faultsOf({ legs: { domain: leg(3) }, unhandled: 1 }, 1)).toEqual(['1 failed'])
  expect(faultsOf({ legs: { domain: leg(3) }, unhandled: 0 }, 137)).toEqual(['the test runner ended with 137'])
})

test('the summary names every leg and what is wrong with it', () => {
  const text = summaryOf({ legs: { domain: leg(3, 0, 1) }, unhandled: 0 }, ['1 skipped'])
  expect(text).toMatch(/^domain +3 passed, 0 failed, 1 skipped/m)
  expect(text).toContain('not green: 1 skipped')
})
