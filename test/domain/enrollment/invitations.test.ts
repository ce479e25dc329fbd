import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allow, deny } from '#domain/decision.ts'
import { diagnose, diagnosisCauses, nextSafeAction, type DiagnosisFacts } from '#domain/enrollment/diagnosis.ts'
import { actionWords, diagnosisWords } from '#domain/enrollment/diagnosis-words.ts'
import { endOfBusinessDay } from '#domain/enrollment/expected.ts'
import { canEndInvitation, canResendInvitation, stateNow, type ResendFacts } from '#domain/enrollment/invitation-policy.ts'
import { daySaid } from '#domain/said.ts'
import { invitationStates, statesOut } from '#domain/enrollment/words.ts'
import { DAY, MINUTE } from '#domain/time.ts'

const now = Date.parse('2026-11-24T15:00:00Z')
const resend = (more: Partial<ResendFacts> = {}): ResendFacts => ({
  state: 'handed', channel: 'email', sentAt: now - DAY, endsAt: now + 59 * DAY, deceased: false, accountIsActive: false, blocked: false, optedOut: false,
  address: { decision: allow, isYoung: false, isWhereItWent: true }, sendsToday: 0, inPerson: false, timeZone: 'America/New_York', ...more,
})
const codeOf = (facts: ResendFacts): string => {
  const decision = canResendInvitation(facts, now)
  return decision.allowed ? 'may' : decision.code
}

describe('sending it again', () => {
  test.each<[string, Partial<ResendFacts>, string]>([
    ['one of yesterday', {}, 'may'],
    ['one of two minutes ago', { sentAt: now - 2 * MINUTE }, 'may'],
    ['one of a millisecond less', { sentAt: now - 2 * MINUTE + 1 }, 'INVITATION_SENT_RECENTLY'],
    ['one of just now, but to a corrected address', { sentAt: now, address: { decision: allow, isYoung: false, isWhereItWent: false } }, 'may'],
    ['one that has run out: a new one runs', { endsAt: now }, 'may'],
    ['one that was accepted', { state: 'accepted' }, 'INVITATION_ACCEPTED'],
    ['somebody whose account is active in another way', { accountIsActive: true }, 'INVITATION_ACCEPTED'],
    ['one that the patient declined', { state: 'declined' }, 'INVITATION_DECLINED'],
    ['one that was cancelled', { state: 'cancelled' }, 'INVITATION_CANCELLED'],
    ['somebody who died', { deceased: true }, 'PATIENT_DECEASED'],
    ['somebody who wants no such mail', { optedOut: true }, 'CONTACT_OPTED_OUT'],
    ['somebody without an address', { address: null }, 'CONTACT_ADDRESS_MISSING'],
    ['an address that the rule refuses', { address: { decision: deny('CONTACT_IS_A_PROXYS'), isYoung: false, isWhereItWent: true } }, 'CONTACT_IS_A_PROXYS'],
    ['a young address, by phone', { address: { decision: allow, isYoung: true, isWhereItWent: false } }, 'CONTACT_YOUNG'],
    ['a young address, by who may correct it in person', { address: { decision: allow, isYoung: true, isWhereItWent: false }, inPerson: true }, 'may'],
    ['the sixth of a day', { sendsToday: 5 }, 'INVITATION_LIMIT'],
  ])('R2, ID-08: %s', (_which, more, expected) => expect(codeOf(resend(more))).toBe(expected))

  test('until when to wait is said on that portal’s clock', () => {
    expect(canResendInvitation(resend({ sentAt: now }), now)).toEqual(deny('INVITATION_SENT_RECENTLY', { at: '10:02' }))
  })

  test('a day is said as people say it, in their language', () => {
    expect([daySaid('2026-11-30', 'en'), daySaid('2026-03-04', 'es')]).toEqual(['Monday 30 November', 'miércoles, 4 de marzo'])
  })

  test('only what is out can be ended', () => {
    for (const state of invitationStates) {
      expect([state, canEndInvitation({ state, endsAt: now + 1 }, now).allowed]).toEqual([state, (statesOut as readonly string[]).includes(state)])
    }
    expect(canEndInvitation({ state: 'handed', endsAt: now }, now)).toEqual(deny('INVITATION_EXPIRED'))
  })

  test('ID-06: an invitation that is out has expired from the first instant after its last day, whatever is written down', () => {
    fc.assert(fc.property(fc.constantFrom(...invitationStates), fc.integer({ min: -5, max: 5 }), (state, apart) => {
      const isOut = (statesOut as readonly string[]).includes(state)
      return stateNow({ state, endsAt: now + apart }, now) === (isOut && apart <= 0 ? 'expired' : state)
    }))
  })
})

