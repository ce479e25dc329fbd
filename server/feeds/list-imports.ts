import { count, desc, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import type { ImportAnswer } from '#domain/contracts/feeds.ts'
import type { Reader } from '#db/store.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { listQuery, pageOf } from '#server/http/list.ts'
import { filesOf, findImport } from '#server/feeds/import-state.ts'
import { importAnswer, shownTo } from '#server/feeds/show-import.ts'

export const importsQuery = listQuery(['createdAt'], ['createdAt', 'DESC'], {})

/** The imports, newest first, each with its progress. */
export async function listImports(db: Reader, act: Act, { query }: { query: z.infer<typeof importsQuery> }): Promise<Outcome<ImportAnswer[]>> {
  const { imports: i, importFiles: f } = db.t
  const [from, to] = query.range
  const rows = await db.select().from(i).orderBy(desc(i.createdAt), desc(i.id)).limit(to - from + 1).offset(from)
  const [total] = await db.select({ all: count() }).from(i)
  const files = rows.length === 0 ? [] : await db.select().from(f).where(inArray(f.importId, rows.map((row) => row.id))).orderBy(f.place)
  const answers = rows.map((row) => importAnswer(row, files.filter((file) => file.importId === row.id), shownTo(act)))
  return done(pageOf(answers, from, total?.all ?? 0))
}

/** One import with its progress. */
export async function showImport(db: Reader, act: Act, { params }: { params: { id: string } }): Promise<Outcome<ImportAnswer>> {
  const row = await findImport(db, params.id)
  if (!row) return refuse('NOT_FOUND')
  return done(importAnswer(row, await filesOf(db, row.id), shownTo(act)), row.version)
}
