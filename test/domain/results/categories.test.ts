import { expect, test } from 'vitest'
import { categorise, type TestName } from '#domain/results/categories.ts'
import { clockedClassesOf } from '#domain/results/clocked-classes.ts'
import { confidentialLinesOf } from '#domain/results/confidential-lines.ts'
import { isLoinc } from '#domain/results/loinc.ts'
import { codeListSources, listedCodes } from '#domain/results/listed-codes-data.ts'

const loinc = (code: string, display: string): TestName => ({ codings: [{ system: 'http://loinc.org', code, display }], text: display })
const named = (text: string, system = 'L', code = 'X1'): TestName => ({ codings: [{ system, code, display: null }], text })

test('a cholesterol panel is ordinary laboratory work, and nobody has to look first', () => {
  const panel = categorise(loinc('57698-3', 'Lipid Panel'), [loinc('2093-3', 'Cholesterol'), loinc('2571-8', 'Triglycerides')])
  expect(panel).toMatchObject({ primary: 'laboratory', categories: ['laboratory'], evidence: [], doubts: [] })
})

test('a code on a public list gives the category and names the list', () => {
  const hiv = categorise(loinc('56888-1', 'Combo'), [])
  expect(hiv.primary).toBe('hiv-htlv')
  expect(hiv.evidence[0]).toMatchObject({ by: 'code', what: '56888-1' })
  expect(hiv.evidence[0]?.sources[0]).toBe('CDC ReportStream sample message')
})

test('one sensitive test makes a whole panel sensitive, and the panel keeps both categories', () => {
  const mixed = categorise(loinc('24323-8', 'Comprehensive panel'), [loinc('2345-7', 'Glucose'), loinc('5196-1', 'Hepatitis B surface antigen')])
  expect(mixed.primary).toBe('hepatitis')
  expect(mixed.categories).toEqual(['hepatitis', 'laboratory'])
})

test.each([
  ['HIV RAPID TEST, QUALITATIVE', 'hiv-htlv'], ['HTLV I/II Ab', 'hiv-htlv'], ['Hepatitis C (aHCV)', 'hepatitis'], ['HBsAg', 'hepatitis'],
  ['Urine drug screen 10 panel', 'toxicology'], ['THC confirmation', 'toxicology'], ['Skin biopsy, left forearm', 'tissue-pathology'],
  ['Surgical pathology report', 'tissue-pathology'], ['Pap smear, liquid based', 'pap'], ['HPV high risk', 'pap'], ['Products of conception', 'products-of-conception'],
  ['Bone marrow aspirate morphology', 'bone-marrow'], ['Factor V Leiden (R506Q) Mutation, B', 'genetic'], ['Karyotype, amniotic fluid', 'genetic'],
  ['Fine needle aspirate, thyroid', 'cytology'], ['MRI right knee', 'radiology'], ['XR Chest 2 views', 'radiology'],
])('a local code named "%s" is %s by its name, and waits for a clinician', (name, category) => {
  const found = categorise(named(name), [])
  expect(found.primary).toBe(category)
  expect(found.doubts).toEqual(['unknown-code'])
})

test.each(['Hives, allergy IgE panel', 'Alcohol swab culture', 'Papaya IgE', 'Genentech study visit', 'Hepatic function panel', 'Point of care glucose'])(
  '"%s" is not taken for something sensitive', (name) => {
    expect(categorise(named(name), []).primary).toBe('laboratory')
  },
)

test('a malformed code is never trusted, whatever system it claims', () => {
  const found = categorise(loinc('1030AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'HIV DNA POLYMERASE CHAIN REACTION, QUALITATIVE'), [])
  expect(found).toMatchObject({ primary: 'hiv-htlv', doubts: ['malformed-code'] })
  expect(categorise(loinc('2345-6', 'Glucose'), []).doubts, 'the check digit is wrong').toEqual(['malformed-code'])
})

test('a report without a code or a name waits for a clinician', () => {
  expect(categorise({ codings: [], text: null }, []).doubts).toEqual(['no-code', 'no-name'])
})

test('one test with a local code alone is enough for a clinician to look', () => {
  expect(categorise(loinc('57698-3', 'Lipid Panel'), [loinc('2093-3', 'Cholesterol'), named('House ratio')]).doubts).toEqual(['unknown-code'])
})

test('a local code beside the LOINC code of the same test raises no doubt', () => {
  const both: TestName = { codings: [{ system: 'L', code: 'CHOL', display: 'Chol' }, { system: 'LN', code: '2093-3', display: 'Cholesterol' }], text: null }
  expect(categorise(both, []).doubts).toEqual([])
})

test('the department tells what the name does not', () => {
  expect(categorise({ codings: [{ system: 'LN', code: '30746-2', display: 'Portable Chest Views' }], text: null, sections: ['RAD'] }, []).primary).toBe('radiology')
  expect(categorise({ codings: [], text: 'Specimen A', sections: ['SP'] }, []).primary).toBe('tissue-pathology')
})

test('every listed code is a LOINC code with its check digit, and every list is named', () => {
  const codes = listedCodes.flatMap(([, , text]) => text.split(' '))
  expect(codes.filter((code) => !isLoinc(code))).toEqual([])
  expect(new Set(codes).size).toBeGreaterThan(1_500)
  expect(listedCodes.every(([, places]) => places.every((place) => codeListSources[place] !== undefined))).toBe(true)
})

test('R69: tissue counts as malignancy, a negative HIV test starts no clock, one without a plain answer does', () => {
  const hiv = loinc('56888-1', 'HIV Ag/Ab Combo')
  expect(clockedClassesOf(['tissue-pathology'], [], [])).toEqual(['malignancy'])
  expect(clockedClassesOf(['hiv-htlv'], [{ name: hiv, value: 'Non-Reactive', flag: null }], [])).toEqual([])
  expect(clockedClassesOf(['hiv-htlv'], [{ name: hiv, value: 'Reactive', flag: 'A' }], [])).toEqual(['hiv-positive-diagnostic'])
  expect(clockedClassesOf(['hiv-htlv'], [{ name: hiv, value: null, flag: null }], [])).toEqual(['hiv-positive-diagnostic'])
  expect(clockedClassesOf(['hepatitis'], [{ name: loinc('5196-1', 'Hepatitis B surface Antigen'), value: 'Reactive', flag: 'A' }], [])).toEqual(['hepatitis-antigen'])
  expect(clockedClassesOf(['radiology'], [], ['Findings: BI-RADS category 5.'])).toEqual(['malignancy'])
})

test('R31: a chlamydia test is confidential to a minor where the state says so, and only there', () => {
  expect(confidentialLinesOf([named('Chlamydia trachomatis rRNA')], ['sti-care'])).toEqual(['sti-care'])
  expect(confidentialLinesOf([named('Chlamydia trachomatis rRNA')], [])).toEqual([])
  expect(confidentialLinesOf([named('Glucose')], ['sti-care'])).toEqual([])
})
