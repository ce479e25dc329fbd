import { createHash } from 'node:crypto'
import { isNull } from 'drizzle-orm'
import { foldName } from '#domain/names.ts'
import type { RosterMapping } from '#domain/rosters/mapping.ts'
import { DAY, localDateOf, type Instant } from '#domain/time.ts'
import { buildIndexes, countRowsAgain, setIndexesAside } from '#db/first-load.ts'
import { StorageUnavailable } from '#db/store.ts'
import type { App } from '#server/app.ts'
import { recordEvent } from '#server/audit/recorder.ts'
import type { ImportCounts } from '#server/feeds/counts.ts'
import { endRun, filesOf, findImport, ImportTakenOver, takeImport, type ImportEnd, type ImportFileRow, type ImportRow } from '#server/feeds/import-state.ts'
import { FeedUnreadable, type ReadOrder } from '#server/feeds/items.ts'
import { orderedIds } from '#server/feeds/ordered-ids.ts'
import { borrowReader } from '#server/feeds/reading.ts'
import { importScene, runFile, type ImportRun } from '#server/feeds/run-file.ts'
import { slicesBesidePeople, slicesOf } from '#server/feeds/slices.ts'
import { sniffFile } from '#server/feeds/sniff.ts'
import { TrialMemory } from '#server/feeds/trial.ts'
import { releaseUploads, sweepUploads } from '#server/feeds/uploads.ts'
import { faultOf } from '#server/log.ts'
import { findPractice } from '#server/practice.ts'

/** Rows of a transaction while nobody works here yet (more take too much memory), and on an engine whose transactions stand in nobody's way. */
const INITIAL_ROWS = 1_500
const POSTGRES_ROWS = 500
/** So many rows change what an engine knows of its tables. */
const MANY_ROWS = 1_000
/** ID-02: what is on file at the first load counts as on file for as long as a proof needs. Assumption: no longer. */
const ON_FILE_BEFORE = 30 * DAY

/** `alone`: this process has the storage to itself, so that a first load may leave its indexes for the end. */
export type RunOptions = { stop?: AbortSignal; onSlice?: (counts: ImportCounts) => void; alone?: boolean }

/** The words by which runners of this data folder are known. */
export function runnersOf(app: App): string {
  return createHash('sha256').update(app.config.dataDir).digest('hex').slice(0, 12)
}

/**
 * Reads an import that waits or was broken off, from where it stands to its end. Answers the import as it is then; null
 * when another process has it. Reading happens in a thread of its own, rows are written in slices beside people.
 */
export async function runImport(app: App, importId: string, options: RunOptions = {}): Promise<ImportRow | null> {
  const runner = `${runnersOf(app)}:${app.random.id()}`
  const row = await app.store.tx(async (w) => {
    const at = app.clock.now()
    if (!await takeImport(w, importId, runner, at)) return null
    const taken = await findImport(w, importId)
    if (!taken) return null
    const files = await filesOf(w, importId)
    const { source, dryRun, initial } = taken
    await recordEvent(w, importScene(taken, at), { event: 'import.begun', objectId: importId, detail: { source, files: files.length, dryRun, initial } })
    w.announce('imports', importId)
    return taken
  })
  if (!row) return null
  const isFirstLoad = row.initial && !row.dryRun
  const indexesLast = isFirstLoad && options.alone === true
  const end = await withRoom(app, isFirstLoad, () => withIndexesLast(app, indexesLast, () => readAll(app, row, runner, options)))
  if (!row.dryRun) await countRows(app, importId)
  const ended = await endImport(app, row, runner, end)
  await sweepUploads(app)
  return ended
}

function endImport(app: App, row: ImportRow, runner: string, end: ImportEnd): Promise<ImportRow | null> {
  const importId = row.id
  return app.store.tx(async (w) => {
    const at = app.clock.now()
    const ended = await endRun(w, importId, runner, end, at)
    if (!ended) return null
    if (end.state === 'done' && !row.dryRun) await releaseUploads(w, importId, at)
    const { source, created, changed, unchanged, refused } = ended
    await recordEvent(w, importScene(row, at), {
      event: 'import.ended', objectId: importId, outcome: end.state === 'failed' ? 'failed' : 'success',
      detail: { source, state: end.state, created, changed, unchanged, refused },
    })
    w.announce('imports', importId)
    if (!row.dryRun && created + changed > 0) for (const topic of ['patients', 'appointments']) w.announce(topic, importId)
    return ended
  })
}

