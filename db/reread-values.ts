import { and, asc, eq, inArray } from 'drizzle-orm'
import { categorise, isSensitive, type Coding, type TestName } from '#domain/results/categories.ts'
import type { Instant } from '#domain/time.ts'
import { readingColumns } from '#db/judgement-columns.ts'
import { valueFrom } from '#db/keep-reports.ts'
import { addConfidentialLines } from '#db/result-lines.ts'
import type { Writer } from '#db/store.ts'

/**
 * Values came or changed by themselves. Whatever their report is taken for, it is now as critical as they are, asks for the second
 * factor that a sensitive one among them asks for, and is confidential to whom they are (R31). No guard is taken away.
 */
export async function rereadValues(w: Writer, ids: readonly string[], at: Instant): Promise<void> {
  if (ids.length === 0) return
  const { results: r, resultValues: v, recordItems: i } = w.t
  const values = Map.groupBy(await w.select().from(v).where(inArray(v.resultId, [...ids])), (one) => one.resultId)
  for (const row of await w.select().from(r).where(inArray(r.id, [...ids])).orderBy(asc(r.id))) {
    const all = (values.get(row.id) ?? []).map(valueFrom)
    const own: TestName = { codings: JSON.parse(row.codings) as Coding[], text: row.name }
    const tests = all.filter((value) => value.kind !== 'attachment').map((value): TestName => ({ codings: value.codings, text: value.name }))
    const sensitive = row.sensitive || categorise(own, tests).categories.some(isSensitive)
    await w.update(r).set({ ...readingColumns(all), sensitive }).where(eq(r.id, row.id))
    await w.update(i).set({ sensitive }).where(and(eq(i.source, 'results'), eq(i.sourceId, row.id)))
    await addConfidentialLines(w, row, { tests: [own, ...tests], categories: [] }, at)
  }
}
