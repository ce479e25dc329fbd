import { and, desc, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { saidKind, sayKindBody, TestKindsAnswer, testLookBody, TestLookAnswer } from '#domain/contracts/test-kinds.ts'
import type { ResultCategory } from '#domain/portals/result-policy.ts'
import { categorise, type Coding, type TestName } from '#domain/results/categories.ts'
import { formOf } from '#domain/results/loinc.ts'
import { keyOfCode, keyOfName, noTestKinds, stepUpObject, type TestKey } from '#domain/results/test-kinds.ts'
import { isoOf, isoOrNull } from '#domain/time.ts'
import type { Reader, Writer } from '#db/store.ts'
import { testKindRows, testKindsNow } from '#db/test-kinds.ts'
import { done, record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { staffNames } from '#server/results/staff-names.ts'
import { untoldTests } from '#server/results/untold-tests.ts'

type Asked = z.infer<typeof testLookBody>['test']

/** What the practice says of tests, each with its versions, the newest first; and what nobody can tell. */
export async function listTestKinds(db: Reader, act: Act): Promise<Outcome<TestKindsAnswer>> {
  const rows = await testKindRows(db)
  const names = await staffNames(db, rows.map((row) => row.saidBy))
  return done({
    said: [...Map.groupBy(rows, (row) => `${row.by} ${row.key}`).values()].map((versions) => {
      const [first] = versions
      return {
        by: (first?.by ?? 'code') as TestKey['by'], key: first?.key ?? '', label: versions.at(-1)?.label ?? '',
        versions: versions.toReversed().map((row) => ({
          number: row.number, category: row.category as ResultCategory | null, reason: row.reason, saidByName: names(row.saidBy), fromAt: isoOf(row.fromAt),
          appliedAt: isoOrNull(row.appliedAt), changed: row.changed, leftOut: row.leftOut,
        })),
      }
    }),
    untold: await untoldTests(db, act),
  })
}

/** What one test is taken for: by public lists and names alone, and with what the practice says of it. */
export async function lookAtTest(db: Reader, { test }: z.infer<typeof testLookBody>): Promise<Outcome<TestLookAnswer>> {
  const key = keyOf(test)
  if (key === null) return refuse('TEST_CODE_NOT_KNOWN')
  const { testKinds: k } = db.t
  const [newest] = await db.select({ number: k.number }).from(k).where(and(eq(k.by, key.by), eq(k.key, key.key))).orderBy(desc(k.number)).limit(1)
  const named: TestName = test.by === 'code' ? { codings: [codingOf(test)], text: test.name } : { codings: [], text: test.name }
  const taken = (kinds: Parameters<typeof categorise>[2]) => {
    const { categories, evidence } = categorise(named, [], kinds)
    return { categories: [...categories], because: [...new Set(evidence.flatMap((one) => (one.sources.length > 0 ? one.sources : [one.what])))] }
  }
  return done({ key: key.key, number: newest?.number ?? 0, listed: taken(noTestKinds), now: taken(await testKindsNow(db)) })
}

/** Says what a test is, as a new version. What waits is judged by it before long; what is out stays as it came out. */
export async function sayTestKind(w: Writer, act: Act, { test, number, category, reason }: z.infer<typeof sayKindBody>): Promise<Outcome<z.infer<typeof saidKind>>> {
  const key = keyOf(test)
  if (key === null) return refuse('TEST_CODE_NOT_KNOWN')
  const { testKinds: k } = w.t
  const [newest] = await w.select().from(k).where(and(eq(k.by, key.by), eq(k.key, key.key))).orderBy(desc(k.number)).limit(1)
  if ((newest?.number ?? 0) !== number) return refuse('VERSION_STALE', { current: { version: newest?.number ?? 0 } })
  if ((newest?.category ?? null) === category) return refuse('ALREADY_DONE')
  const id = act.app.random.id()
  const next = number + 1
  await w.insert(k).values({
    id, ...key, label: labelOf(test), category, number: next, reason, saidBy: act.actor.id, fromAt: act.at,
  })
  await record(w, act, {
    event: 'test-kind.said', objectId: id, detail: { by: key.by, key: key.key, from: newest?.category ?? null, to: category, number: next, reason },
  })
  w.announce('test-kinds', id)
  return done({ key: key.key, number: next })
}

/** To what a second factor for saying it is bound. */
export function objectOfTest({ test }: { test: Asked }): string {
  const key = keyOf(test)
  return key === null ? 'test' : stepUpObject(key)
}

const codingOf = ({ code, system }: { code: string; system: string | null }): Coding => ({ system, code, display: null })

function labelOf(test: Asked): string {
  if (test.by === 'name') return test.name
  return test.name === null ? test.code : `${test.name} (${test.code})`
}

/** The key of a test. A code without a system has to be LOINC: another house may mean something else by it. */
function keyOf(test: Asked): TestKey | null {
  if (test.by === 'name') return { by: 'name', key: keyOfName(test.name) }
  if (test.system === null && formOf(codingOf(test)) !== 'loinc') return null
  const key = keyOfCode(codingOf(test))
  return key === null ? null : { by: 'code', key }
}
