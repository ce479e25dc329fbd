import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allow, deny } from '#domain/decision.ts'
import { mayBeInvited, nextSendAt, type CohortMember } from '#domain/enrollment/campaign-policy.ts'
import { CODE_SIGNS, codeFrom, shownInGroups, typedCode } from '#domain/enrollment/codes.ts'
import { canAddContact, canCarryOut, canHandOver, canStartEnrollment, canTakeEvidence, isEvidenceOld, type DraftFacts, type StartFacts } from '#domain/enrollment/draft-policy.ts'
import { liveSteps, stepTimes, type ProgressFacts } from '#domain/enrollment/live-steps.ts'
import { preflight } from '#domain/enrollment/preflight.ts'
import { canInviteRegistration, canVerifyRegistration, compareRegistration } from '#domain/enrollment/registration-policy.ts'
import { stuckOf, type StuckFacts } from '#domain/enrollment/stuck.ts'
import { isUserName, userNameKey } from '#domain/enrollment/user-name.ts'
import { enrollmentSteps } from '#domain/enrollment/words.ts'
import { mayTakePassword, SHORTEST_ALONE } from '#domain/passwords.ts'
import { DAY, HOUR, MINUTE } from '#domain/time.ts'

const now = Date.parse('2026-11-24T15:00:00Z')

describe('codes', () => {
  test('ID-04: eight signs that nobody takes for another, each as likely as the next', () => {
    expect(CODE_SIGNS).not.toMatch(/[01258OILSBZUVAE]/)
    expect(new Set(CODE_SIGNS).size).toBe(CODE_SIGNS.length)
    const counts = new Map<string, number>()
    for (let byte = 0; byte < 252; byte++) {
      const sign = codeFrom(new Uint8Array(8).fill(byte))[0] ?? ''
      counts.set(sign, (counts.get(sign) ?? 0) + 1)
    }
    expect(new Set(counts.values())).toEqual(new Set([252 / CODE_SIGNS.length]))
    expect(() => codeFrom(new Uint8Array(8).fill(255))).toThrow('too few bytes')
  })

  test('a code is taken as people type it', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 60, maxLength: 60, max: 251 }), (bytes) => {
      const code = codeFrom(bytes)
      const ways = [code, code.toLowerCase(), shownInGroups(code), `${code.slice(0, 4)}-${code.slice(4)}`, ` ${[...code].join(' ')} `]
      return ways.every((way) => typedCode(way) === code)
    }))
    for (const none of ['', '7Q4K92', '7Q4K9200', '7Q4K-92XXX', '<script>']) expect([none, typedCode(none)]).toEqual([none, null])
  })
})

