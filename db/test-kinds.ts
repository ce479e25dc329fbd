import { asc } from 'drizzle-orm'
import type { ResultCategory } from '#domain/portals/result-policy.ts'
import { testKindsFrom, type TestKind, type TestKinds } from '#domain/results/test-kinds.ts'
import type { RowOf } from '#db/rows.ts'
import type { Reader } from '#db/store.ts'

export type TestKindRow = RowOf<'testKinds'>

/** Every version of what the practice says of tests, the oldest first. */
export function testKindRows(db: Reader): Promise<TestKindRow[]> {
  const { testKinds: k } = db.t
  return db.select().from(k).orderBy(asc(k.by), asc(k.key), asc(k.number))
}

/** What the practice says of tests now: of each key the newest version, where it says something. */
export async function testKindsNow(db: Reader): Promise<TestKinds> {
  const newest = [...new Map((await testKindRows(db)).map((row) => [`${row.by} ${row.key}`, row])).values()]
  return testKindsFrom(newest.flatMap((row): TestKind[] => (row.category === null ? []
    : [{ by: row.by as TestKind['by'], key: row.key, category: row.category as ResultCategory, label: row.label, number: row.number }])))
}
