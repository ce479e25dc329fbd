import { and, asc, count, eq, gt, or } from 'drizzle-orm'
import type { z } from 'zod'
import type { RefusalRow } from '#domain/contracts/feeds.ts'
import type { ReasonFacts } from '#domain/decision.ts'
import { refusalOf, type ReasonCode } from '#domain/reasons.ts'
import type { Language } from '#domain/reasons/text.ts'
import type { Reader } from '#db/store.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { listQuery, pageOf } from '#server/http/list.ts'
import { filesOf, findImport } from '#server/feeds/import-state.ts'
import { refusalWords } from '#server/feeds/refusal-words.ts'

export const refusalsQuery = listQuery(['line'], ['line', 'ASC'], {})

type Row = Reader['t']['importRefusals']['$inferSelect']

/** Rows of an import that were not taken, in the order of the files and their lines. */
export async function listRefusals(
  db: Reader, act: Act, { params, query }: { params: { id: string }; query: z.infer<typeof refusalsQuery> },
): Promise<Outcome<RefusalRow[]>> {
  if (!await findImport(db, params.id)) return refuse('NOT_FOUND')
  const { importRefusals: r } = db.t
  const names = await fileNames(db, params.id)
  const [from, to] = query.range
  const rows = await db.select().from(r).where(eq(r.importId, params.id)).orderBy(asc(r.filePlace), asc(r.mark)).limit(to - from + 1).offset(from)
  const [total] = await db.select({ all: count() }).from(r).where(eq(r.importId, params.id))
  return done(pageOf(rows.map((row) => refusalRow(row, names, act.language)), from, total?.all ?? 0))
}

const PAGE = 500

/** All of them, some at a time, however many there are. */
export async function* allRefusals(db: Reader, importId: string, language: Language): AsyncGenerator<RefusalRow[]> {
  const { importRefusals: r } = db.t
  const names = await fileNames(db, importId)
  let after = { filePlace: 0, mark: '' }
  for (;;) {
    const rows = await db.select().from(r)
      .where(and(eq(r.importId, importId), or(gt(r.filePlace, after.filePlace), and(eq(r.filePlace, after.filePlace), gt(r.mark, after.mark)))))
      .orderBy(asc(r.filePlace), asc(r.mark)).limit(PAGE)
    if (rows.length > 0) yield rows.map((row) => refusalRow(row, names, language))
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    after = last
  }
}

export async function countRefusals(db: Reader, importId: string): Promise<number> {
  const [total] = await db.select({ all: count() }).from(db.t.importRefusals).where(eq(db.t.importRefusals.importId, importId))
  return total?.all ?? 0
}

async function fileNames(db: Reader, importId: string): Promise<Map<number, string>> {
  return new Map((await filesOf(db, importId)).map((file) => [file.place, file.name]))
}

function refusalRow(row: Row, names: Map<number, string>, language: Language): RefusalRow {
  const code = row.code as ReasonCode
  return {
    id: `${row.filePlace}:${row.mark}`, fileName: names.get(row.filePlace) ?? '', line: row.line, kind: row.kind, rows: row.count,
    ...refusalWords(code, JSON.parse(row.facts) as ReasonFacts, language), rule: refusalOf(code, language).rule,
  }
}