describe('why didn’t I get it?', () => {
  const facts = (more: Partial<DiagnosisFacts> = {}): DiagnosisFacts => ({
    deceased: false, blocked: false, optedOut: false, invitation: { state: 'handed', channel: 'email', endsAt: now + DAY }, mail: { state: 'handed', lastStatus: '250' },
    linkIsDead: false, addressIsOnFile: true, hasOtherAddress: false, addressIsLawful: true, expectedBy: now - DAY, ...more,
  })
  const out = (state: DiagnosisFacts['invitation']['state']) => ({ state, channel: 'email' as const, endsAt: now + DAY })

  test.each<[string, Partial<DiagnosisFacts>, string, string]>([
    ['handed over long ago', {}, 'PERHAPS_JUNK', 'look-in-junk'],
    ['handed over, still within what the portal promises', { expectedBy: now + 1 }, 'ON_ITS_WAY', 'wait'],
    ['still queued', { invitation: out('queued'), mail: { state: 'queued', lastStatus: '4.2.1' } }, 'NOT_SENT_YET', 'wait'],
    ['given up after hours', { invitation: out('refused'), mail: { state: 'parked', lastStatus: 'given-up' } }, 'GIVEN_UP', 'resend'],
    ['refused by the mail server', { invitation: out('refused'), mail: { state: 'refused', lastStatus: '5.7.1' } }, 'REFUSED', 'fix-address'],
    ['its link ended with a restore', { linkIsDead: true }, 'LINK_DEAD', 'resend'],
    ['bounced', { invitation: out('bounced'), mail: { state: 'bounced', lastStatus: '5.1.1' }, addressIsLawful: false }, 'BOUNCED', 'fix-address'],
    ['its page was opened', { invitation: out('opened') }, 'OPENED', 'help-finish'],
    ['accepted', { invitation: out('accepted') }, 'ACCEPTED', 'nothing'],
    ['declined', { invitation: out('declined') }, 'DECLINED', 'nothing'],
    ['cancelled', { invitation: out('cancelled') }, 'CANCELLED', 'enroll-at-desk'],
    ['run out', { invitation: { state: 'handed', channel: 'email', endsAt: now } }, 'EXPIRED', 'resend'],
    ['handed over at a desk', { invitation: { state: 'handed', channel: 'desk', endsAt: now + DAY }, mail: null, addressIsOnFile: false }, 'AT_THE_DESK', 'enroll-at-desk'],
    ['the address was changed', { addressIsOnFile: false, hasOtherAddress: true }, 'ADDRESS_CHANGED', 'resend'],
    ['the address was taken off', { addressIsOnFile: false }, 'ADDRESS_GONE', 'fix-address'],
    ['somebody else reads it', { addressIsLawful: false }, 'ADDRESS_SHARED', 'fix-address'],
    ['opted out', { optedOut: true }, 'OPTED_OUT', 'enroll-at-desk'],
    ['a barred way', { blocked: true }, 'BLOCKED', 'ask-privacy-officer'],
    ['the patient died', { deceased: true }, 'DECEASED', 'nothing'],
  ])('%s', (_what, more, cause, action) => {
    expect(diagnose(facts(more), now)).toBe(cause)
    expect(nextSafeAction[diagnose(facts(more), now)]).toBe(action)
  })

  test('every cause has exactly one next safe action, with words in both languages', () => {
    for (const cause of diagnosisCauses) {
      const action = nextSafeAction[cause]
      for (const language of ['en', 'es'] as const) {
        expect(actionWords[action][language]).not.toBe('')
        expect(diagnosisWords[cause][language].say).not.toMatch(/R\d|§/)
      }
    }
  })

  test('R4: two business days from the Wednesday before Thanksgiving end with the Monday after it', () => {
    const zone = 'America/Los_Angeles'
    expect(endOfBusinessDay(Date.parse('2026-11-25T20:00:00Z'), 2, zone)).toBe(Date.parse('2026-12-01T08:00:00Z'))
    expect(endOfBusinessDay(Date.parse('2026-11-20T20:00:00Z'), 1, zone)).toBe(Date.parse('2026-11-24T08:00:00Z'))
  })
})
