import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { sql } from 'drizzle-orm'
import type { RosterMapping } from '#domain/rosters/mapping.ts'
import type { Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'
import { FeedUnreadable, type FeedFormat } from '#server/feeds/items.ts'
import { rankOf, sniffFile } from '#server/feeds/sniff.ts'

/** What is said when an import begins. */
export type ImportPlan = {
  source: string
  kind: 'fhir' | 'roster'
  siteId: string | null
  mapping: RosterMapping | null
  dryRun: boolean
  initial: boolean
  startedBy: string
}

/** A file to be imported, as it lies there. */
export type FileToImport = { path: string; name: string; size: number; format: FeedFormat }

/** Files in the order in which they are read: what rows refer to comes first. Throws FeedUnreadable for one that is not there. */
export async function filesInOrder(paths: readonly string[]): Promise<FileToImport[]> {
  const found = await Promise.all(paths.map(async (path) => {
    const { size } = await stat(path).catch(() => { throw new FeedUnreadable('IMPORT_NOT_THERE') })
    const sniffed = await sniffFile(path, path)
    return { path, name: basename(path), size, format: sniffed.format, rank: rankOf(sniffed) }
  }))
  return found.toSorted((a, b) => a.rank - b.rank).map(({ rank: _rank, ...file }) => file)
}

/** Writes an import that waits for its runner, with files that lie where they are. Answers its id. */
export async function addImport(w: Writer, app: App, plan: ImportPlan, files: readonly Omit<FileToImport, 'format'>[]): Promise<string> {
  const id = app.random.id()
  const { mapping, ...rest } = plan
  await w.insert(w.t.imports).values({ id, state: 'waiting', createdAt: app.clock.now(), mapping: mapping ? JSON.stringify(mapping) : null, ...rest })
  await w.insert(w.t.importFiles).values(files.map((file, at) => ({
    id: app.random.id(), importId: id, place: at + 1, name: file.name, path: file.path, uploaded: false, size: file.size,
  })))
  w.announce('imports', id)
  return id
}

/** Whether the practice has no patient yet. */
export async function isEmptyPractice(db: Pick<Writer, 'select' | 't'>): Promise<boolean> {
  const [row] = await db.select({ one: sql<number>`1` }).from(db.t.patients).limit(1)
  return row === undefined
}
