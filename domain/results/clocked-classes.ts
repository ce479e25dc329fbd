import type { ResultCategory } from '#domain/portals/result-policy.ts'
import type { ClockedClass } from '#domain/portals/state-clocks.ts'
import type { TestName } from '#domain/results/categories.ts'

/** What one test of a report says, as far as a statute asks. */
export type TestOutcome = { name: TestName; value: string | null; flag: string | null }

/**
 * Classes of R69 that a report may belong to. Assumption, on the protective side: every tissue, marrow or cell report may
 * show a malignancy; an HIV test that does not plainly say negative counts as positive; KRS 333.152 also speaks of
 * pictures that are likely to show one, which only words of the report can tell here. A clinician may correct it.
 */
export function clockedClassesOf(categories: readonly ResultCategory[], outcomes: readonly TestOutcome[], texts: readonly string[]): ClockedClass[] {
  const classes = new Set<ClockedClass>()
  const spoken = [...texts, ...outcomes.map((one) => one.value ?? '')].join('\n').toLowerCase()
  if (categories.some((one) => ['tissue-pathology', 'bone-marrow', 'cytology', 'pap'].includes(one)) || malignant.test(spoken)) classes.add('malignancy')
  if (categories.includes('genetic')) classes.add('genetic')
  if (categories.includes('hiv-htlv') && outcomes.some((one) => isHiv(one) && !isNegative(one))) classes.add('hiv-positive-diagnostic')
  if (categories.includes('hepatitis') && outcomes.some((one) => antigen.test(wordsOf(one.name)))) classes.add('hepatitis-antigen')
  return [...classes]
}

const malignant = /\b(malignan\w*|carcinoma\w*|adenocarcinoma\w*|melanoma\w*|lymphoma\w*|leuk[a]?emi\w*|sarcoma\w*|metasta\w*|bi-?rads(?: category)?:? ?[4-6])\b/
const antigen = /\b(antigen|hbs ?ag|hbe ?ag|ag)\b/
const hiv = /\b(hiv|immunodeficiency|chiv)/
const quantity = /\b(viral load|quantitative|copies|cd4)\b/
const negative = /\b(negative|non[- ]?reactive|not detected|undetected|absent|neg|nr|target not detected)\b/

function isHiv(one: TestOutcome): boolean {
  const words = wordsOf(one.name)
  return hiv.test(words) && !quantity.test(words)
}

function isNegative({ value, flag }: TestOutcome): boolean {
  return negative.test((value ?? '').toLowerCase()) || flag?.toUpperCase() === 'NEG'
}

function wordsOf(name: TestName): string {
  return [...name.codings.map((coding) => coding.display ?? ''), name.text ?? ''].join(' ').toLowerCase()
}
