import { setTimeout as pause } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { StorageUnavailable, type Writer } from '#db/store.ts'
import type { NewId } from '#db/new-id.ts'
import type { App } from '#server/app.ts'
import { recordEvent, type AuditScene } from '#server/audit/recorder.ts'
import { noCounts, type ImportCounts } from '#server/feeds/counts.ts'
import { moveCursor, type ImportEnd, type ImportFileRow, type ImportRow } from '#server/feeds/import-state.ts'
import { FeedUnreadable, type FeedItem, type ReadOrder } from '#server/feeds/items.ts'
import { keepRefusals, keepTraces } from '#server/feeds/keep-traces.ts'
import type { FeedReader } from '#server/feeds/reading.ts'
import type { Slices } from '#server/feeds/slices.ts'
import { trialWriter, type TrialMemory } from '#server/feeds/trial.ts'
import { writeItems, type Written } from '#server/feeds/write-items.ts'

/** One import under way. */
export type ImportRun = {
  app: App
  row: ImportRow
  runner: string
  reader: FeedReader
  siteId: string
  slices: Slices
  newId: NewId
  memory: TrialMemory | null
  stop: AbortSignal
  onSlice: (counts: ImportCounts) => void
  /** When screens were last told, and the slice before this one ended, in ms of the process. */
  toldMs: number
  sliceMs: number
}

/** Reads a file to its end. Answers why it stopped before, or null. */
export async function runFile(run: ImportRun, file: ImportFileRow, order: ReadOrder): Promise<ImportEnd | null> {
  const { sha256, portions } = await run.reader.read(order)
  await settleHash(run, file, sha256)
  const place = { recordsDone: file.recordsDone, bytesDone: file.bytesDone, done: false }
  let waiting: FeedItem[] = []
  try {
    for await (const { items, bytesDone } of portions()) {
      waiting = waiting.concat(items)
      for (let size = run.slices.size(); waiting.length >= size; size = run.slices.size()) {
        const slice = waiting.slice(0, size)
        waiting = waiting.slice(size)
        const end = await runSlice(run, file, slice, { ...place, bytesDone })
        if (end) return end
      }
    }
  } catch (error) {
    // What was read before the file turned out to be damaged is written; the import says where it stopped.
    if (error instanceof FeedUnreadable) await runSlice(run, file, waiting, place)
    throw error
  }
  return runSlice(run, file, waiting, { ...place, bytesDone: file.size, done: true })
}

async function settleHash({ app }: ImportRun, file: ImportFileRow, sha256: string): Promise<void> {
  if (file.sha256 === sha256) return
  if (file.sha256 !== null) throw new FeedUnreadable('IMPORT_FILE_CHANGED')
  await app.store.tx(async (w) => void await w.update(w.t.importFiles).set({ sha256 }).where(eq(w.t.importFiles.id, file.id)))
}

type Place = { recordsDone: number; bytesDone: number; done: boolean }
/** A storage that takes no writes is asked again for so long. */
const TRIES = 20
const BETWEEN_TRIES_MS = 500

async function runSlice(run: ImportRun, file: ImportFileRow, items: readonly FeedItem[], at: Place): Promise<ImportEnd | null> {
  const place = { ...at, recordsDone: items.at(-1)?.record ?? Math.max(at.recordsDone, file.recordsDone) }
  for (let tries = 1; ; tries += 1) {
    try {
      const { cancelAsked, counts } = run.memory ? await trySlice(run, file, items, place) : await keepSlice(run, file, items, place)
      run.onSlice(counts)
      if (cancelAsked) return { state: 'cancelled' }
      return run.stop.aborted && !place.done ? { state: 'waiting' } : null
    } catch (error) {
      if (!(error instanceof StorageUnavailable) || tries >= TRIES || run.stop.aborted) throw error
      await pause(BETWEEN_TRIES_MS)
    }
  }
}

type SliceEnd = { cancelAsked: boolean; counts: ImportCounts }

function keepSlice(run: ImportRun, file: ImportFileRow, items: readonly FeedItem[], place: Place): Promise<SliceEnd> {
  const { app, row, newId, siteId } = run
  return app.store.tx(async (w) => {
    const began = performance.now()
    const at = app.clock.now()
    const written = await writeItems(w, items, { source: row.source, siteId, at, newId })
    await keepTraces(w, written, { importId: row.id, filePlace: file.place, at, newId })
    const end = await closeSlice(run, w, file, written, place)
    if (items.length > 0) run.slices.took(items.length, performance.now() - began)
    return end
  })
}

/** A trial looks at the storage with the reading connection; only its counts and its report are written. */
async function trySlice(run: ImportRun, file: ImportFileRow, items: readonly FeedItem[], place: Place): Promise<SliceEnd> {
  const { app, row, newId, siteId, memory } = run
  const began = performance.now()
  const all = await writeItems(trialWriter(app.store.read), items, { source: row.source, siteId, at: app.clock.now(), newId })
  const written = all.map((one) => memory?.judge(one) ?? one)
  if (items.length > 0) run.slices.took(items.length, performance.now() - began)
  return app.store.tx(async (w) => {
    await keepRefusals(w, written, { importId: row.id, filePlace: file.place })
    return closeSlice(run, w, file, written, place)
  })
}

/** How often open screens are told. */
const TELL_EVERY_MS = 500

async function closeSlice(run: ImportRun, w: Writer, file: ImportFileRow, written: readonly Written[], place: Place): Promise<SliceEnd> {
  const { app, row, runner } = run
  const at = app.clock.now()
  const counts = noCounts()
  counts.read = written.length
  for (const one of written) counts[one.outcome] += 1
  const now = performance.now()
  const { cancelAsked } = await moveCursor(w, { importId: row.id, fileId: file.id, runner, at, ranMs: now - run.sliceMs }, place, counts)
  run.sliceMs = now
  const { created, changed, unchanged, refused } = counts
  if (run.memory === null && created + changed > 0) {
    await recordEvent(w, importScene(row, at), { event: 'patient.imported', objectId: row.id, detail: { source: row.source, created, changed, unchanged, refused } })
  }
  if (now - run.toldMs > TELL_EVERY_MS) {
    run.toldMs = now
    w.announce('imports', row.id)
    if (run.memory === null && written.some((one) => one.item.row.kind === 'Appointment')) w.announce('appointments', row.id)
  }
  return { cancelAsked, counts }
}

/** Who imports: the person who started it, at whatever hour it runs. */
export function importScene(row: Pick<ImportRow, 'startedBy'>, at: number): AuditScene {
  return { actor: { id: row.startedBy, roles: [] }, at, requestId: null, sourceAddress: null }
}
