import { eq, sql } from 'drizzle-orm'
import type { ImportAnswer, StartImportBody } from '#domain/contracts/feeds.ts'
import type { Writer } from '#db/store.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { filesOf, findImport, type ImportRow } from '#server/feeds/import-state.ts'
import { FeedUnreadable, type FeedFormat } from '#server/feeds/items.ts'
import { saveMapping } from '#server/feeds/mappings.ts'
import { isEmptyPractice } from '#server/feeds/new-import.ts'
import { importAnswer, receivedOf, shownTo, stateOf } from '#server/feeds/show-import.ts'
import { sniffFile } from '#server/feeds/sniff.ts'

type Params = { params: { id: string } }

/** What the import's first file is; looked at outside of the transaction. Null: it is not there or cannot be read. */
export async function formatOfImport(act: Act, { params }: Params): Promise<FeedFormat | null> {
  const [file] = await filesOf(act.app.store.read, params.id)
  if (!file) return null
  try {
    return (await sniffFile(file.path, file.name)).format
  } catch (error) {
    if (error instanceof FeedUnreadable) return null
    throw error
  }
}

/** Starts a draft, or for good what was tried before. The runner takes it up after the commit. */
export async function startImport(
  w: Writer, act: Act, { params, body }: Params & { body: StartImportBody }, format: FeedFormat | null,
): Promise<Outcome<ImportAnswer>> {
  const row = await findImport(w, params.id)
  if (!row) return refuse('NOT_FOUND')
  const state = stateOf(row, act.at)
  if (state !== 'draft' && !(row.dryRun && ['done', 'cancelled', 'failed', 'broken-off'].includes(state))) {
    return refuse(state === 'done' ? 'IMPORT_OVER' : 'IMPORT_UNDER_WAY')
  }
  const files = await filesOf(w, row.id)
  const short = files.find((file) => receivedOf(file) < file.size)
  if (short) return refuse('IMPORT_NOT_COMPLETE', { facts: { have: receivedOf(short), size: short.size } })
  if (format === null) return refuse('IMPORT_UNREADABLE')
  const kind = format === 'table' ? 'roster' : 'fhir'
  if (kind === 'roster' && body.mapping === null) return refuse('IMPORT_MAPPING_NEEDED')
  const { sites } = w.t
  const here = await w.select({ id: sites.id }).from(sites).where(sql`${sites.retiredAt} is null`).limit(200)
  const siteId = body.siteId ?? (here.length === 1 ? here[0]?.id : undefined)
  if (siteId === undefined || !here.some((site) => site.id === siteId)) return refuse('IMPORT_SITE_NEEDED')
  if (body.initial && !await isEmptyPractice(w)) return refuse('IMPORT_NOT_INITIAL')
  if (body.mapping !== null && body.saveMappingAs !== undefined) await saveMapping(w, act, body.saveMappingAs, body.mapping)
  if (row.dryRun) await forgetTrial(w, row.id)
  await w.update(w.t.imports).set({
    kind, siteId, dryRun: body.dryRun, initial: body.initial, mapping: body.mapping === null ? null : JSON.stringify(body.mapping),
    startedBy: act.actor.id, startedAt: null, ...waiting,
    ...(row.dryRun ? { ranMs: 0, rowsRead: 0, created: 0, changed: 0, unchanged: 0, refused: 0 } : {}),
  }).where(eq(w.t.imports.id, row.id))
  return changed(w, act, row.id)
}

const waiting = { state: 'waiting', runner: null, cancelAskedAt: null, failure: null, endedAt: null } as const

/** Goes on with what was broken off, cancelled or failed, from where it stands. */
export async function resumeImport(w: Writer, act: Act, { params }: Params): Promise<Outcome<ImportAnswer>> {
  const row = await findImport(w, params.id)
  if (!row) return refuse('NOT_FOUND')
  const state = stateOf(row, act.at)
  if (state === 'done') return refuse('IMPORT_OVER')
  if (!['broken-off', 'cancelled', 'failed'].includes(state)) return refuse('IMPORT_UNDER_WAY')
  await goOnLater(w, row)
  return changed(w, act, row.id)
}

/** Puts an import back among those that wait. */
export async function goOnLater(w: Writer, row: Pick<ImportRow, 'id'>): Promise<void> {
  await w.update(w.t.imports).set({ ...waiting, version: sql`${w.t.imports.version} + 1` }).where(eq(w.t.imports.id, row.id))
  w.announce('imports', row.id)
}

/** Asks to cancel. What is written stays; the slice under way is awaited; it can be gone on with. */
export async function cancelImport(w: Writer, act: Act, { params }: Params): Promise<Outcome<ImportAnswer>> {
  const row = await findImport(w, params.id)
  if (!row) return refuse('NOT_FOUND')
  const state = stateOf(row, act.at)
  if (state === 'done' || state === 'failed') return refuse('IMPORT_OVER')
  if (state === 'cancelled') return refuse('ALREADY_DONE')
  const set = state === 'running' ? { cancelAskedAt: act.at } : { state: 'cancelled', runner: null, endedAt: act.at }
  await w.update(w.t.imports).set({ ...set, version: sql`${w.t.imports.version} + 1` }).where(eq(w.t.imports.id, row.id))
  return changed(w, act, row.id)
}

async function forgetTrial(w: Writer, importId: string): Promise<void> {
  await w.delete(w.t.importRefusals).where(eq(w.t.importRefusals.importId, importId))
  await w.update(w.t.importFiles).set({ recordsDone: 0, bytesDone: 0, done: false }).where(eq(w.t.importFiles.importId, importId))
}

async function changed(w: Writer, act: Act, id: string): Promise<Outcome<ImportAnswer>> {
  w.announce('imports', id)
  const row = await findImport(w, id)
  return row ? done(importAnswer(row, await filesOf(w, id), shownTo(act)), row.version) : refuse('NOT_FOUND')
}
