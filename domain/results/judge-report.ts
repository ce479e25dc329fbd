import type { ResultCategory } from '#domain/portals/result-policy.ts'
import type { ClockedClass } from '#domain/portals/state-clocks.ts'
import { categorise, isSensitive, type Coding, type Doubt, type Evidence, type TestName } from '#domain/results/categories.ts'
import { clockedClassesOf } from '#domain/results/clocked-classes.ts'
import type { ReportValue } from '#domain/results/report.ts'
import { noTestKinds, type TestKinds } from '#domain/results/test-kinds.ts'

/** What a report is taken for, by what stands in it and what the practice says of its tests. */
export type Judgement = {
  primary: ResultCategory
  categories: readonly ResultCategory[]
  evidence: readonly Evidence[]
  doubts: readonly Doubt[]
  clockedClasses: ClockedClass[]
  sensitive: boolean
}
type Words = { codings: readonly Coding[]; name: string | null; sections: readonly string[]; remarks: readonly string[] }

/**
 * Judges one report. What the practice says of a test replaces what public lists and names say of it, and settles its
 * doubt. It never takes a second factor or a statute's wait away: for those, what lists and names say counts as well.
 */
export function judgeReport(report: Words, values: readonly ReportValue[], kinds: TestKinds): Judgement {
  const measured = values.filter((value) => value.kind !== 'attachment')
  const own: TestName = { codings: report.codings, text: report.name, sections: report.sections }
  const tests = measured.map((value): TestName => ({ codings: value.codings, text: value.name }))
  const listed = categorise(own, tests, noTestKinds)
  const found = kinds.size === 0 ? listed : categorise(own, tests, kinds)
  const all = [...new Set([...listed.categories, ...found.categories])]
  const outcomes = measured.map((value) => ({ name: { codings: value.codings, text: value.name }, value: value.text || null, flag: null }))
  return {
    ...found, sensitive: all.some(isSensitive), clockedClasses: clockedClassesOf(all, outcomes, [report.name ?? '', ...report.remarks]),
  }
}
