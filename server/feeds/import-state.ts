import { and, eq, isNull, like, lt, or, sql } from 'drizzle-orm'
import type { ReasonFacts } from '#domain/decision.ts'
import type { ReasonCode } from '#domain/reasons.ts'
import { MINUTE, type Instant } from '#domain/time.ts'
import type { RowOf } from '#db/rows.ts'
import { hot, type Reader, type Store, type Writer } from '#db/store.ts'
import type { ImportCounts } from '#server/feeds/counts.ts'

export type ImportRow = RowOf<'imports'>
export type ImportFileRow = RowOf<'importFiles'>

/** Without a word for so long a running import counts as broken off. */
const SILENCE_MS = MINUTE

export async function findImport(db: Reader, id: string): Promise<ImportRow | null> {
  const [row] = await db.select().from(db.t.imports).where(eq(db.t.imports.id, id)).limit(1)
  return row ?? null
}

export async function filesOf(db: Reader, importId: string): Promise<ImportFileRow[]> {
  return db.select().from(db.t.importFiles).where(eq(db.t.importFiles.importId, importId)).orderBy(db.t.importFiles.place)
}

/** Whether nobody reads an import any more that says it is being read: the process is gone. */
export function isBrokenOff(row: Pick<ImportRow, 'state' | 'runner' | 'heardAt'>, at: Instant): boolean {
  return row.state === 'running' && (row.runner === null || row.heardAt === null || row.heardAt + SILENCE_MS < at)
}

/** Lets go of what earlier processes of this data folder left in their hands: its lock says that they are gone. */
export async function letGoOfOrphans(store: Store, place: string): Promise<void> {
  await store.tx(async (w) => {
    await w.update(w.t.imports).set({ runner: null }).where(and(eq(w.t.imports.state, 'running'), like(w.t.imports.runner, `${place}:%`)))
  })
}

/** Takes an import that waits, or that was broken off, for one runner. False: another one has it, or it is over. */
export async function takeImport(w: Writer, id: string, runner: string, at: Instant): Promise<boolean> {
  const { imports: i } = w.t
  const taken = await w.update(i).set({ state: 'running', runner, heardAt: at, startedAt: sql`coalesce(${i.startedAt}, ${at})`, endedAt: null, failure: null, cancelAskedAt: null })
    .where(and(eq(i.id, id), or(eq(i.state, 'waiting'), and(eq(i.state, 'running'), or(isNull(i.runner), lt(i.heardAt, at - SILENCE_MS))))))
    .returning({ id: i.id })
  return taken.length > 0
}

type Place = { recordsDone: number; bytesDone: number; done: boolean }

const moveFile = hot<unknown>('import_move_file', (db, t) =>
  db.update(t.importFiles).set({ recordsDone: sql`${sql.placeholder('count')}`, bytesDone: sql`${sql.placeholder('position')}` })
    .where(eq(t.importFiles.id, sql.placeholder('fileId'))))

const moveImport = hot<{ cancelAskedAt: Instant | null }[]>('import_move', (db, t) =>
  db.update(t.imports).set({
    heardAt: sql`${sql.placeholder('at')}`,
    ranMs: sql`${t.imports.ranMs} + ${sql.placeholder('ranCount')}`,
    rowsRead: sql`${t.imports.rowsRead} + ${sql.placeholder('readCount')}`,
    created: sql`${t.imports.created} + ${sql.placeholder('createdCount')}`,
    changed: sql`${t.imports.changed} + ${sql.placeholder('changedCount')}`,
    unchanged: sql`${t.imports.unchanged} + ${sql.placeholder('unchangedCount')}`,
    refused: sql`${t.imports.refused} + ${sql.placeholder('refusedCount')}`,
  }).where(and(eq(t.imports.id, sql.placeholder('importId')), eq(t.imports.runner, sql.placeholder('runner')), eq(t.imports.state, 'running')))
    .returning({ cancelAskedAt: t.imports.cancelAskedAt }))

/** Another process has taken the import over: what this one was about to write is not kept. */
export class ImportTakenOver extends Error {
  override name = 'ImportTakenOver'
}

/** Moves the cursor in the transaction of the rows that it passes. Answers whether somebody asked to cancel. */
export async function moveCursor(
  w: Writer, of: { importId: string; fileId: string; runner: string; at: Instant; ranMs: number }, place: Place, counts: ImportCounts,
): Promise<{ cancelAsked: boolean }> {
  const [row] = await w.hot(moveImport, {
    importId: of.importId, runner: of.runner, at: of.at, ranCount: Math.round(of.ranMs), readCount: counts.read,
    createdCount: counts.created, changedCount: counts.changed, unchangedCount: counts.unchanged, refusedCount: counts.refused,
  })
  if (!row) throw new ImportTakenOver()
  await w.hot(moveFile, { fileId: of.fileId, count: place.recordsDone, position: place.bytesDone })
  if (place.done) await w.update(w.t.importFiles).set({ done: true }).where(eq(w.t.importFiles.id, of.fileId))
  return { cancelAsked: row.cancelAskedAt !== null }
}

export type ImportEnd = { state: 'done' | 'cancelled' | 'waiting' } | { state: 'failed'; code: ReasonCode; facts: ReasonFacts }

/** Ends a run. `waiting`: the server stops, and the next one goes on. */
export async function endRun(w: Writer, id: string, runner: string, end: ImportEnd, at: Instant): Promise<ImportRow | null> {
  const { imports: i } = w.t
  const failure = end.state === 'failed' ? JSON.stringify({ code: end.code, facts: end.facts }) : null
  const [row] = await w.update(i).set({
    state: end.state, runner: null, failure, endedAt: end.state === 'waiting' ? null : at, version: sql`${i.version} + 1`,
  }).where(and(eq(i.id, id), eq(i.runner, runner))).returning()
  return row ?? null
}
