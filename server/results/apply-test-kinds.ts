import { and, asc, eq, gt, inArray, isNull, like, lte, or, sql, type SQL } from 'drizzle-orm'
import type { TestKey } from '#domain/results/test-kinds.ts'
import { SECOND } from '#domain/time.ts'
import { holdJudgedByWish } from '#db/hold-by-wish.ts'
import { judgeAgain } from '#db/judge-again.ts'
import { settleResults } from '#db/settle-results.ts'
import type { Reader, Writer } from '#db/store.ts'
import { testKindsNow, type TestKindRow } from '#db/test-kinds.ts'
import type { App } from '#server/app.ts'
import { recordEvent } from '#server/audit/recorder.ts'
import { every, type Job } from '#server/jobs/jobs.ts'
import { bySystem } from '#server/results/jobs.ts'

/** So many results are looked at in one transaction. */
const SLICE = 500

/**
 * What the practice newly says of a test reaches the results that wait: they are judged anew, slice by slice. What is out
 * stays as it came out and is counted. What becomes visible by it is told of by the job that tells of every showing.
 */
export const applyTestKindsJob: Job = {
  name: 'apply-test-kinds', nextDueAt: every(15 * SECOND), audited: true,
  run: async (app, stop) => {
    let changed = 0
    for (let more = true; more && !stop.aborted;) {
      const came = await app.store.tx((w) => applySlice(w, app), { over: 'set' })
      changed += came?.changed ?? 0
      more = came !== null
    }
    return { changed }
  },
}

async function applySlice(w: Writer, app: App): Promise<{ changed: number } | null> {
  const { testKinds: k, results: r } = w.t
  const at = app.clock.now()
  const [kind] = await w.select().from(k).where(and(isNull(k.appliedAt), lte(k.fromAt, at))).orderBy(asc(k.fromAt), asc(k.id)).limit(1)
  if (!kind) return null
  const ids = (await w.select({ id: r.id }).from(r).where(gt(r.id, kind.reached)).orderBy(asc(r.id)).limit(SLICE)).map((row) => row.id)
  const named = ids.length === 0 ? [] : await w.select({ id: r.id }).from(r).where(and(inArray(r.id, ids), speaksOf(w, kind)))
  const { changed, leftOut } = await judgeAgain(w, named.map((row) => row.id), await testKindsNow(w), { at })
  await holdJudgedByWish(w, changed, { at, newId: () => app.random.id() })
  await settleResults(w, changed, at, { tellLater: true })
  const sums = { changed: kind.changed + changed.length, leftOut: kind.leftOut + leftOut.length }
  const isLast = ids.length < SLICE
  await w.update(k).set({ ...sums, reached: ids.at(-1) ?? kind.reached, ...(isLast ? { appliedAt: at } : {}) }).where(eq(k.id, kind.id))
  if (isLast) {
    await recordEvent(w, bySystem(at), { event: 'test-kind.applied', objectId: kind.id, detail: { number: kind.number, ...sums } })
    w.announce('test-kinds', kind.id)
  }
  return { changed: changed.length }
}

/** Results that may name the test: those of which some word of its key is written. Which of them do is for the judgement. */
function speaksOf(db: Reader, { by, key }: TestKindRow): SQL | undefined {
  const { results: r, resultValues: v } = db.t
  const written = (by as TestKey['by']) === 'code' ? key.split('|').at(-1) ?? '' : key
  const [word = ''] = (written.match(/[a-z0-9-]+/g) ?? []).toSorted((a, b) => b.length - a.length)
  const has = (column: Parameters<typeof like>[0]) => like(sql`lower(${column})`, `%${word}%`)
  const inValues = sql`exists (select 1 from ${v} where ${v.resultId} = ${r.id} and (${has(v.codings)} or ${has(v.name)}))`
  return or(has(r.codings), has(r.name), has(r.evidence), inValues)
}