async function readAll(app: App, row: ImportRow, runner: string, options: RunOptions): Promise<ImportEnd> {
  const reader = borrowReader()
  try {
    const siteId = await siteFor(app, row)
    const now = performance.now()
    const run: ImportRun = {
      app, row, runner, reader, siteId, newId: orderedIds(app.clock.now()), memory: row.dryRun ? new TrialMemory() : null,
      slices: row.initial && !row.dryRun ? slicesOf(INITIAL_ROWS) : app.store.engine === 'postgres' ? slicesOf(POSTGRES_ROWS) : slicesBesidePeople(),
      stop: options.stop ?? new AbortController().signal, onSlice: options.onSlice ?? (() => undefined), toldMs: 0, sliceMs: now,
    }
    for (const file of await filesOf(app.store.read, row.id)) {
      const end = file.done ? null : await runFile(run, file, await orderOf(app, row, file, siteId))
      if (end) return end
    }
    return { state: 'done' }
  } catch (error) {
    if (error instanceof FeedUnreadable) return { state: 'failed', code: error.code, facts: error.facts }
    if (error instanceof StorageUnavailable || error instanceof ImportTakenOver) throw error
    app.log.error({ fault: faultOf(error) }, 'an import failed')
    return { state: 'failed', code: 'SERVER_FAULT', facts: {} }
  } finally {
    await reader.release()
  }
}

async function orderOf(app: App, row: ImportRow, file: ImportFileRow, siteId: string): Promise<ReadOrder> {
  const at: Instant = app.clock.now()
  const { sites } = app.store.read.t
  const timeZone = (await findPractice(app.store.read))?.timeZone ?? app.config.practiceTimeZone
  const here = await app.store.read.select().from(sites).where(isNull(sites.retiredAt))
  return {
    path: file.path,
    format: row.kind === 'roster' ? 'table' : (await sniffFile(file.path, file.name)).format,
    scene: { source: row.source, at, timeZone, today: localDateOf(at, timeZone) },
    skip: file.recordsDone,
    isPeek: false,
    siteId,
    sites: Object.fromEntries(here.map((site) => [foldName(site.name), site.id])),
    mapping: row.mapping === null ? null : JSON.parse(row.mapping) as RosterMapping,
    onFileSinceAt: row.initial ? at - ON_FILE_BEFORE : null,
  }
}

/** Memory for pages, in KiB, and pages between two checkpoints while an import writes. */
const room = { firstLoad: { cacheKib: 32_000, pages: 8_000 }, besidePeople: { cacheKib: 24_000, pages: 4_000 } }

/** An import touches pages of every index again and again: with room for them fewer are read and written twice (SQLite). */
async function withRoom<Result>(app: App, isFirstLoad: boolean, work: () => Promise<Result>): Promise<Result> {
  if (app.store.engine !== 'sqlite') return work()
  const [cache] = await app.store.raw('pragma cache_size')
  const [checkpoint] = await app.store.raw('pragma wal_autocheckpoint')
  const set = async (size: unknown, pages: unknown): Promise<void> => {
    await app.store.raw(`pragma cache_size = ${Number(size)}`)
    await app.store.raw(`pragma wal_autocheckpoint = ${Number(pages)}`)
  }
  const { cacheKib, pages } = isFirstLoad ? room.firstLoad : room.besidePeople
  await set(-cacheKib, pages)
  try {
    return await work()
  } finally {
    await set(cache?.cache_size, checkpoint?.wal_autocheckpoint)
  }
}

/** A first load with nobody beside it builds the indexes when its rows are there. */
async function withIndexesLast<Result>(app: App, isAlone: boolean, work: () => Promise<Result>): Promise<Result> {
  if (!isAlone) return work()
  await setIndexesAside(app.store)
  try {
    return await work()
  } finally {
    await buildIndexes(app.store)
  }
}

/** The engine counts its rows again after many came: it plans by the counts. */
async function countRows(app: App, importId: string): Promise<void> {
  const row = await findImport(app.store.read, importId)
  if (!row || row.created + row.changed < MANY_ROWS) return
  // Old counts make plans slower, never wrong: no reason to call the import broken off.
  await countRowsAgain(app.store).catch((error: unknown) => app.log.warn({ fault: faultOf(error) }, 'rows were not counted again'))
}

/** Where new patients are seen: the site that was said, or the only one there is. */
async function siteFor(app: App, row: ImportRow): Promise<string> {
  if (row.siteId !== null) return row.siteId
  const { sites } = app.store.read.t
  const [only, another] = await app.store.read.select({ id: sites.id }).from(sites).where(isNull(sites.retiredAt)).limit(2)
  if (!only || another) throw new FeedUnreadable('IMPORT_SITE_NEEDED')
  return only.id
}
