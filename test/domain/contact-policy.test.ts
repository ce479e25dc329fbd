import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isHardBounce, isMailAddress, maskedAddress, mayContact,
  type ContactPurpose, type PatientContactFacts, type StaffContactFacts,
} from '#domain/contact-policy.ts'

const now = Date.UTC(2026, 0, 15, 12)
const staff = (facts: Partial<StaffContactFacts> = {}): StaffContactFacts =>
  ({ kind: 'staff', status: 'active', address: 'robin@staff.example', hardBouncedAt: null, ...facts })
const patient = (facts: Partial<PatientContactFacts> = {}): PatientContactFacts =>
  ({ kind: 'patient', deceased: false, optOuts: [], address: 'lee@home.example', hardBouncedAt: null, ...facts })
const codeFor = (person: StaffContactFacts | PatientContactFacts, purpose: ContactPurpose = 'security-notice', at = now) => {
  const decision = mayContact(person, 'email', purpose, at)
  return decision.allowed ? 'allowed' : decision.code
}

describe('who may be written to', () => {
  test('an invited or active staff member may, a disabled one may not', () => {
    expect(codeFor(staff({ status: 'invited' }), 'staff-invitation')).toBe('allowed')
    expect(codeFor(staff())).toBe('allowed')
    expect(codeFor(staff({ status: 'disabled' }))).toBe('CONTACT_STAFF_DISABLED')
  })

  test('R13: nothing goes to a person who has died, whatever it is for', () => {
    for (const purpose of ['portal-invitation', 'portal-notice', 'campaign', 'security-notice'] as const) {
      expect(codeFor(patient({ deceased: true }), purpose)).toBe('CONTACT_PERSON_DECEASED')
    }
  })

  test('R71: an opt-out holds from its first moment until its end, for its own purpose only', () => {
    const optOuts = [{ channel: 'email', purpose: 'campaign', fromAt: now, endedAt: now + 10 }] as const
    expect(codeFor(patient({ optOuts }), 'campaign', now - 1)).toBe('allowed')
    expect(codeFor(patient({ optOuts }), 'campaign', now)).toBe('CONTACT_OPTED_OUT')
    expect(codeFor(patient({ optOuts }), 'campaign', now + 9)).toBe('CONTACT_OPTED_OUT')
    expect(codeFor(patient({ optOuts }), 'campaign', now + 10)).toBe('allowed')
    expect(codeFor(patient({ optOuts }), 'portal-notice', now)).toBe('allowed')
    expect(codeFor(patient({ optOuts: [{ ...optOuts[0], endedAt: null }] }), 'campaign', now + 1e12)).toBe('CONTACT_OPTED_OUT')
  })

  test('ID-07: nobody can opt out of hearing that their own account changed', () => {
    const optOuts = [{ channel: 'email', purpose: 'security-notice', fromAt: 0, endedAt: null }] as const
    expect(codeFor(patient({ optOuts }), 'security-notice')).toBe('allowed')
  })

  test('without an address, with one that is none, or one that bounced for good, nothing goes out', () => {
    expect(codeFor(staff({ address: null }))).toBe('CONTACT_ADDRESS_MISSING')
    expect(codeFor(staff({ address: 'robin' }))).toBe('CONTACT_ADDRESS_UNUSABLE')
    expect(codeFor(staff({ hardBouncedAt: now }))).toBe('CONTACT_ADDRESS_BOUNCED')
    expect(codeFor(staff({ hardBouncedAt: now + 1 }))).toBe('allowed')
  })
})

describe('addresses', () => {
  test('an address is one plain address and nothing around it', () => {
    const fine = ['a@b', 'robin.ash+desk@staff.example', 'josé@clínica.example']
    const not = ['', 'a', '@b', 'a@', 'a@b@c', 'a b@c', 'a@b\r\nBcc: c@d', 'Robin <a@b>', 'a@b, c@d', 'a@b;c', 'a@b(c)', '"a"@b', 'a\u0000@b', 'a@\u202eb']
    expect(fine.filter((text) => !isMailAddress(text))).toEqual([])
    expect(not.filter(isMailAddress)).toEqual([])
    expect(isMailAddress(`${'a'.repeat(64)}@${'b'.repeat(189)}`)).toBe(true)
    expect(isMailAddress(`${'a'.repeat(64)}@${'b'.repeat(190)}`)).toBe(false)
    expect(isMailAddress(`${'a'.repeat(65)}@b`)).toBe(false)
  })

  test('IN-11: no text with a line break or control character is ever an address', () => {
    fc.assert(fc.property(fc.string(), fc.constantFrom('\r', '\n', '\u0000', '\u0085', '\u2028', '\t', ' '), fc.string(), (a, sign, b) => {
      expect(isMailAddress(a + sign + b)).toBe(false)
    }))
  })

  test('an administrator sees the first letters and the ending', () => {
    expect(maskedAddress('anna@doe.example.org')).toBe('a•••@d•••.org')
    expect(maskedAddress('a@localhost')).toBe('a•••@l•••')
    expect(maskedAddress('')).toBe('•••@•••')
  })

  test('a report of class 5 is for good, one of class 4 is not', () => {
    expect(isHardBounce('5.1.1')).toBe(true)
    expect(isHardBounce('4.2.2')).toBe(false)
  })
})
