import { and, desc, eq, inArray } from 'drizzle-orm'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { sourceName, type ImportAnswer, type RefusalRow } from '#domain/contracts/feeds.ts'
import { refusalOf, type ReasonCode } from '#domain/reasons.ts'
import { rosterMappingSchema, type RosterMapping } from '#domain/rosters/mapping.ts'
import type { App } from '#server/app.ts'
import { goOnLater } from '#server/feeds/change-import.ts'
import { filesOf, findImport, letGoOfOrphans, type ImportRow } from '#server/feeds/import-state.ts'
import { FeedUnreadable } from '#server/feeds/items.ts'
import { allRefusals, countRefusals } from '#server/feeds/list-refusals.ts'
import { mappingNamed, savedMappings } from '#server/feeds/mappings.ts'
import { addImport, filesInOrder, isEmptyPractice, type FileToImport } from '#server/feeds/new-import.ts'
import { peekTable, proposeFor } from '#server/feeds/propose.ts'
import { runImport, runnersOf } from '#server/feeds/run-import.ts'
import { importAnswer, stateOf } from '#server/feeds/show-import.ts'

/** An import as the command line asks for it. */
export const importOrder = z.strictObject({
  command: z.literal('import'),
  /** Absolute paths; empty: goes on with the last import that did not end. */
  paths: z.array(z.string().min(1).max(4_000)).max(1_000),
  source: sourceName.nullable(),
  kind: z.enum(['fhir', 'roster']).nullable(),
  mapping: z.union([rosterMappingSchema, z.strictObject({ named: z.string().max(80) })]).nullable(),
  siteId: z.string().max(100).nullable(),
  dryRun: z.boolean(),
  initial: z.boolean(),
})
export type ImportOrder = z.infer<typeof importOrder>

/** What became of it: the counts, and the first rows that were not taken. */
export type ImportDone = { command: 'import'; done: ImportAnswer; refusals: RefusalRow[]; refusalRows: number; mapping: RosterMapping | null; good: boolean }

const SHOWN_REFUSALS = 20
const LOOK_EVERY_MS = 500

/**
 * Imports files for the command line, in the server or in the command itself: `byServer` leaves the reading to the
 * server's own queue. Throws an Error with a sentence when it cannot begin.
 */
export async function carryOutImport(
  app: App, order: ImportOrder, options: { byServer: boolean; onProgress: (progress: { done: number; total: number }) => void; stop?: AbortSignal },
): Promise<ImportDone> {
  try {
    if (!options.byServer) await letGoOfOrphans(app.store, runnersOf(app))
    const id = order.paths.length === 0 ? await lastUnended(app, order.source) : await begin(app, order)
    const running = options.byServer ? null : runImport(app, id, { alone: true, ...(options.stop ? { stop: options.stop } : {}) })
    let broken: unknown = null
    running?.catch((error: unknown) => { broken = error })
    for (;;) {
      const row = await rowOf(app, id)
      const files = await filesOf(app.store.read, id)
      const done = files.reduce((sum, file) => sum + (file.done ? file.size : file.bytesDone), 0)
      options.onProgress({ done, total: files.reduce((sum, file) => sum + file.size, 0) })
      const isStopped = row.state === 'waiting' && options.stop?.aborted === true
      if (['done', 'cancelled', 'failed'].includes(row.state) || isStopped) return await doneOf(app, row)
      if (broken) throw new Error(sentence('STORAGE_BUSY'), { cause: broken })
      await Promise.race([pause(LOOK_EVERY_MS), ...(running ? [running] : [])])
    }
  } catch (error) {
    throw error instanceof FeedUnreadable ? new Error(sentence(error.code, error.facts), { cause: error }) : error
  }
}

async function begin(app: App, order: ImportOrder): Promise<string> {
  if (order.source === null) throw new Error('say which feed these files are of: --source NAME')
  const files = await filesInOrder(order.paths)
  const kind = order.kind ?? (files.every((file) => file.format === 'table') ? 'roster' : 'fhir')
  const mapping = kind === 'roster' ? await mappingFor(app, order, files) : null
  if (order.initial && !await isEmptyPractice(app.store.read)) throw new FeedUnreadable('IMPORT_NOT_INITIAL')
  const { sites } = app.store.read.t
  const here = await app.store.read.select({ id: sites.id, name: sites.name, retiredAt: sites.retiredAt }).from(sites)
  const open = here.filter((site) => site.retiredAt === null)
  const siteId = order.siteId ?? (open.length === 1 ? open[0]?.id : undefined)
  if (siteId === undefined || !open.some((site) => site.id === siteId)) {
    throw new Error(`${sentence('IMPORT_SITE_NEEDED')} --site ID, one of: ${open.map((site) => `${site.id} (${site.name})`).join(', ')}`)
  }
  const { source, dryRun, initial } = order
  return app.store.tx((w) => addImport(w, app, { source: source ?? '', kind, siteId, mapping, dryRun, initial, startedBy: 'system' }, files))
}

async function mappingFor(app: App, order: ImportOrder, files: readonly FileToImport[]): Promise<RosterMapping> {
  if (order.mapping && 'named' in order.mapping) {
    const named = await mappingNamed(app.store.read, order.mapping.named)
    if (!named) throw new Error(`no mapping is saved under the name "${order.mapping.named}", and there is no such file`)
    return named
  }
  if (order.mapping) return order.mapping
  const table = await peekTable(files[0]?.path ?? '')
  const { mapping } = proposeFor(table, order.source ?? '', await savedMappings(app.store.read))
  if (!mapping) throw new Error(`${sentence('IMPORT_MAPPING_NEEDED')} The headings are: ${table.headings.join(' | ')}. Give --mapping FILE or NAME`)
  return mapping
}

/** The last import that did not end, put back among those that wait. */
async function lastUnended(app: App, source: string | null): Promise<string> {
  const { imports: i } = app.store.read.t
  const [row] = await app.store.read.select().from(i)
    .where(and(inArray(i.state, ['waiting', 'running', 'cancelled', 'failed']), source === null ? undefined : eq(i.source, source)))
    .orderBy(desc(i.createdAt), desc(i.id)).limit(1)
  if (!row) throw new Error('there is no import to go on with')
  if (stateOf(row, app.clock.now()) === 'running') return row.id
  await app.store.tx((w) => goOnLater(w, row))
  return row.id
}

async function rowOf(app: App, id: string): Promise<ImportRow> {
  const row = await findImport(app.store.read, id)
  if (!row) throw new Error(sentence('NOT_FOUND'))
  return row
}

async function doneOf(app: App, row: ImportRow): Promise<ImportDone> {
  const refusals: RefusalRow[] = []
  for await (const some of allRefusals(app.store.read, row.id, 'en')) {
    refusals.push(...some)
    if (refusals.length >= SHOWN_REFUSALS) break
  }
  const done = importAnswer(row, await filesOf(app.store.read, row.id), { at: app.clock.now(), language: 'en', showNames: true })
  return {
    command: 'import', done, refusals: refusals.slice(0, SHOWN_REFUSALS), refusalRows: await countRefusals(app.store.read, row.id),
    mapping: row.mapping === null ? null : JSON.parse(row.mapping) as RosterMapping, good: done.state === 'done' && done.refused === 0,
  }
}

function sentence(code: ReasonCode, facts = {}): string {
  const { message, next } = refusalOf(code, 'en', facts)
  return `${message} ${next}`
}
