import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Coding } from '#domain/results/categories.ts'
import { judgeReport } from '#domain/results/judge-report.ts'
import type { TestKinds } from '#domain/results/test-kinds.ts'
import type { Instant } from '#domain/time.ts'
import { isSaid, judgementColumns } from '#db/judgement-columns.ts'
import { valueFrom } from '#db/keep-reports.ts'
import { addConfidentialLines } from '#db/result-lines.ts'
import type { RowOf } from '#db/rows.ts'
import type { Writer } from '#db/store.ts'

type ResultRow = RowOf<'results'>
/** What judging again came to. `leftOut`: out already, so it stays as it was judged then. */
export type JudgedAgain = { changed: string[]; leftOut: string[] }

/** Whether a patient could see it already, or a clinician released it: nothing changes what it was taken for then. */
const isOut = (row: ResultRow) => row.shownAt !== null || row.releasedAt !== null

/**
 * Judges results anew by what stands in them and what the practice says of tests now; those that are out only where the
 * laboratory changed them. Where they stand then is for the caller to settle.
 */
export async function judgeAgain(w: Writer, ids: readonly string[], kinds: TestKinds, how: { at: Instant; alsoOut?: boolean }): Promise<JudgedAgain> {
  const { results: r, resultValues: v, recordItems } = w.t
  const found: JudgedAgain = { changed: [], leftOut: [] }
  if (ids.length === 0) return found
  const rows = await w.select().from(r).where(inArray(r.id, [...ids])).orderBy(asc(r.id))
  const values = Map.groupBy(await w.select().from(v).where(inArray(v.resultId, [...ids])).orderBy(asc(v.place), asc(v.id)), (one) => one.resultId)
  for (const row of rows) {
    if (isSaid(row) || row.status === 'cancelled' || row.status === 'entered-in-error') continue
    const judged = judgeReport(wordsOf(row), (values.get(row.id) ?? []).map(valueFrom), kinds)
    const columns = judgementColumns(judged)
    if ((Object.keys(columns) as (keyof typeof columns)[]).every((name) => row[name] === columns[name])) continue
    if (isOut(row) && how.alsoOut !== true) {
      if (row.categories !== columns.categories) found.leftOut.push(row.id)
      continue
    }
    await w.update(r).set(columns).where(eq(r.id, row.id))
    await w.update(recordItems).set({ sensitive: columns.sensitive }).where(and(eq(recordItems.source, 'results'), eq(recordItems.sourceId, row.id)))
    await addConfidentialLines(w, row, { tests: [], categories: judged.categories }, how.at)
    found.changed.push(row.id)
  }
  return found
}

/** The report's own words. Where its codes were not kept, those that lists knew stand in its evidence. */
function wordsOf(row: ResultRow): Parameters<typeof judgeReport>[0] {
  const kept = JSON.parse(row.codings) as Coding[]
  const known = (JSON.parse(row.evidence) as { by: string; what: string }[]).filter((one) => one.by === 'code')
  return {
    codings: kept.length > 0 ? kept : known.map(({ what }) => ({ system: 'http://loinc.org', code: what, display: null })), name: row.name,
    sections: row.sections.split(',').filter((one) => one !== ''), remarks: row.remarks.split('\n'),
  }
}
