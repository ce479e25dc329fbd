import { HOUR, isoOf, type Instant } from '#domain/time.ts'
import { rangeOf, type Report, type ReportValue } from '#domain/results/report.ts'

/** One measured thing as the demo's laboratories tell it. Made up. */
export type Told = { code: string; name: string; text: string; unit?: string; range?: string; reading?: ReportValue['reading'] }
/** A test with its LOINC code, name and value; in range unless said otherwise. */
export const test = (code: string, name: string, text: string, unit?: string, range?: string, reading: ReportValue['reading'] = 'normal'): Told => ({ code, name, text, ...(unit ? { unit } : {}), ...(range ? { range } : {}), reading })

/** A report of the demo: its code, name, department and tests. */
export type ReportKind = { code: string | null; name: string; section?: string; tests: readonly Told[] }

/** A final report, drawn six hours before. */
export function reportOf(kind: ReportKind, sourceId: string, when: Instant): Report {
  return {
    sourceId, codings: kind.code === null ? [{ system: 'L', code: 'H1', display: kind.name }] : [{ system: 'LN', code: kind.code, display: kind.name }], name: kind.name,
    sections: kind.section === undefined ? [] : [kind.section], status: 'final', orderedBy: null, orderKey: null, collectedOn: isoOf(when - 6 * HOUR).slice(0, 10), collectedAt: when - 6 * HOUR,
    issuedAt: when, values: kind.tests.map((one) => valueOf(one, when - 6 * HOUR)), remarks: kind.tests.length === 0 ? ['The full report is in the chart.'] : [],
  }
}

/** A value as a laboratory sends it. */
export function valueOf(told: Told, observedAt: Instant): ReportValue {
  const number = Number(told.text)
  const isNumber = told.text !== '' && Number.isFinite(number)
  return {
    codings: [{ system: 'LN', code: told.code, display: told.name }], name: told.name, kind: isNumber ? 'number' : 'coded', text: told.text, remarks: [], number: isNumber ? number : null,
    unit: told.unit ?? null, rangeText: told.range ?? null, ...rangeOf(told.range ?? null), reading: told.reading ?? null, status: 'final',
    observedAt, mediaType: null, bytes: null,
  }
}
