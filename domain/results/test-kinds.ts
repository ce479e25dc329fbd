import type { ResultCategory } from '#domain/portals/result-policy.ts'
import { formOf } from '#domain/results/loinc.ts'

/** By what a test is known: its code, or its name. */
export const testKeyKinds = ['code', 'name'] as const
export type TestKey = { by: (typeof testKeyKinds)[number]; key: string }

/** What the practice says a test is, in the version that is in force. */
export type TestKind = TestKey & { category: ResultCategory; label: string; number: number }
export type TestKinds = ReadonlyMap<string, TestKind>

/** Nothing has been said: public lists and names decide. */
export const noTestKinds: TestKinds = new Map()

type Coding = { system: string | null; code: string | null }

/** A LOINC code by itself; a house code with the system that it belongs to, because houses use the same ones. Null: no code. */
export function keyOfCode({ system, code }: Coding): string | null {
  const form = formOf({ system, code })
  const text = plain(code)
  if (form === 'none' || text === '') return null
  return form === 'loinc' ? text : `${plain(system)}|${text}`
}

/** A name without regard to case and spaces. */
export function keyOfName(name: string): string {
  return plain(name)
}

export function testKindsFrom(rows: readonly TestKind[]): TestKinds {
  return new Map(rows.map((row) => [`${row.by} ${row.key}`, row]))
}

/** What was said of a test: by its codes; where nothing was said of those, by its names. */
export function saidOf(test: { codings: readonly Coding[] }, names: readonly string[], kinds: TestKinds): TestKind[] {
  if (kinds.size === 0) return []
  const byCode = test.codings.flatMap((coding) => kinds.get(`code ${keyOfCode(coding) ?? ''}`) ?? [])
  return byCode.length > 0 ? byCode : names.flatMap((name) => kinds.get(`name ${keyOfName(name)}`) ?? [])
}

/** A key as a second factor is bound to it. */
export function stepUpObject({ by, key }: TestKey): string {
  return `${by}:${key.replaceAll(/[^\p{L}\p{N}.:-]+/gu, '_')}`.slice(0, 100)
}

function plain(text: string | null): string {
  return (text ?? '').normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
}
