import { describe, expect, test } from 'vitest'
import { canDisable, canSpare, clinicianKindFits, mayInviteAlone, sameRoles, type StaffFacts } from '#domain/staff.ts'

const person = (more: Partial<StaffFacts> = {}): StaffFacts => ({ id: 'them', status: 'active', roles: ['front-desk'], ...more })
const others = { administrators: 1, privacyOfficers: 1 }

describe('whom the practice can spare', () => {
  test('AZ-07: the last active administrator cannot be removed, the last but one can', () => {
    const admin = person({ roles: ['administrator', 'manager'] })
    expect(canSpare(admin, ['manager'], { ...others, administrators: 0 })).toMatchObject({ code: 'LAST_ADMINISTRATOR' })
    expect(canSpare(admin, ['manager'], others)).toEqual({ allowed: true })
    expect(canSpare(admin, ['administrator'], { ...others, administrators: 0 })).toEqual({ allowed: true })
  })

  test('AZ-06: the last active privacy officer cannot be removed: nothing could be approved', () => {
    const officer = person({ roles: ['privacy-officer'] })
    expect(canSpare(officer, [], { ...others, privacyOfficers: 0 })).toMatchObject({ code: 'LAST_PRIVACY_OFFICER' })
    expect(canSpare(officer, [], others)).toEqual({ allowed: true })
  })

  test('somebody who has not joined or is disabled holds no desk that would be missed', () => {
    for (const status of ['invited', 'disabled'] as const) {
      expect(canSpare(person({ status, roles: ['administrator', 'privacy-officer'] }), [], { administrators: 0, privacyOfficers: 0 })).toEqual({ allowed: true })
    }
  })
})

describe('disabling', () => {
  test('AU-11: one person disables another at once, never themselves, never twice', () => {
    expect(canDisable('me', person(), others)).toEqual({ allowed: true })
    expect(canDisable('them', person(), others)).toMatchObject({ code: 'OWN_RIGHTS' })
    expect(canDisable('me', person({ status: 'disabled' }), others)).toMatchObject({ code: 'ALREADY_DONE' })
    expect(canDisable('me', person({ status: 'invited' }), others)).toEqual({ allowed: true })
    expect(canDisable('me', person({ roles: ['administrator'] }), { ...others, administrators: 0 })).toMatchObject({ code: 'LAST_ADMINISTRATOR' })
  })
})

test('a clinician is a prescriber or clinical staff, nobody else is either', () => {
  expect(clinicianKindFits(['clinician', 'manager'], 'prescriber')).toBe(true)
  expect(clinicianKindFits(['clinician'], null)).toBe(false)
  expect(clinicianKindFits(['manager'], 'clinical-staff')).toBe(false)
  expect(clinicianKindFits(['manager'], null)).toBe(true)
})

test('only a privacy officer and nothing else is invited by one person, and only while none has ever joined', () => {
  expect(mayInviteAlone(['privacy-officer'], 0)).toBe(true)
  expect(mayInviteAlone(['privacy-officer'], 1)).toBe(false)
  expect(mayInviteAlone(['privacy-officer', 'administrator'], 0)).toBe(false)
  expect(mayInviteAlone(['manager'], 0)).toBe(false)
  expect(mayInviteAlone([], 0)).toBe(false)
})

test('the same roles in another order are the same roles', () => {
  expect(sameRoles(['manager', 'helpline'], ['helpline', 'manager'])).toBe(true)
  expect(sameRoles(['manager'], ['manager', 'helpline'])).toBe(false)
  expect(sameRoles(['manager'], ['helpline'])).toBe(false)
})
