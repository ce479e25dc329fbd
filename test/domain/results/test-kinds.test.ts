import { expect, test } from 'vitest'
import { judgeReport } from '#domain/results/judge-report.ts'
import type { ReportValue } from '#domain/results/report.ts'
import { keyOfCode, keyOfName, noTestKinds, saidOf, stepUpObject, testKindsFrom, type TestKind } from '#domain/results/test-kinds.ts'

const said = (what: Partial<TestKind>): TestKind => ({ by: 'code', key: 'mhm|xq7', category: 'genetic', label: 'Serum marker seven (XQ7)', number: 1, ...what })
const house = { system: 'MHM', code: 'XQ7', display: 'Serum marker seven' }
const report = (what: Partial<Parameters<typeof judgeReport>[0]> = {}) => ({ codings: [house], name: 'Serum marker seven', sections: [], remarks: [], ...what })
const value = (codings: ReportValue['codings'], name: string, what: Partial<ReportValue> = {}): ReportValue => ({
  codings, name, kind: 'coded', text: 'Reactive', remarks: [], number: null, unit: null, rangeText: null, low: null, high: null, reading: null, status: 'final', observedAt: null, mediaType: null, bytes: null, ...what,
})
const hiv = { system: 'LN', code: '56888-1', display: 'HIV Ag/Ab Combo' }

test('a LOINC code is known by itself; a house code only with its house, without regard to case and spaces', () => {
  expect(keyOfCode({ system: 'LN', code: ' 2093-3 ' })).toBe('2093-3')
  expect(keyOfCode({ system: null, code: '2093-3' })).toBe('2093-3')
  expect(keyOfCode({ system: ' MHM', code: 'XQ7' })).toBe('mhm|xq7')
  expect(keyOfCode({ system: 'Other', code: 'XQ7' })).toBe('other|xq7')
  expect(keyOfCode({ system: 'MHM', code: '  ' })).toBeNull()
  expect(keyOfName('  Lipid   PANEL ')).toBe('lipid panel')
})

test('what was said of a code goes before what was said of a name; of another house’s code nothing was said', () => {
  const kinds = testKindsFrom([said({}), said({ by: 'name', key: 'serum marker seven', category: 'hepatitis' })])
  expect(saidOf({ codings: [house] }, ['Serum marker seven'], kinds).map((one) => one.category)).toEqual(['genetic'])
  expect(saidOf({ codings: [{ ...house, system: 'Other' }] }, ['Serum  marker seven'], kinds).map((one) => one.category)).toEqual(['hepatitis'])
  expect(saidOf({ codings: [{ ...house, system: 'Other' }] }, ['Another'], kinds)).toEqual([])
})

test('a second factor is bound to the key in letters that may stand in an id', () => {
  expect(stepUpObject({ by: 'code', key: 'mhm|xq7' })).toBe('code:mhm_xq7')
  expect(stepUpObject({ by: 'name', key: 'x'.repeat(300) })).toHaveLength(100)
})

test('what the practice says settles the doubt and stands as the evidence', () => {
  expect(judgeReport(report(), [], noTestKinds)).toMatchObject({ primary: 'laboratory', doubts: ['unknown-code'], sensitive: false })
  expect(judgeReport(report(), [], testKindsFrom([said({})]))).toMatchObject({
    primary: 'genetic', categories: ['genetic'], doubts: [], sensitive: true, clockedClasses: ['genetic'], evidence: [{ category: 'genetic', by: 'practice', what: 'Serum marker seven (XQ7)', sources: [] }],
  })
})

test('one test of a panel that the practice knows leaves the doubt about the others', () => {
  const other = { system: 'MHM', code: 'ZZ1', display: 'Unknown marker' }
  const judged = judgeReport(report({ codings: [], name: 'House panel' }), [value([house], 'Serum marker seven'), value([other], 'Unknown marker')], testKindsFrom([said({ category: 'laboratory' })]))
  expect(judged).toMatchObject({ primary: 'laboratory', doubts: ['unknown-code'] })
})

test('calling a listed test ordinary changes its kind, and neither its second factor nor a statute’s wait', () => {
  const kinds = testKindsFrom([said({ key: '56888-1', category: 'laboratory' })])
  const judged = judgeReport(report({ codings: [hiv], name: null }), [value([hiv], 'Combo')], kinds)
  expect(judged).toMatchObject({ categories: ['laboratory'], sensitive: true, clockedClasses: ['hiv-positive-diagnostic'] })
})

test('an attachment is no test of its own', () => {
  expect(judgeReport(report({ codings: [{ system: 'LN', code: '2093-3', display: null }], name: 'Cholesterol' }), [value([], 'scan.pdf', { kind: 'attachment' })], noTestKinds).doubts).toEqual([])
})
