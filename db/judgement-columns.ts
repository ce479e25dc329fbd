import type { Judgement } from '#domain/results/judge-report.ts'

/** A judgement as columns of a result. */
export function judgementColumns(judged: Judgement) {
  return {
    category: judged.primary, categories: judged.categories.join(','), evidence: JSON.stringify(judged.evidence), doubts: judged.doubts.join(','),
    clockedClasses: judged.clockedClasses.join(','), sensitive: judged.sensitive,
  }
}
