import { and, desc, inArray, isNotNull, ne } from 'drizzle-orm'
import type { TestKindsAnswer } from '#domain/contracts/test-kinds.ts'
import { categorise, type Coding } from '#domain/results/categories.ts'
import { formOf } from '#domain/results/loinc.ts'
import { keyOfCode, keyOfName } from '#domain/results/test-kinds.ts'
import type { Reader } from '#db/store.ts'
import { testKindsNow } from '#db/test-kinds.ts'
import type { Act } from '#server/http/act.ts'
import { isOfKnown } from '#server/patients/patients.ts'

/** So many of the newest results that wait because of a doubt are looked through. */
const LOOKED_AT = 500
const MOST = 50
type Untold = TestKindsAnswer['untold'][number]

/** Tests among what waits whose codes nobody can tell, the most frequent first: names and numbers, of no patient. */
export async function untoldTests(db: Reader, { actor, at }: Act): Promise<Untold[]> {
  const { results: r, resultValues: v } = db.t
  const rows = await db.select({ id: r.id, name: r.name, codings: r.codings }).from(r).where(and(isNotNull(r.worklist), ne(r.doubts, ''), isOfKnown(db, actor, at, r.patientId))).orderBy(desc(r.arrivedAt), desc(r.id)).limit(LOOKED_AT)
  if (rows.length === 0) return []
  const kinds = await testKindsNow(db)
  const values = Map.groupBy(await db.select({ resultId: v.resultId, name: v.name, codings: v.codings, kind: v.kind }).from(v).where(inArray(v.resultId, rows.map((row) => row.id))), (one) => one.resultId)
  const found = new Map<string, Untold>()
  for (const row of rows) {
    const measured = (values.get(row.id) ?? []).filter((one) => one.kind !== 'attachment')
    const mine = new Map((measured.length > 0 ? measured : [row]).flatMap(({ name, codings }) => {
      const parsed = JSON.parse(codings) as Coding[]
      const [doubt] = categorise({ codings: parsed, text: name }, [], kinds).doubts
      if (doubt === undefined) return []
      const coding = parsed.find((one) => formOf(one) !== 'none') ?? null
      const key = (coding && keyOfCode(coding)) ?? keyOfName(name)
      return [[key, { code: coding?.code ?? null, system: coding?.system ?? null, name, doubt, results: 0 }] as const]
    }))
    for (const [key, one] of mine) found.set(key, { ...one, results: (found.get(key)?.results ?? 0) + 1 })
  }
  return [...found.values()].toSorted((a, b) => b.results - a.results || a.name.localeCompare(b.name)).slice(0, MOST)
}
