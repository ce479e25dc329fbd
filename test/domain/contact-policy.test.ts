import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isHardBounce, isMailAddress, maskedAddress, mayContact,
  type ContactPurpose, type PatientContactFacts, type StaffContactFacts,
} from '#domain/contact-policy.ts'
import type { Decision } from '#domain/decision.ts'
import { EVERY_PORTAL, wishKinds, type OptOut } from '#domain/preferences.ts'

const now = Date.UTC(2026, 0, 15, 12)
const staff = (facts: Partial<StaffContactFacts> = {}): StaffContactFacts =>
  ({ kind: 'staff', status: 'active', address: 'robin@staff.example', hardBouncedAt: null, ...facts })
const patient = (facts: Partial<PatientContactFacts> = {}): PatientContactFacts =>
  ({ kind: 'patient', deceased: false, optOuts: [], address: 'lee@home.example', hardBouncedAt: null, ...facts })
const codeFor = (person: StaffContactFacts | PatientContactFacts, purpose: ContactPurpose = 'security-notice', at = now) => {
  return decided(mayContact(person, 'email', purpose, at))
}
const decided = (decision: Decision) => (decision.allowed ? 'allowed' : decision.code)

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

  test('R71: a wish holds from its first moment until its end, for its own kind of mail and its own portal', () => {
    const wish = { portalId: 'mychart-ny-nj', channel: 'email', kind: 'invitations', fromAt: now, endedAt: now + 10 } as const
    const of = (purpose: ContactPurpose, at = now, portalId: string | null = 'mychart-ny-nj', more: Partial<OptOut> = {}) =>
      decided(mayContact(patient({ optOuts: [{ ...wish, ...more }] }), 'email', purpose, at, portalId))
    expect([of('campaign', now - 1), of('campaign'), of('campaign', now + 9), of('campaign', now + 10)]).toEqual(['allowed', 'CONTACT_OPTED_OUT', 'CONTACT_OPTED_OUT', 'allowed'])
    expect([of('portal-invitation'), of('portal-notice')]).toEqual(['CONTACT_OPTED_OUT', 'allowed'])
    expect([of('campaign', now, 'followmyhealth'), of('campaign', now, null)]).toEqual(['allowed', 'allowed'])
    expect(of('campaign', now, 'followmyhealth', { portalId: EVERY_PORTAL })).toBe('CONTACT_OPTED_OUT')
    expect([of('campaign', now + 1e12, 'mychart-ny-nj', { endedAt: null }), of('campaign', now, 'mychart-ny-nj', { channel: 'sms' })]).toEqual(['CONTACT_OPTED_OUT', 'allowed'])
    expect(of('portal-notice', now, 'mychart-ny-nj', { kind: 'notices' })).toBe('CONTACT_OPTED_OUT')
  })

  test('ID-07: nobody can opt out of what protects the account, or of the code that they asked for themselves', () => {
    const everything = wishKinds.map((kind) => ({ portalId: EVERY_PORTAL, channel: 'email', kind, fromAt: 0, endedAt: null }) as const)
    const of = (purpose: ContactPurpose) => decided(mayContact(patient({ optOuts: everything }), 'email', purpose, now, 'mychart-ny-nj'))
    expect([of('security-notice'), of('portal-code')]).toEqual(['allowed', 'allowed'])
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