describe('a draft', () => {
  const start: StartFacts = { deceased: false, age: 36, portalServes: true, portalTakesAccounts: true, ownAccountFromAge: 13, account: null }
  test.each<[string, Partial<StartFacts>, string]>([
    ['an adult without an account', {}, 'may'], ['a person of exactly the age', { age: 13 }, 'may'], ['one year younger', { age: 12 }, 'ACCOUNT_TOO_YOUNG'],
    ['a legacy account only', { account: 'legacy-only' }, 'may'], ['an ended account', { account: 'ended' }, 'may'], ['an invitation that is out', { account: 'invited' }, 'may'],
    ['an active account', { account: 'active' }, 'ACCOUNT_ACTIVE'], ['a suspended one', { account: 'suspended' }, 'ENROLL_SUSPENDED'],
    ['a portal elsewhere', { portalServes: false }, 'PORTAL_NOT_HERE'], ['a portal that is closed', { portalTakesAccounts: false }, 'PORTAL_TAKES_NO_ACCOUNTS'],
    ['somebody who died, before anything else', { deceased: true, account: 'active', age: 3 }, 'PATIENT_DECEASED'],
  ])('R1, R8, R10, R13: %s', (_who, more, expected) => {
    const decision = canStartEnrollment({ ...start, ...more })
    expect(decision.allowed ? 'may' : decision.code).toBe(expected)
  })

  test('evidence is good through its last day, and holds no number', () => {
    expect(canTakeEvidence({ issuer: 'New York', expiresOn: '2026-11-24', today: '2026-11-24' })).toEqual(allow)
    expect(canTakeEvidence({ issuer: 'New York', expiresOn: '2026-11-23', today: '2026-11-24' })).toEqual(deny('EVIDENCE_EXPIRED'))
    expect(canTakeEvidence({ issuer: 'Office 2026', expiresOn: null, today: '2026-11-24' })).toEqual(allow)
    expect(canTakeEvidence({ issuer: 'NY 12 345', expiresOn: null, today: '2026-11-24' })).toEqual(deny('EVIDENCE_HOLDS_A_NUMBER'))
  })

  test('each step waits for the one before, and a code for a photo', () => {
    const draft: DraftFacts = { state: 'open', evidence: null, evidenceIsOld: false, contactWay: null, handOver: null, wantsNoMail: false, closed: [] }
    const code = (more: Partial<DraftFacts>, by: 'desk-code' | 'email') => {
      const decision = canHandOver({ ...draft, ...more }, by)
      return decision.allowed ? 'may' : decision.code
    }
    expect(code({}, 'desk-code')).toBe('IDENTITY_NOT_RECORDED')
    expect(code({ evidence: 'passport' }, 'desk-code')).toBe('CONTACT_NOT_SETTLED')
    expect(code({ evidence: 'passport', contactWay: 'no-own-contact' }, 'desk-code')).toBe('may')
    expect(code({ evidence: 'passport', contactWay: 'no-own-contact' }, 'email')).toBe('HAND_OVER_NEEDS_EMAIL')
    expect(code({ evidence: 'two-documents', contactWay: 'email' }, 'email')).toBe('may')
    expect(code({ evidence: 'two-documents', contactWay: 'email', wantsNoMail: true }, 'email')).toBe('CONTACT_OPTED_OUT')
    expect(code({ evidence: 'passport', contactWay: 'email', wantsNoMail: true }, 'desk-code')).toBe('may')
    expect(code({ evidence: 'two-documents', contactWay: 'email' }, 'desk-code')).toBe('EVIDENCE_WITHOUT_PHOTO')
    expect(code({ evidence: 'passport', contactWay: 'email', closed: ['desk-code'] }, 'desk-code')).toBe('ENROLL_ENDED_LATELY')
    expect(code({ evidence: 'passport', contactWay: 'email', closed: ['desk-code'] }, 'email')).toBe('may')
    expect(code({ evidence: 'passport', evidenceIsOld: true, contactWay: 'email' }, 'desk-code')).toBe('IDENTITY_NOT_RECORDED')
    expect(code({ evidence: 'passport', evidenceIsOld: true, contactWay: 'email' }, 'email')).toBe('may')
    expect(code({ state: 'declined' }, 'desk-code')).toBe('ENROLLMENT_OVER')
    const addition = (more: Partial<DraftFacts>) => canAddContact({ ...draft, ...more })
    expect([addition({}), addition({ evidence: 'passport' }), addition({ evidence: 'passport', evidenceIsOld: true })]).toEqual([deny('IDENTITY_NOT_RECORDED'), allow, deny('IDENTITY_NOT_RECORDED')])
    expect([isEvidenceOld(null, now), isEvidenceOld(now - 12 * HOUR + 1, now), isEvidenceOld(now - 12 * HOUR, now)]).toEqual([false, false, true])
    expect(canCarryOut({ ...draft, evidence: 'passport', contactWay: 'email', handOver: 'email' }, 'desk-code')).toEqual(deny('HAND_OVER_NOT_CHOSEN'))
  })
})

describe('live steps', () => {
  const facts: ProgressFacts = {
    evidenceSeenAt: null, contactSettledAt: null, handedOverAt: null, connectedAt: null, termsAt: null, agreementAt: null, activeAt: null, needs: ['terms', 'hipaa-agreement', 'code'],
  }
  test('there are seven; exactly one is being done until all are', () => {
    const optional = fc.option(fc.integer({ min: 1, max: 10 }), { nil: null })
    fc.assert(fc.property(fc.record({ evidenceSeenAt: optional, contactSettledAt: optional, handedOverAt: optional, connectedAt: optional, termsAt: optional, agreementAt: optional, activeAt: optional }), (times) => {
      const { steps, done } = liveSteps(stepTimes({ ...facts, ...times }))
      const current = steps.filter((one) => one.state === 'now').length
      return steps.length === enrollmentSteps.length && done === steps.filter((one) => one.at !== null).length && current === (done === enrollmentSteps.length ? 0 : 1)
    }))
  })

  test('an account that a portal reports as active has the patient’s steps behind it; what a portal does not ask for is no step to wait at', () => {
    const active = liveSteps(stepTimes({ ...facts, evidenceSeenAt: 1, contactSettledAt: 2, handedOverAt: 3, activeAt: 9 }))
    expect(active.done).toBe(7)
    const noAgreement = liveSteps(stepTimes({ ...facts, evidenceSeenAt: 1, contactSettledAt: 2, handedOverAt: 3, connectedAt: 4, termsAt: 5, needs: ['terms'] }))
    expect(noAgreement.steps.find((one) => one.state === 'now')?.step).toBe('sign-in')
  })
})

