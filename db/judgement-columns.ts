import type { Judgement } from '#domain/results/judge-report.ts'
import { isCritical, type ReportValue } from '#domain/results/report.ts'

/** A judgement as columns of a result. */
export function judgementColumns(judged: Judgement) {
  return {
    category: judged.primary, categories: judged.categories.join(','), evidence: JSON.stringify(judged.evidence), doubts: judged.doubts.join(','),
    clockedClasses: judged.clockedClasses.join(','), sensitive: judged.sensitive,
  }
}

/** How far the values of a report are from the usual, as columns of a result. Files are no values. */
export function readingColumns(values: readonly ReportValue[]) {
  const measured = values.filter((value) => value.kind !== 'attachment')
  return { critical: measured.some((value) => isCritical(value.reading)), abnormal: measured.some((value) => value.reading !== null && value.reading !== 'normal') }
}

/** Whether a clinician looked at this very report and said what it is: that stays, whatever comes later. */
export function isSaid({ evidence }: { evidence: string }): boolean {
  return evidence.includes('"by":"clinician"')
}
