import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actsThatSend, actsWithoutProof, mayAct, mayAskForApproval, PROOF_HOLDS_FOR, type ActFacts } from '#domain/recovery/acts.ts'
import { factFits, locatesAccount, type KnownFacts } from '#domain/recovery/facts.ts'
import { limitPassed } from '#domain/recovery/limits.ts'
import { heardRightly, wordPairFrom } from '#domain/recovery/word-pair.ts'
import { actKinds, factKinds, type ActKind } from '#domain/recovery/words.ts'
import { HOUR } from '#domain/time.ts'

const NOW = Date.UTC(2026, 10, 24, 15)
const base: ActFacts = {
  account: { state: 'active', isLocked: true, isSuspendedByUs: false, signIn: 'portal-kept' }, caseIsOpen: true, deceased: false, step: 'ordinary', needsSecond: false,
  proof: { kind: 'photo-id', confirmedAt: NOW - HOUR / 2 }, destination: 'free', roles: ['helpline'],
}
const account = (more: Partial<ActFacts['account']>): Partial<ActFacts> => ({ account: { ...base.account, ...more } })
const said = (kind: ActKind, more: Partial<ActFacts> = {}): string => {
  const { decision, second } = mayAct(kind, { ...base, ...more }, NOW)
  return decision.allowed ? (second ? 'two' : 'yes') : decision.code
}

describe('acts', () => {
  test.each<[string, ActKind, Partial<ActFacts>, string]>([
    ['proven, an old address: the link goes out', 'send-reset-link', {}, 'yes'],
    ['R44: without a proof nothing does', 'send-reset-link', { proof: null }, 'RECOVERY_NOT_PROVEN'],
    ['a proof of more than an hour is none', 'unlock', { proof: { kind: 'photo-id', confirmedAt: NOW - PROOF_HOLDS_FOR } }, 'RECOVERY_PROOF_OLD'],
    ['ID-03: an address of a week takes two', 'send-reset-link', { destination: 'second-person' }, 'two'],
    ['ID-03: photo ID does not make a fresh address a destination', 'send-reset-link', { destination: 'none' }, 'RECOVERY_NO_DESTINATION'],
    ['unlocking sends nothing', 'unlock', { destination: 'none' }, 'yes'],
    ['R42: a social account has nothing to reset', 'send-reset-link', account({ signIn: 'social' }), 'RECOVERY_SOCIAL'],
    ['R42: and that can be noted without a proof', 'social-guidance', { ...account({ signIn: 'social' }), proof: null }, 'yes'],
    ['a lost factor always takes two', 'remove-second-factor', {}, 'two'],
    ['a lost factor is not for a mailbox alone', 'remove-second-factor', { proof: { kind: 'email-link', confirmedAt: NOW } }, 'RECOVERY_FACTOR_NEEDS_MORE'],
    ['our own pages have no second factor', 'remove-second-factor', account({ signIn: 'password' }), 'RECOVERY_NO_SECOND_FACTOR'],
    ['no account: enrollment begins anew', 'restart-enrollment', account({ state: 'ended' }), 'yes'],
    ['a front desk has its own wizard for that', 'restart-enrollment', { ...account({ state: 'ended' }), roles: ['front-desk'] }, 'RECOVERY_RESTART_BY_HELPLINE'],
    ['with an account it does not', 'restart-enrollment', {}, 'RECOVERY_HAS_ACCOUNT'],
    ['an account closed by a death stays closed', 'unlock', account({ state: 'suspended' }), 'RECOVERY_ACCOUNT_CLOSED'],
    ['one that the patient closed opens with a face and two persons', 'unlock', { ...account({ state: 'suspended', isSuspendedByUs: true }), step: 'desk', needsSecond: true }, 'two'],
    ['and not with a mailbox', 'unlock', { ...account({ state: 'suspended', isSuspendedByUs: true }), proof: { kind: 'email-link', confirmedAt: NOW } }, 'RECOVERY_NEEDS_PHOTO_ID'],
    ['ending sessions is always safe', 'end-portal-sessions', { proof: null, needsSecond: true }, 'yes'],
    ['a case that is over does nothing', 'end-portal-sessions', { caseIsOpen: false }, 'RECOVERY_OVER'],
  ])('%s', (_what, kind, more, expected) => expect(said(kind, more)).toBe(expected))

  test('two persons may be the proof themselves, but never instead of a face, and never for a lost factor', () => {
    const asked = (kind: ActKind, more: Partial<ActFacts>) => mayAskForApproval(kind, { ...base, proof: null, ...more }, NOW)
    expect(asked('send-reset-link', {}).allowed).toBe(true)
    expect(asked('send-reset-link', { step: 'desk' }).allowed).toBe(false)
    expect(asked('remove-second-factor', {}).allowed).toBe(false)
    expect(asked('send-reset-link', { destination: 'none' }).allowed).toBe(false)
  })

  test('whatever is so: nothing that opens is one person’s without a fresh proof, and nothing is sent without an address', () => {
    const any = fc.record({
      account: fc.record({
        state: fc.constantFrom('active' as const, 'legacy-only' as const, 'invited' as const, 'suspended' as const, 'ended' as const, 'none' as const), isLocked: fc.boolean(), isSuspendedByUs: fc.boolean(),
        signIn: fc.constantFrom('password' as const, 'portal-kept' as const, 'social' as const, 'none' as const),
      }),
      caseIsOpen: fc.boolean(), deceased: fc.boolean(), step: fc.constantFrom('ordinary' as const, 'second-person' as const, 'desk' as const, 'closed' as const), needsSecond: fc.boolean(),
      proof: fc.option(fc.record({ kind: fc.constantFrom('email-link' as const, 'call-back' as const, 'photo-id' as const, 'second-person' as const), confirmedAt: fc.integer({ min: NOW - 2 * HOUR, max: NOW }) })),
      destination: fc.constantFrom('free' as const, 'second-person' as const, 'none' as const), roles: fc.constant(['helpline' as const]),
    })
    fc.assert(fc.property(any, fc.constantFrom(...actKinds), (facts, kind) => {
      const { decision, second } = mayAct(kind, facts, NOW)
      if (!decision.allowed || actsWithoutProof.includes(kind)) return
      expect(facts.proof && facts.proof.kind !== 'second-person' && NOW - facts.proof.confirmedAt < PROOF_HOLDS_FOR).toBe(true)
      if (actsThatSend.includes(kind)) expect(facts.destination).not.toBe('none')
      if (facts.needsSecond || kind === 'remove-second-factor') expect(second).toBe(true)
    }))
  })
})

