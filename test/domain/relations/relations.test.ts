import { describe, expect, test } from 'vitest'
import { DAY, HOUR } from '#domain/time.ts'
import {
  canEndCover, canMatch, canSetApart, canSetCover, danglingOf, isCoverIdle, relationOf, staffByNpi, LONGEST_COVER_DAYS,
  type CoverFacts, type CoverWish, type PatientTies, type PractitionerMatch, type StaffToMatch, type TiedPractitioner,
} from '#domain/relations.ts'
import type { Decision } from '#domain/decision.ts'

const at = Date.UTC(2026, 10, 24, 15, 42)
const codeOf = (decision: Decision) => (decision.allowed ? 'allowed' : decision.code)

function practitioner(more: Partial<PractitionerMatch> = {}): PractitionerMatch {
  return { id: 'p1', source: 'emr', npi: '1467560003', nameKey: 'carolweimann', staffId: null, matchedHow: null, ...more }
}

describe('a practitioner of a feed is matched with a colleague by NPI', () => {
  test('the one who bears it is the colleague; without a colleague nobody is', () => {
    expect(staffByNpi(practitioner(), [practitioner()], 'carol')).toBe('carol')
    expect(staffByNpi(practitioner(), [practitioner()], null)).toBe(null)
  })

  test('two records of one name in one system are the same person; two sources may say the name differently', () => {
    const twin = practitioner({ id: 'p2' })
    const elsewhere = practitioner({ id: 'p3', source: 'lab', nameKey: 'weimannc' })
    expect(staffByNpi(practitioner(), [practitioner(), twin, elsewhere], 'carol')).toBe('carol')
  })

  test('two names under one NPI in one system: nobody is matched, a person decides', () => {
    const other = practitioner({ id: 'p2', nameKey: 'caroleweiss' })
    expect(staffByNpi(practitioner(), [practitioner(), other], 'carol')).toBe(null)
    expect(staffByNpi(other, [practitioner(), other], 'carol')).toBe(null)
  })

  test('whoever is matched already stays so when a second name comes along', () => {
    const known = practitioner({ staffId: 'carol', matchedHow: 'npi' })
    const other = practitioner({ id: 'p2', nameKey: 'caroleweiss' })
    expect(staffByNpi(known, [known, other], 'carol')).toBe('carol')
    expect(staffByNpi(other, [known, other], 'carol')).toBe(null)
  })

  test('a match ends when the feed takes the NPI back, unless a person made it', () => {
    expect(staffByNpi(practitioner({ npi: null, staffId: 'carol', matchedHow: 'npi' }), [], null)).toBe(null)
    expect(staffByNpi(practitioner({ npi: null, staffId: 'carol', matchedHow: 'hand' }), [], null)).toBe('carol')
  })

  test('what a person set apart is not matched again', () => {
    expect(staffByNpi(practitioner({ matchedHow: 'apart' }), [practitioner()], 'carol')).toBe(null)
  })
})

describe('by hand', () => {
  const carol: StaffToMatch = { id: 'carol', npi: null, status: 'active', clinicianKind: 'prescriber' }

  test.each<[string, string, Partial<PractitionerMatch>, Partial<StaffToMatch>]>([
    ['a clinician is matched', 'allowed', {}, {}],
    ['one who was invited is matched', 'allowed', {}, { status: 'invited' }],
    ['a practitioner is moved from one colleague to another', 'allowed', { staffId: 'samuel', matchedHow: 'npi' }, {}],
    ['somebody disabled is not', 'STAFF_NOT_ACTIVE', {}, { status: 'disabled' }],
    ['a clerk is not', 'PRACTITIONER_NEEDS_CLINICIAN', {}, { clinicianKind: null }],
    ['two NPIs that differ are two people', 'NPI_DIFFERS', {}, { npi: '1740283779' }],
    ['the same again is nothing new', 'ALREADY_DONE', { staffId: 'carol', matchedHow: 'hand' }, {}],
    ['AZ-07: nobody says so of themselves', 'PRACTITIONER_IS_ONESELF', {}, { id: 'ken' }],
  ])('%s', (_sentence, code, of, staff) => {
    expect(codeOf(canMatch('ken', practitioner(of), { ...carol, ...staff }))).toBe(code)
  })

  test('a match is taken back once, and never one’s own', () => {
    expect(codeOf(canSetApart('ken', practitioner({ staffId: 'carol', matchedHow: 'npi' })))).toBe('allowed')
    expect(codeOf(canSetApart('ken', practitioner()))).toBe('allowed')
    expect(codeOf(canSetApart('ken', practitioner({ matchedHow: 'apart' })))).toBe('ALREADY_DONE')
    expect(codeOf(canSetApart('ken', practitioner({ staffId: 'ken', matchedHow: 'hand' })))).toBe('PRACTITIONER_IS_ONESELF')
  })
})

