import { inArray } from 'drizzle-orm'
import type { Reader } from '#db/store.ts'

/** The names of members of staff by id; the empty word for the system itself. */
export async function staffNames(db: Reader, ids: readonly string[]): Promise<(id: string) => string> {
  const { staff } = db.t
  const wanted = [...new Set(ids)]
  const rows = wanted.length === 0 ? [] : await db.select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, wanted))
  const names = new Map(rows.map((row) => [row.id, row.name]))
  return (id) => names.get(id) ?? ''
}