describe('facts find a person and open nothing', () => {
  const known: KnownFacts = {
    names: [{ family: 'Núñez-Ortiz', given: 'María José', use: 'used' }], birthDate: '1967-12-18', city: 'Mount Kisco', phones: ['(555) 862-1582'], visits: ['2026-10-02'], mrns: ['A-0017e28'],
  }
  test.each([
    ['name', 'maria nunez-ortiz', true], ['name', 'Nuñez Ortiz, Maria Jose', true], ['name', 'Maria', false], ['birth-date', '1967-12-18', true], ['birth-date', '18 Dec 1967', false],
    ['city', 'MOUNT KISCO', true], ['city', 'Kisco', false], ['phone-tail', '1582', true], ['phone-tail', '82', false], ['phone-tail', '5558621582', false],
    ['last-visit', '2026-10-02', true], ['last-visit', '2026-10-03', false], ['mrn', 'a0017E28', true], ['mrn', '7e28', false],
  ] as const)('%s "%s": %s', (kind, text, fits) => expect(factFits(kind, text, known)).toBe(fits))

  test('the birth date, a name or number, and one more locate; less does not', () => {
    expect(locatesAccount(new Set(['name', 'birth-date', 'city']))).toBe(true)
    expect(locatesAccount(new Set(['mrn', 'birth-date', 'name']))).toBe(true)
    expect(locatesAccount(new Set(['name', 'birth-date']))).toBe(false)
    expect(locatesAccount(new Set(factKinds.filter((kind) => kind !== 'birth-date')))).toBe(false)
  })
})

describe('limits and words', () => {
  test.each([
    [{ resetsToday: 2, sendsToday: 4, endsToday: 2, resetsByAgent: 19 }, null], [{ resetsToday: 3, sendsToday: 0, endsToday: 2, resetsByAgent: 0 }, 'RECOVERY_LIMIT'],
    [{ resetsToday: 0, sendsToday: 5, endsToday: 2, resetsByAgent: 0 }, 'RECOVERY_SENDS_LIMIT'], [{ resetsToday: 0, sendsToday: 0, endsToday: 2, resetsByAgent: 20 }, 'RECOVERY_AGENT_LIMIT'],
    [{ resetsToday: 0, sendsToday: 0, endsToday: 3, resetsByAgent: 0 }, 'RECOVERY_ENDS_LIMIT'],
  ])('ID-08: %j gives %s', (counts, code) => expect(limitPassed(counts, { resets: true, sends: true, ends: true })).toBe(code))

  test('a word pair is two different words, heard however it is written, and nothing else passes', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), fc.constantFrom('en' as const, 'es' as const), (bytes, language) => {
      const pair = wordPairFrom(bytes, language)
      const [one = '', other = ''] = pair.split(' ')
      expect(one).not.toBe(other)
      expect(heardRightly(`  ${one.toUpperCase()}  ${other} `, pair)).toBe(true)
      expect(heardRightly(`${other} ${one}`, pair)).toBe(false)
      expect(heardRightly(one, pair)).toBe(false)
    }))
  })
})
