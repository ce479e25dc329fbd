import { describe, expect, test } from 'vitest'
import { portalStandings } from '#domain/contracts/patients.ts'
import { appointmentStatuses } from '#domain/feeds/appointment-status.ts'
import { mailboxKey } from '#domain/mailbox.ts'
import { reasons } from '#domain/reasons.ts'
import { todayReasons } from '#domain/reasons/today.ts'
import { MINUTE } from '#domain/time.ts'
import { buttonOf, isAwaited, isNotEnrolled, nextActionFor, type TodayFacts } from '#domain/today.ts'

const portal = { takesNewAccounts: true, ownAccountFromAge: 13, ownContactFromAge: 12 }
const codeOf = (facts: TodayFacts) => {
  const next = nextActionFor(facts)
  return next.act === 'why-not' ? next.refusal.code : next.act
}

/** An adult without an account, with a phone and an address of their own. */
function somebody(more: Partial<TodayFacts> = {}): TodayFacts {
  return { standing: 'none', portals: [portal], age: 41, deceased: false, declined: false, hasEmail: true, hasPhone: true, sharesEmail: false, ...more }
}

describe('the one next action of somebody who comes today', () => {
  test.each<[string, Partial<TodayFacts>, string]>([
    ['nothing is missing: enroll now', {}, 'enroll-now'],
    ['an account in the old portal only counts as none (R8)', { standing: 'legacy-only' }, 'enroll-now'],
    ['an account that has ended counts as none', { standing: 'ended' }, 'enroll-now'],
    ['an invitation that is out is asked about', { standing: 'invited' }, 'enroll'],
    ['an account that works is left alone', { standing: 'active', hasEmail: false }, 'open'],
    ['an account that is suspended has a reason', { standing: 'suspended' }, 'ENROLL_SUSPENDED'],
    ['somebody who has died is never asked (R13)', { deceased: true, standing: 'active' }, 'PATIENT_DECEASED'],
    ['where no portal takes new accounts nobody is asked', { portals: [{ ...portal, takesNewAccounts: false }] }, 'NO_PORTAL_TAKES_ACCOUNTS'],
    ['who said no is not asked again', { declined: true, hasEmail: false }, 'ENROLL_DECLINED'],
    ['who said no and has an account by now has an account', { declined: true, standing: 'active' }, 'open'],
    ['R10: on the day before the thirteenth birthday there is no own account', { age: 12 }, 'ACCOUNT_TOO_YOUNG'],
    ['R10: on the thirteenth birthday there is', { age: 13 }, 'enroll-now'],
    ['R10: of two portals the one for the younger counts', { age: 16, portals: [portal, { ...portal, ownAccountFromAge: 18 }] }, 'enroll-now'],
  ])('%s', (_sentence, more, next) => {
    expect(codeOf(somebody(more))).toBe(next)
  })

  test.each<[string, Partial<TodayFacts>, readonly string[]]>([
    ['without an e-mail it is asked for', { hasEmail: false }, ['email']],
    ['without a phone it is asked for', { hasPhone: false }, ['phone']],
    ['without both, both are asked for', { hasEmail: false, hasPhone: false }, ['email', 'phone']],
    ['R10: a teen with a parent’s address is asked for an own one', { age: 15, sharesEmail: true }, ['own-email']],
    ['R10: still on the day before the eighteenth birthday', { age: 17, sharesEmail: true }, ['own-email']],
  ])('%s', (_sentence, more, missing) => {
    expect(nextActionFor(somebody(more))).toEqual({ act: 'enroll', missing })
  })

  test('an adult who shares an address with a partner is not asked for another', () => {
    expect(codeOf(somebody({ age: 18, sharesEmail: true }))).toBe('enroll-now')
  })

  test('every standing leads to exactly one action, and every reason has a sentence in both languages', () => {
    for (const standing of portalStandings) expect(nextActionFor(somebody({ standing })).act).toMatch(/^(enroll-now|enroll|why-not|open)$/)
    for (const code of Object.keys(todayReasons)) expect(reasons).toHaveProperty(code)
  })

  test('whoever may not enroll opens the record instead, and is still told why not', () => {
    const acts = ['enroll-now', 'enroll', 'open', 'why-not'] as const
    expect(acts.map((act) => buttonOf(act, true))).toEqual(acts)
    expect(acts.map((act) => buttonOf(act, false))).toEqual(['open', 'open', 'open', 'why-not'])
  })
})

describe('who is spoken to next', () => {
  const now = Date.UTC(2026, 10, 24, 15, 42)

  test('whoever is here or to come is awaited; who was seen, or did not come, is not', () => {
    const awaited = (startAt: number) => appointmentStatuses.filter((status) => isAwaited(status, startAt, now))
    expect(awaited(now + MINUTE)).toEqual(['booked', 'arrived', 'checked-in'])
    expect(awaited(now - 14 * MINUTE)).toEqual(['booked', 'arrived', 'checked-in'])
    expect(awaited(now - 15 * MINUTE)).toEqual(['arrived', 'checked-in'])
  })

  test('an old account, an invitation or none is not enrolled; a suspended one is somebody else’s work', () => {
    expect(portalStandings.filter(isNotEnrolled)).toEqual(['invited', 'legacy-only', 'ended', 'none'])
  })
})

test.each([
  ['Ana.Ruiz@Example.org', 'ana.ruiz@example.org', true],
  ['ana@example.org', 'ana+clinic@example.org', true],
  ['a.n.a@gmail.com', 'ana@googlemail.com', true],
  ['a.na@example.org', 'ana@example.org', false],
  ['ana@example.org', 'ana@example.com', false],
  ['no address', 'no address', true],
])('R10: %s and %s are one mailbox: %s', (one, other, same) => {
  expect(mailboxKey(one) === mailboxKey(other)).toBe(same)
})
