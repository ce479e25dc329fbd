import { expect, test } from 'vitest'
import { closedAfterAccount } from '#domain/enrollment/after-account.ts'
import { DAY, HOUR } from '#domain/time.ts'

const now = 1_800_000_000_000
const old = now - 400 * DAY

test('who never had an account here is enrolled as anybody', () => {
  expect(closedAfterAccount({ endedAt: null, addressSinceAt: now, youngestSinceAt: now }, now)).toEqual([])
})

test('after an account ended, no code at a desk for thirty days, and mail only to an address that would do for a reset', () => {
  const ended = { endedAt: now - HOUR, addressSinceAt: old, youngestSinceAt: old }
  expect(closedAfterAccount(ended, now)).toEqual(['desk-code'])
  expect(closedAfterAccount({ ...ended, addressSinceAt: now - 30 * DAY, youngestSinceAt: now - 30 * DAY }, now)).toEqual(['desk-code'])
  expect(closedAfterAccount({ ...ended, addressSinceAt: now - 30 * DAY + 1 }, now)).toEqual(['desk-code', 'email'])
  expect(closedAfterAccount({ ...ended, addressSinceAt: null }, now)).toEqual(['desk-code', 'email'])
  expect(closedAfterAccount({ ...ended, youngestSinceAt: now - 72 * HOUR + 1 }, now)).toEqual(['desk-code', 'email'])
  expect(closedAfterAccount({ ...ended, youngestSinceAt: now - 72 * HOUR }, now)).toEqual(['desk-code'])
  expect(closedAfterAccount({ ...ended, endedAt: now - 30 * DAY }, now)).toEqual([])
})