function cover(more: Partial<CoverFacts> = {}): CoverFacts {
  return { absentId: 'fay', coveringId: 'weimann', fromAt: at - DAY, untilAt: at + DAY, endedAt: null, ...more }
}

describe('AZ-05: how a clinician stands to a patient', () => {
  const ties = (more: Partial<PatientTies> = {}): PatientTies => ({ orders: [], careTeam: [], covers: [], ...more })
  const fays = ties({ orders: [{ staffId: 'fay', orderedAt: at - DAY }] })

  test('whoever ordered something has an own relation, from that moment on', () => {
    expect(relationOf('fay', fays, at)).toEqual({ kind: 'own' })
    expect(relationOf('fay', fays, at - 2 * DAY)).toEqual({ kind: 'none' })
    expect(relationOf('weimann', fays, at)).toEqual({ kind: 'none' })
  })

  test('the care team holds from its start to its end, the end excluded', () => {
    const team = ties({ careTeam: [{ staffId: 'fay', fromAt: at, untilAt: at + DAY }] })
    expect([at - 1, at, at + DAY - 1, at + DAY].map((when) => relationOf('fay', team, when).kind)).toEqual(['none', 'care-team', 'care-team', 'none'])
    expect(relationOf('fay', ties({ careTeam: [{ staffId: 'fay', fromAt: at, untilAt: null }] }), at + 900 * DAY).kind).toBe('care-team')
  })

  test('an order counts before the care team', () => {
    expect(relationOf('fay', { ...fays, careTeam: [{ staffId: 'fay', fromAt: 0, untilAt: null }] }, at).kind).toBe('own')
  })

  test('cover lends the ties of whoever is away, from its start up to its end, and says for whom', () => {
    const covered = { ...fays, orders: [{ staffId: 'fay', orderedAt: 0 }], covers: [cover()] }
    expect(relationOf('weimann', covered, at)).toEqual({ kind: 'covering', forId: 'fay' })
    expect([at - DAY - 1, at - DAY, at + DAY - 1, at + DAY].map((when) => relationOf('weimann', covered, when).kind)).toEqual(['none', 'covering', 'covering', 'none'])
  })

  test('a cover that was ended early lends nothing from then on', () => {
    expect(relationOf('weimann', { ...fays, covers: [cover({ endedAt: at })] }, at).kind).toBe('none')
    expect(relationOf('weimann', { ...fays, covers: [cover({ endedAt: at + 1 })] }, at).kind).toBe('covering')
  })

  test('who is covered keeps their own ties', () => {
    expect(relationOf('fay', { ...fays, covers: [cover()] }, at)).toEqual({ kind: 'own' })
  })

  test('a cover lends nothing on to a third', () => {
    const chain = [cover(), cover({ absentId: 'weimann', coveringId: 'ortiz' })]
    expect(relationOf('ortiz', { ...fays, covers: chain }, at)).toEqual({ kind: 'none' })
  })

  test('of two covers that overlap the one counts whose colleague has a tie', () => {
    const two = [cover({ absentId: 'nobody' }), cover()]
    expect(relationOf('weimann', { ...fays, covers: two }, at)).toEqual({ kind: 'covering', forId: 'fay' })
  })
})

