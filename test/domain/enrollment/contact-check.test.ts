import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asRead } from '#domain/enrollment/as-read.ts'
import { checkContact, type ContactFacts, type OtherReader } from '#domain/enrollment/contact-check.ts'
import { myChartNyNj } from '#domain/policies/mychart-ny-nj.ts'
import { phoneKey, reachKey } from '#domain/reach.ts'
import { DAY } from '#domain/time.ts'

const now = Date.parse('2026-11-24T15:00:00Z')
const [version] = myChartNyNj.versions
const policy = version?.enrollment ?? (() => { throw new Error('MyChart has rules') })()

const parent = (more: Partial<OtherReader> = {}): OtherReader => ({
  relation: 'household', age: 45, isOnPortal: true, isLegalCaregiver: false, contacts: [{ kind: 'email', value: 'j.king@gmail.com' }, { kind: 'phone', value: '(914) 555-0188' }], ...more,
})
const asked = (more: Partial<ContactFacts> = {}): ContactFacts => ({
  kind: 'email', value: 'jking+walton@googlemail.com', use: null, onFileSinceAt: now - 400 * DAY, hardBounced: false, isBarred: false, age: 13, policy, others: [parent()], ...more,
})
const codeOf = (facts: ContactFacts): string => {
  const { decision } = checkContact(facts, now)
  return decision.allowed ? 'may' : decision.code
}

describe('whose contact it is', () => {
  test.each<[string, Partial<ContactFacts>, string]>([
    ['a teen with an own address', { value: 'walton@example.org' }, 'may'],
    ['a teen with the father’s mailbox under another spelling', {}, 'CONTACT_IS_A_HOUSEHOLD_ADULTS'],
    ['a teen with a proxy’s', { others: [parent({ relation: 'proxy' })] }, 'CONTACT_IS_A_PROXYS'],
    ['a teen with a guarantor’s', { others: [parent({ relation: 'guarantor' })] }, 'CONTACT_IS_A_GUARANTORS'],
    ['a teen with a proxy’s who is no patient and of unknown age', { others: [parent({ relation: 'proxy', age: null })] }, 'CONTACT_IS_A_PROXYS'],
    ['a teen whose parent is not on the portal: the rule is about who reads it', { others: [parent({ isOnPortal: false })] }, 'CONTACT_IS_A_HOUSEHOLD_ADULTS'],
    ['a teen of whom the parent is called legal caregiver: from 12 on that does not help', { others: [parent({ isLegalCaregiver: true })] }, 'CONTACT_IS_A_HOUSEHOLD_ADULTS'],
    ['a teen with a brother’s who has no account', { others: [parent({ age: 16, isOnPortal: false })] }, 'may'],
    ['a teen with a brother’s who has one', { others: [parent({ age: 16 })] }, 'CONTACT_IS_ANOTHER_ADULTS'],
    ['a teen with a stranger’s on the portal', { others: [parent({ relation: 'another-adult' })] }, 'CONTACT_IS_ANOTHER_ADULTS'],
    ['a child of 11 with the enrolled mother’s: R9 lets them', { age: 11 }, 'may'],
    ['a child of 11 with a mother’s who is not enrolled', { age: 11, others: [parent({ isOnPortal: false })] }, 'CONTACT_NOT_ENROLLED_ADULTS'],
    ['a child of 11 with a stranger’s', { age: 11, others: [parent({ relation: 'another-adult' })] }, 'CONTACT_IS_ANOTHER_ADULTS'],
    ['the same child on the 12th birthday', { age: 12 }, 'CONTACT_IS_A_HOUSEHOLD_ADULTS'],
    ['an adult with the spouse’s who is on the portal', { age: 40 }, 'CONTACT_IS_ANOTHER_ADULTS'],
    ['an adult with the spouse’s who is not', { age: 40, others: [parent({ isOnPortal: false })] }, 'may'],
    ['an adult with a proxy’s', { age: 40, others: [parent({ relation: 'proxy', isOnPortal: false })] }, 'CONTACT_IS_A_PROXYS'],
    ['an adult under an enrolled guardian, with the guardian’s', { age: 40, others: [parent({ relation: 'proxy', isLegalCaregiver: true })] }, 'may'],
    ['an adult under a guardian who is not enrolled', { age: 40, others: [parent({ isLegalCaregiver: true, isOnPortal: false })] }, 'CONTACT_NOT_ENROLLED_ADULTS'],
    ['an address that came back', { value: 'walton@example.org', hardBounced: true }, 'CONTACT_ADDRESS_BOUNCED'],
    ['an address that is none', { value: 'walton at home' }, 'CONTACT_NOT_USABLE'],
    ['a barred contact, before anything else is said of it', { isBarred: true }, 'ENROLL_NEEDS_PRIVACY_OFFICER'],
    ['an own mobile', { kind: 'phone', value: '914-555-0199', use: 'mobile' }, 'may'],
    ['the father’s number as a teen’s mobile', { kind: 'phone', value: '+1.914.555.0188', use: 'mobile' }, 'CONTACT_IS_A_HOUSEHOLD_ADULTS'],
    ['a home phone, whoever shares it', { kind: 'phone', value: '914-555-0199', use: 'home' }, 'CONTACT_NOT_A_MOBILE'],
    ['a number with too few digits', { kind: 'phone', value: '555-01', use: 'mobile' }, 'CONTACT_NOT_USABLE'],
  ])('R9, R10: %s', (_who, more, expected) => expect(codeOf(asked(more))).toBe(expected))

  test('ID-02: a contact of 29 days is young and usable in person, one of 30 days is old', () => {
    const young = (days: number) => checkContact(asked({ value: 'walton@example.org', onFileSinceAt: now - days * DAY }), now).youngSinceAt
    expect([young(29), young(30)]).toEqual([now - 29 * DAY, null])
  })

  test('what works comes in the order in which to offer it; no own contact is among it, unless the portal proves one', () => {
    expect(checkContact(asked(), now).ways).toEqual(['mobile', 'typed-by-patient', 'no-own-contact', 'not-today'])
    expect(checkContact(asked({ policy: { ...policy, activationNeeds: ['terms', 'contact-verified'] } }), now).ways).not.toContain('no-own-contact')
    expect(checkContact(asked({ value: 'walton@example.org' }), now).ways).toEqual([])
  })
})

