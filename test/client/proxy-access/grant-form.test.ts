import { expect, test } from 'vitest'
import { blockBodyOf, emptyBlock, nameOf } from '#client/proxy-access/block-form.ts'
import { monthsLater, shortDate } from '#client/proxy-access/dates.ts'
import { emptyGrant, grantBodyOf, misfitOf, missingIn, takesTwo, withBasis, withPortal } from '#client/proxy-access/grant-form.ts'
import { grantBody } from '#domain/contracts/proxy-commands.ts'
import { buildProxies } from '#test/client/proxy-access/build-access.ts'

const child = buildProxies()
const adult = buildProxies({ portals: child.portals.map((one) => ({ ...one, misfits: { parent: 'The patient is an adult.' } })) })
const ines = { personId: 'ines', patientId: null, name: 'Inés Rodriguez' }

test('a desk begins with what is most often so, and an end or review date is always set', () => {
  expect(emptyGrant(child, '2026-11-24')).toMatchObject({ basis: 'parent', document: 'birth-certificate', verifiedHow: 'photo-id', levelId: 'full', reviewOn: '2027-11-24' })
  expect(emptyGrant(adult, '2026-11-24')).toMatchObject({ basis: 'adult-consent', document: 'adult-consent-form' })
  const dead = buildProxies({ portals: child.portals.map((one) => ({ ...one, misfits: { parent: 'died', 'adult-consent': 'died' } })) })
  expect(emptyGrant(dead, '2026-11-24')).toMatchObject({ basis: 'executor', document: 'letters-testamentary' })
})

test('a basis that cannot carry access says why in the server’s words, on the portal that is chosen', () => {
  const form = emptyGrant(child, '2026-11-24')
  expect(misfitOf(form, child)).toBeNull()
  expect(misfitOf({ ...form, basis: 'executor' }, child)).toBe('The patient lives.')
  expect(missingIn({ ...form, basis: 'executor' }, ines, child, false)).toEqual(['access.basis_label'])
})

test('the document follows the basis, the level follows the portal', () => {
  const form = emptyGrant(child, '2026-11-24')
  expect(withBasis(form, 'custody-order').document).toBe('custody-order')
  expect(withBasis({ ...form, document: 'adoption-decree' }, 'parent').document).toBe('adoption-decree')
  const portals = [...child.portals, ...child.portals.map((one) => ({ ...one, id: 'other', levels: [{ id: 'read-only', name: 'Read-only', perArea: false }] }))]
  expect(withPortal(form, 'other', portals)).toMatchObject({ portalId: 'other', levelId: 'read-only' })
})

test('a court order and a dispute take two, a parent with a birth certificate takes one', () => {
  expect(takesTwo({ basis: 'parent', disputed: false })).toBe(false)
  expect(takesTwo({ basis: 'parent', disputed: true })).toBe(true)
  expect(takesTwo({ basis: 'custody-order', disputed: false })).toBe(true)
})

test('what is missing is named in the order of the form; without both dates nothing goes out', () => {
  const form = emptyGrant(child, '2026-11-24')
  expect(missingIn(form, null, child, true)).toEqual(['access.person', 'ui.reason'])
  expect(missingIn({ ...form, reviewOn: '', endOn: '' }, ines, child, false)).toEqual(['access.review_on'])
  expect(missingIn({ ...form, reviewOn: '', endOn: '2027-01-01' }, ines, child, false)).toEqual([])
  expect(missingIn({ ...form, levelId: 'trusted-representative' }, ines, child, false)).toEqual(['access.areas'])
  expect(missingIn({ ...form, levelId: 'trusted-representative', areas: { bills: 'view' } }, ines, child, false)).toEqual([])
})

test('what is sent fits the contract, for a known person and for a patient who becomes one', () => {
  const form = { ...emptyGrant(child, '2026-11-24'), reason: ' Mother asks at the desk ' }
  const body = grantBodyOf(form, ines, child)
  expect(grantBody.parse(body)).toMatchObject({ personId: 'ines', areas: null, reason: 'Mother asks at the desk', reviewOn: '2027-11-24', endOn: null })
  expect(grantBody.parse(grantBodyOf(form, { personId: null, patientId: 'p9', name: 'D' }, child))).toMatchObject({ personPatientId: 'p9' })
  expect(grantBodyOf({ ...form, levelId: 'trusted-representative', areas: { bills: 'view' } }, ines, child).areas).toEqual({ bills: 'view' })
})

test('somebody to be kept out is named with every name and contact that is known', () => {
  expect(nameOf('Vega, Carlos')).toEqual({ family: 'Vega', given: 'Carlos' })
  expect(nameOf('Carlos de la Vega')).toEqual({ family: 'Vega', given: 'Carlos de la' })
  expect(nameOf('  ')).toBeNull()
  const body = blockBodyOf({ ...emptyBlock, given: 'Carlos', family: 'Vega', otherNames: 'Karl Vega\n\nRuiz, Carlos', emails: 'c@example.org, v@example.org', note: 'Order of 3 May', reason: 'Shown at the desk' })
  expect(body).toMatchObject({ emails: ['c@example.org', 'v@example.org'], phones: [], birthDate: null })
  expect(body.names).toEqual([{ given: 'Carlos', family: 'Vega' }, { given: 'Karl', family: 'Vega' }, { given: 'Carlos', family: 'Ruiz' }])
})

test('a review date stays within its month, and a date of this year has no year', () => {
  expect(monthsLater('2026-01-31', 1)).toBe('2026-02-28')
  expect(monthsLater('2024-02-29', 12)).toBe('2025-02-28')
  expect(monthsLater('2026-11-24', 2)).toBe('2027-01-24')
  expect(shortDate('2026-12-07', '2026-11-24', 'en')).toBe('7 Dec')
  expect(shortDate('2032-12-07', '2026-11-24', 'en')).toBe('7 Dec 2032')
})