describe('who may set and end a cover', () => {
  const fay = { id: 'fay', roles: ['clinician'] as const }
  const nair = { id: 'nair', roles: ['manager'] as const }
  const wish = (more: Partial<CoverWish> = {}): CoverWish => ({
    absent: { id: 'fay', status: 'active', clinicianKind: 'prescriber' }, covering: { id: 'weimann', status: 'active', clinicianKind: 'prescriber' },
    fromAt: at, untilAt: at + DAY, ...more,
  })
  const ortiz = { id: 'ortiz', status: 'active', clinicianKind: 'clinical-staff' as const }

  test('a clinician for the own absence, a manager for anybody', () => {
    expect(codeOf(canSetCover(fay, wish(), at))).toBe('allowed')
    expect(codeOf(canSetCover(nair, wish(), at))).toBe('allowed')
    expect(codeOf(canSetCover({ id: 'ortiz', roles: ['clinician'] }, wish(), at))).toBe('COVER_OF_OTHERS')
  })

  test('AZ-07: nobody, not even a manager, lends themselves a colleague’s ties', () => {
    expect(codeOf(canSetCover({ id: 'weimann', roles: ['clinician', 'manager'] }, wish(), at))).toBe('COVER_BY_ONESELF')
    expect(codeOf(canSetCover({ id: 'weimann', roles: ['clinician'] }, wish(), at))).toBe('COVER_OF_OTHERS')
  })

  test.each<[string, string, Partial<CoverWish>]>([
    ['a manager sets it for a colleague who has left', 'allowed', { absent: { id: 'fay', status: 'disabled', clinicianKind: 'prescriber' } }],
    ['clinical staff stand in for clinical staff', 'allowed', { absent: { ...ortiz, id: 'lee' }, covering: ortiz }],
    ['nobody covers themselves', 'COVER_NEEDS_TWO', { covering: { id: 'fay', status: 'active', clinicianKind: 'prescriber' } }],
    ['a nurse cannot stand in for a prescriber', 'COVER_NEEDS_PRESCRIBER', { covering: ortiz }],
    ['a clerk cannot stand in', 'COVER_NEEDS_CLINICIANS', { covering: { id: 'rosa', status: 'active', clinicianKind: null } }],
    ['nobody stands in who cannot sign in', 'STAFF_NOT_ACTIVE', { covering: { id: 'weimann', status: 'invited', clinicianKind: 'prescriber' } }],
    ['it ends after it begins', 'COVER_ENDS_BEFORE', { fromAt: at + DAY }],
    ['it ends after now', 'COVER_ENDS_BEFORE', { fromAt: at - DAY, untilAt: at }],
    ['a year is the longest', 'allowed', { untilAt: at + LONGEST_COVER_DAYS * DAY }],
    ['longer than a year is two covers', 'COVER_TOO_LONG', { untilAt: at + LONGEST_COVER_DAYS * DAY + HOUR }],
  ])('%s', (_sentence, code, more) => {
    expect(codeOf(canSetCover(nair, wish(more), at))).toBe(code)
  })

  test('whoever was away ends it, or a manager; who stands in does not; what is over stays over', () => {
    expect(codeOf(canEndCover(fay, cover(), at))).toBe('allowed')
    expect(codeOf(canEndCover(nair, cover({ fromAt: at + HOUR }), at))).toBe('allowed')
    expect(codeOf(canEndCover({ id: 'weimann', roles: ['clinician'] }, cover(), at))).toBe('COVER_OF_OTHERS')
    expect(codeOf(canEndCover(nair, cover({ endedAt: at - 1 }), at))).toBe('ALREADY_DONE')
  })
})

describe('ties that lead nowhere', () => {
  const staff = { id: 'fay', npi: '1467560003', status: 'active' }
  const tied = (more: Partial<TiedPractitioner> = {}): TiedPractitioner => ({
    practitioner: practitioner({ staffId: 'fay', matchedHow: 'npi' }), bearers: [], staff, covers: [], ...more,
  })

  test.each<[string, ReturnType<typeof danglingOf>, Partial<TiedPractitioner>]>([
    ['a colleague who works here is well', null, {}],
    ['nobody is matched', 'practitioner-unmatched', { practitioner: practitioner(), staff: null }],
    ['two names under the NPI', 'npi-ambiguous', { practitioner: practitioner(), staff: null, bearers: [practitioner({ id: 'p2', nameKey: 'other' })] }],
    ['a person said that nobody here is this', null, { practitioner: practitioner({ matchedHow: 'apart' }), staff: null }],
    ['matched by hand, and then the NPIs differ', 'npi-differs', { staff: { ...staff, npi: '1740283779' } }],
    ['the colleague has left and nobody stands in', 'nobody-covers', { staff: { ...staff, status: 'disabled' } }],
    ['the colleague has left and somebody stands in', null, { staff: { ...staff, status: 'disabled' }, covers: [cover()] }],
    ['the colleague has left and the cover is over', 'nobody-covers', { staff: { ...staff, status: 'disabled' }, covers: [cover({ untilAt: at })] }],
  ])('%s', (_sentence, kind, more) => {
    expect(danglingOf(tied(more), at)).toBe(kind)
  })

  test('a cover by somebody who cannot act any more is idle, until it is over', () => {
    const gone = { id: 'weimann', status: 'disabled', clinicianKind: 'prescriber' as const }
    expect(isCoverIdle(cover(), gone, at)).toBe(true)
    expect(isCoverIdle(cover(), { ...gone, status: 'active' }, at)).toBe(false)
    expect(isCoverIdle(cover(), { ...gone, status: 'active', clinicianKind: null }, at)).toBe(true)
    expect(isCoverIdle(cover({ endedAt: at }), gone, at)).toBe(false)
  })
})