describe('two spellings of one contact', () => {
  const local = fc.stringMatching(/^[a-z0-9]{1,12}$/)
  const tag = fc.stringMatching(/^[a-z0-9]{0,8}$/)
  const anyCase = (text: string, bits: number): string => [...text].map((sign, at) => ((bits >> at) & 1 ? sign.toUpperCase() : sign)).join('')

  test('R10: case and plus-tag never make two mailboxes of one; dots do, but not at the provider that ignores them', () => {
    fc.assert(fc.property(local, local, tag, fc.nat(4095), (one, two, plus, bits) => {
      const typed = anyCase(`${one}.${two}`, bits)
      const gmail = reachKey('email', `${typed}+${plus}@gmail.com`) === reachKey('email', `${one}${two}@googlemail.com`)
      const other = reachKey('email', `${typed}+${plus}@example.org`) === reachKey('email', `${one}.${two}@EXAMPLE.org`)
      const dots = reachKey('email', `${one}.${two}@example.org`) !== reachKey('email', `${one}${two}@example.org`)
      return gmail && other && dots
    }))
  })

  test('R10: a composed and a decomposed letter are one', () => {
    expect(reachKey('email', 'jose\u0301@example.org')).toBe(reachKey('email', 'jos\u00e9@example.org'))
  })

  test('R10: a number is one however it is written, and another number never is', () => {
    fc.assert(fc.property(fc.stringMatching(/^[2-9]\d{9}$/), fc.stringMatching(/^[2-9]\d{9}$/), (one, two) => {
      const [area, office, line] = [one.slice(0, 3), one.slice(3, 6), one.slice(6)]
      const ways = [`(${area}) ${office}-${line}`, `+1 ${area} ${office} ${line}`, `1-${area}-${office}-${line}`, `${area}.${office}.${line} ext. 4`, `001${one}`]
      return ways.every((way) => phoneKey(way) === `+1${one}`) && (one === two || phoneKey(one) !== phoneKey(two))
    }))
  })

  test('PX-04: from 12 to 17 no spelling of a household adult’s mailbox is ever taken, whatever else is so', () => {
    const reader = fc.record({
      relation: fc.constantFrom('household' as const, 'proxy' as const, 'guarantor' as const), age: fc.oneof(fc.integer({ min: 18, max: 99 }), fc.constant(null)),
      isOnPortal: fc.boolean(), isLegalCaregiver: fc.boolean(),
    })
    fc.assert(fc.property(local, tag, fc.nat(4095), fc.integer({ min: 12, max: 17 }), reader, (name, plus, bits, age, other) => {
      const facts = asked({ age, value: anyCase(`${name}+${plus}@gmail.com`, bits), others: [{ ...other, contacts: [{ kind: 'email', value: `${name}@gmail.com` }] }] })
      return !checkContact(facts, now).decision.allowed
    }))
  })

  test('what is shown as not counting is what the key leaves out', () => {
    expect(asRead('email', 'J.King+walton@gmail.com')).toEqual({
      readAs: 'jking@gmail.com',
      segments: [{ text: 'J', counts: true }, { text: '.', counts: false }, { text: 'King', counts: true }, { text: '+walton', counts: false }, { text: '@gmail.com', counts: true }],
    })
    expect(asRead('email', 'j.king@example.org').segments).toEqual([{ text: 'j.king', counts: true }, { text: '@example.org', counts: true }])
    fc.assert(fc.property(local, local, tag, (one, two, plus) => {
      const { segments, readAs } = asRead('email', `${one}.${two}+${plus}@gmail.com`)
      const counting = segments.filter((segment) => segment.counts).map((segment) => segment.text).join('')
      return counting.toLowerCase() === readAs && segments.map((segment) => segment.text).join('') === `${one}.${two}+${plus}@gmail.com`
    }))
    expect(asRead('phone', '(914) 555-0188').readAs).toBe('+19145550188')
  })
})