test.each<[string, Partial<StuckFacts>, string | null]>([
  ['being worked on', { left: false, evidenceSeen: false }, null], ['left before the document', { evidenceSeen: false, invitation: null }, 'IDENTITY_TO_RECORD'], ['left before the contact', { contactSettled: false, invitation: null }, 'CONTACT_TO_SETTLE'],
  ['left before the hand-over', { handOver: null }, 'HAND_OVER_TO_CHOOSE'], ['a code that runs', {}, null], ['a code that has ended', { code: { kind: 'desk', endsAt: now, tries: 0, isDead: false, isTied: false } }, 'CODE_ENDED'],
  ['a phone that has the code and goes on past its end', { code: { kind: 'desk', endsAt: now, tries: 0, isDead: false, isTied: true }, lastStepAt: now - 10 * MINUTE + 1 }, null],
  ['a phone that has done nothing for ten minutes', { code: { kind: 'desk', endsAt: now, tries: 0, isDead: false, isTied: true }, lastStepAt: now - 10 * MINUTE }, 'PHONE_SILENT'],
  ['a code typed wrong five times', { code: { kind: 'desk', endsAt: now + MINUTE, tries: 5, isDead: true, isTied: false } }, 'CODE_SPENT'], ['a mail that came back', { handOver: 'email', invitation: { state: 'bounced', sentAt: now, endsAt: now + DAY } }, 'MAIL_BOUNCED'],
  ['a mail that was refused', { handOver: 'email', invitation: { state: 'refused', sentAt: now, endsAt: now + DAY } }, 'MAIL_REFUSED'], ['a mail in a mailbox', { handOver: 'email', invitation: { state: 'handed', sentAt: now, endsAt: now + DAY } }, null],
  ['a mail that nobody opened for half an hour', { handOver: 'email', invitation: { state: 'handed', sentAt: now - 30 * MINUTE, endsAt: now + DAY } }, 'MAIL_NOT_OPENED'],
  ['a mail of a moment less', { handOver: 'email', invitation: { state: 'handed', sentAt: now - 30 * MINUTE + 1, endsAt: now + DAY } }, null],
  ['a page that was opened', { handOver: 'email', invitation: { state: 'opened', sentAt: now - DAY, endsAt: now + DAY } }, null],
  ['an invitation past its end', { invitation: { state: 'handed', sentAt: now, endsAt: now } }, 'INVITATION_ENDED'], ['somebody who died', { deceased: true }, 'PATIENT_STOPPED'],
])('stuck: %s', (_what, more, expected) => {
  const facts: StuckFacts = {
    deceased: false, evidenceSeen: true, contactSettled: true, handOver: 'desk-code', left: true, invitation: { state: 'handed', sentAt: now, endsAt: now + DAY },
    code: { kind: 'desk', endsAt: now + MINUTE, tries: 0, isDead: false, isTied: false }, lastStepAt: null, ...more,
  }
  expect(stuckOf(facts, now, 'en')?.code ?? null).toBe(expected)
})

test('pre-flight names what stands in the way, in both languages, with the reason on its line', () => {
  const facts = {
    deceased: false, age: 12, portalServes: true, portalTakesAccounts: true, ownAccountFromAge: 13, account: null, hasInvitation: false, declined: true, identitySeen: false,
    contact: deny('CONTACT_IS_A_PROXYS'), contactSettled: false, languageName: 'English', asksConsents: true,
  }
  const lines = preflight(facts, 'en')
  expect(lines.filter((line) => line.state === 'stop').map((line) => [line.key, line.refusal?.code])).toEqual([['age', 'ACCOUNT_TOO_YOUNG'], ['contact', 'CONTACT_IS_A_PROXYS']])
  expect(preflight(facts, 'es').map((line) => line.key)).toEqual(lines.map((line) => line.key))
  expect(preflight({ ...facts, deceased: true }, 'en')[0]).toMatchObject({ key: 'alive', state: 'stop' })
})

