import { expect, test } from 'vitest'
import { allow, deny } from '#domain/decision.ts'
import { standingOf, type StandingFacts } from '#domain/patients/portal-standing.ts'
import { isSynthetic } from '#domain/patients/synthetic-sources.ts'
import { contactKey, tailKey } from '#domain/search-keys.ts'

const buildFacts = (more: Partial<StandingFacts> = {}): StandingFacts =>
  ({ state: 'none', serviceState: 'open', deceased: false, mayStart: allow, ...more })

test.each<[Partial<StandingFacts>, string, string]>([
  [{ deceased: true, state: 'active' }, 'R13', 'The patient has died'],
  [{ serviceState: 'retired', state: 'active' }, 'R85', 'has closed'],
  [{ serviceState: 'not-open' }, 'R85', 'has not opened'],
  [{ state: 'active' }, 'R1', 'can sign in'],
  [{ state: 'active', serviceState: 'read-only' }, 'R81', 'only shows'],
  [{ state: 'legacy-only', serviceState: 'read-only' }, 'R8', 'Old account only'],
  [{ state: 'invited' }, 'R3', 'not yet activated'],
  [{ state: 'suspended' }, 'R13', 'Suspended'],
  [{ state: 'ended' }, 'R72', 'Can be enrolled anew'],
  [{ state: 'ended', mayStart: deny('PORTAL_TAKES_NO_ACCOUNTS') }, 'R72', 'The account has ended.'],
  [{ serviceState: 'read-only', mayStart: deny('PORTAL_TAKES_NO_ACCOUNTS') }, 'R81', 'takes no new ones'],
  [{ mayStart: deny('ACCOUNT_TOO_YOUNG', { age: 13 }) }, 'R10', 'Too young'],
  [{}, 'R1', 'Can be enrolled'],
  [{ serviceState: 'no-messages' }, 'R1', 'Can be enrolled'],
])('%j is said by %s: %s', (facts, rule, words) => {
  const standing = standingOf(buildFacts(facts))
  expect(standing.rule).toBe(rule)
  expect(standing.en).toContain(words)
  expect(standing.es).not.toBe(standing.en)
})

test('the end of a number is the beginning of its key, however it is written', () => {
  expect(contactKey('phone', '(555) 208-9364')).toBe('4639802555')
  expect(contactKey('phone', '+1 555.208.9364').startsWith(contactKey('phone', '9364'))).toBe(true)
  expect(tailKey('MRN-7F4b')).toBe('b4f7nrm')
  expect(contactKey('email', 'Zoe\u0308@Example.ORG')).toBe('zoë@example.org')
})

test('people of the public sets and of the test practice are known to be made up, those of a feed are not', () => {
  expect(['synthea-kansas', 'synthea-massachusetts', 'shift-demo', 'demo-made', 'test'].every(isSynthetic)).toBe(true)
  expect(isSynthetic('hospital-adt')).toBe(false)
})
