import { resultCategories, type ResultCategory } from '#domain/portals/result-policy.ts'
import { formOf } from '#domain/results/loinc.ts'
import { listedAs, type ListedGroup } from '#domain/results/listed-codes.ts'
import { namedAs, sectionCategory } from '#domain/results/names.ts'
import { noTestKinds, saidOf, type TestKinds } from '#domain/results/test-kinds.ts'

/** A code as a report writes it. */
export type Coding = { system: string | null; code: string | null; display: string | null }
/** What is known of a test's name: its codings, the words beside them, and the department that reports it. */
export type TestName = { codings: readonly Coding[]; text: string | null; sections?: readonly string[] }

/** Why a category is believed: a list that names the code, words of the name, or the department. */
export type Evidence = { category: ResultCategory; by: 'code' | 'name' | 'section' | 'clinician' | 'practice'; what: string; sources: readonly string[] }

/** Why a clinician has to look before a portal's rule may let anything out. */
export const doubts = ['no-code', 'malformed-code', 'unknown-code', 'no-name'] as const
export type Doubt = (typeof doubts)[number]

export type Categorised = {
  /** The one to show, the most guarded first. */
  primary: ResultCategory
  /** All that the report touches; the strictest rule among them holds. */
  categories: readonly ResultCategory[]
  evidence: readonly Evidence[]
  /** Empty: the category may be relied on. */
  doubts: readonly Doubt[]
}

/** Most guarded first: what stands at the head of a list decides which name a mixed report goes by. */
const guarded: readonly ResultCategory[] = [
  'hiv-htlv', 'genetic', 'products-of-conception', 'toxicology', 'hepatitis', 'bone-marrow', 'tissue-pathology', 'cytology', 'pap', 'radiology', 'laboratory',
]

/** All categories of two judgements of one report, the most guarded first: what came later never makes it less guarded. */
export function joinCategories(one: readonly ResultCategory[], other: readonly ResultCategory[]): ResultCategory[] {
  return guarded.filter((category) => one.includes(category) || other.includes(category))
}

/** Every category but ordinary laboratory work and pictures is sensitive: one by one, never in bulk (security.md, role table). */
export function isSensitive(category: ResultCategory): boolean {
  return category !== 'laboratory' && category !== 'radiology'
}

/**
 * What kind of result a report is, judged by its own name and by each test in it. Codes are read first; where they are
 * missing, malformed or another system's, names decide, and somebody has to look (R60–R66). A code on no list proves
 * nothing, so names are read even then.
 */
export function categorise(report: TestName, tests: readonly TestName[], kinds: TestKinds = noTestKinds): Categorised {
  const judged = [report, ...tests].map((one) => judge(one, kinds))
  const evidence = distinct(judged.flatMap((one) => one.evidence))
  const found = new Set(evidence.map((one) => one.category))
  if (found.size === 0 || judged.slice(1).some((one) => one.evidence.length === 0)) found.add('laboratory')
  const categories = guarded.filter((category) => found.has(category))
  // A report whose every test can be told needs no code of its own, and one with a code needs none for its remarks.
  const own = judged[0]?.doubts ?? []
  const theirs = judged.slice(1)
  const inner = theirs.flatMap((one) => one.doubts)
  return {
    primary: categories[0] ?? 'laboratory',
    categories,
    evidence,
    doubts: [...new Set(theirs.length > 0 ? [...inner, ...own.filter((doubt) => doubt === 'malformed-code')] : own)],
  }
}

type Judged = { evidence: Evidence[]; doubts: Doubt[] }

function judge(test: TestName, kinds: TestKinds): Judged {
  const said = saidOf(test, namesIn(test), kinds)
  if (said.length > 0) return { evidence: said.map(({ category, label }): Evidence => ({ category, by: 'practice', what: label, sources: [] })), doubts: [] }
  const forms = test.codings.map((coding) => ({ coding, form: formOf(coding) }))
  const codes = forms.filter(({ form }) => form === 'loinc').map(({ coding }) => coding.code?.trim() ?? '')
  const evidence: Evidence[] = codes.flatMap((code) => listedAs(code).flatMap(({ group, sources }) => {
    const category = categoryOf(group)
    return category ? [{ category, by: 'code' as const, what: code, sources }] : []
  }))
  const names = namesIn(test)
  for (const name of names) {
    for (const { group, words } of namedAs(name)) {
      const category = categoryOf(group)
      if (category && !evidence.some((one) => one.category === category)) evidence.push({ category, by: 'name', what: words, sources: [] })
    }
  }
  for (const section of test.sections ?? []) {
    const category = sectionCategory(section)
    if (category && !evidence.some((one) => one.category === category)) evidence.push({ category, by: 'section', what: section, sources: ['HL7 table 0074'] })
  }
  return { evidence, doubts: codes.length > 0 ? [] : doubtsOf(forms.map(({ form }) => form), names.length) }
}

function doubtsOf(forms: readonly string[], names: number): Doubt[] {
  const found: Doubt[] = forms.includes('malformed') ? ['malformed-code'] : forms.includes('other-system') ? ['unknown-code'] : ['no-code']
  return names === 0 ? [...found, 'no-name'] : found
}

function namesIn(test: TestName): string[] {
  return [...new Set([...test.codings.map((coding) => coding.display ?? ''), test.text ?? ''].map((name) => name.trim()).filter((name) => name !== ''))]
}

function categoryOf(group: ListedGroup | ReturnType<typeof namedAs>[number]['group']): ResultCategory | null {
  return (resultCategories as readonly string[]).includes(group) ? group as ResultCategory : null
}

function distinct(evidence: readonly Evidence[]): Evidence[] {
  return [...new Map(evidence.map((one) => [`${one.category} ${one.by} ${one.what}`, one])).values()]
}