describe('a self-registration that matches no record', () => {
  const facts = { state: 'open' as const, patientId: 'p', verification: null }
  test('R6, R44: no invitation without a recorded verification; facts that agree are none', () => {
    expect(canInviteRegistration(facts)).toEqual(deny('REGISTRATION_NOT_VERIFIED'))
    expect(canInviteRegistration({ ...facts, patientId: null })).toEqual(deny('REGISTRATION_NOT_MATCHED'))
    expect(canInviteRegistration({ ...facts, verification: 'photo-id-at-desk' })).toEqual(allow)
    expect(canInviteRegistration({ ...facts, state: 'closed', verification: 'photo-id-at-desk' })).toEqual(deny('REGISTRATION_DONE'))
  })
  test('ID-02: a call back goes to a number of 30 days or more', () => {
    const back = (days: number[]) => canVerifyRegistration(facts, 'call-back-to-number-on-file', days.map((one) => ({ sinceAt: now - one * DAY })), now)
    expect([back([]), back([29]), back([29, 30])]).toEqual([deny('REGISTRATION_NO_NUMBER'), deny('REGISTRATION_NO_NUMBER'), allow])
    expect(canVerifyRegistration(facts, 'photo-id-at-desk', [], now)).toEqual(allow)
  })
  test('facts are compared as people write them', () => {
    const typed = { givenName: 'jose', familyName: 'NUNEZ', birthDate: '1990-01-01', email: 'J.Nunez+x@gmail.com', phone: '914 555 0100' }
    const record = { names: [{ given: 'José', family: 'Núñez' }], birthDate: '1990-01-02', contacts: [{ kind: 'email' as const, value: 'jnunez@googlemail.com' }] }
    expect(compareRegistration(typed, record)).toEqual({ agrees: ['name', 'email'], differs: ['birth-date', 'phone'] })
  })
})

describe('a campaign', () => {
  const member: CohortMember = {
    deceased: false, age: 40, portalServes: true, portalTakesAccounts: true, ownAccountFromAge: 13, account: 'legacy-only', invitationOut: false, enrollmentOpen: false, declined: false,
    address: { decision: allow, isYoung: false }, gate: allow,
  }
  test.each<[string, Partial<CohortMember>, string]>([
    ['a legacy patient with an own old address', {}, 'may'], ['somebody who died', { deceased: true }, 'PATIENT_DECEASED'], ['somebody under age', { age: 12 }, 'ACCOUNT_TOO_YOUNG'],
    ['somebody active already', { account: 'active' }, 'ACCOUNT_ACTIVE'], ['somebody invited already', { invitationOut: true }, 'INVITATION_OUT'], ['somebody at a desk just now', { enrollmentOpen: true }, 'ENROLLMENT_OPEN'],
    ['somebody who said no', { declined: true }, 'ENROLL_DECLINED'], ['somebody without an address', { address: null }, 'CONTACT_ADDRESS_MISSING'],
    ['a shared address', { address: { decision: deny('CONTACT_IS_ANOTHER_ADULTS'), isYoung: false } }, 'CONTACT_IS_ANOTHER_ADULTS'], ['a young address', { address: { decision: allow, isYoung: true } }, 'CONTACT_YOUNG'],
    ['somebody who opted out', { gate: deny('CONTACT_OPTED_OUT') }, 'CONTACT_OPTED_OUT'],
  ])('%s', (_who, more, expected) => {
    const decision = mayBeInvited({ ...member, ...more })
    expect(decision.allowed ? 'may' : decision.code).toBe(expected)
  })

  test('goes out at an even pace, and after a night without the server at most five minutes’ worth at once', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 0, max: 48 * 60 }), (perHour, minutesDown) => {
      let [next, sent] = [now - minutesDown * MINUTE, 0]
      while (next <= now && sent <= perHour) {
        next = nextSendAt(next, perHour, now)
        sent += 1
      }
      return sent <= Math.max(1, Math.ceil(perHour / 12)) && next > now && next <= now + Math.ceil(HOUR / perHour)
    }))
  })
})

test('AU-03: a password that stands alone has 15 characters or more, in any script and kind', () => {
  const may = (password: string) => mayTakePassword({ password, isCommon: false, knownWords: ['elvira.p'], shortest: SHORTEST_ALONE }).allowed
  expect([may('fourteen chars'), may('fifteen chars !'), may('пятнадцать букв'), may('a'.repeat(20)), may('x y z '.repeat(12))]).toEqual([false, true, true, false, true])
})

test('a user name is three to sixty letters, digits, dots, hyphens, one @, and is one in any case', () => {
  for (const good of ['abc', 'elvira.pacheco', 'e@example.org', 'josé_1']) expect([good, isUserName(good)]).toEqual([good, true])
  for (const bad of ['ab', 'a b c', '.abc', 'abc-', 'a@b@c', '<abc>', 'x'.repeat(61)]) expect([bad, isUserName(bad)]).toEqual([bad, false])
  expect(userNameKey('JOSE\u0301')).toBe(userNameKey('jos\u00e9'))
})
