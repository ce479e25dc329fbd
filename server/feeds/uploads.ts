import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { DAY, type Instant } from '#domain/time.ts'
import type { Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'

const ENDING = '.feed'
/** An upload that nobody started is kept for so long. */
const FORGET_AFTER = 7 * DAY

function uploadFolder(app: App): string {
  return join(app.config.dataDir, 'imports')
}

/** Where a file that came by upload lies until it has served: in the data folder, the owner's alone. */
export function uploadPath(app: App, fileId: string): string {
  mkdirSync(uploadFolder(app), { recursive: true, mode: 0o700 })
  return join(uploadFolder(app), `${fileId}${ENDING}`)
}

/** Notes in the import's own transaction that its uploads have served; `sweepUploads` takes them from the disk. */
export async function releaseUploads(w: Writer, importId: string, at: Instant): Promise<void> {
  const { importFiles: f } = w.t
  await w.update(f).set({ removedAt: at }).where(and(eq(f.importId, importId), eq(f.uploaded, true), isNull(f.removedAt)))
}

/** Takes from the disk the uploads that have served, that nobody started within a week, and that nobody knows. */
export async function sweepUploads(app: App): Promise<void> {
  const folder = uploadFolder(app)
  if (!existsSync(folder)) return
  const ids = readdirSync(folder).filter((name) => name.endsWith(ENDING)).map((name) => name.slice(0, -ENDING.length))
  if (ids.length === 0) return
  const { importFiles: f, imports: i } = app.store.read.t
  const known = await app.store.read.select({ id: f.id, removedAt: f.removedAt, state: i.state, createdAt: i.createdAt }).from(f)
    .innerJoin(i, eq(i.id, f.importId)).where(inArray(f.id, ids))
  const needed = known.filter((one) => one.removedAt === null
    && (one.state === 'waiting' || one.state === 'running' || one.createdAt + FORGET_AFTER > app.clock.now())).map((one) => one.id)
  for (const id of ids) if (!needed.includes(id)) rmSync(join(folder, `${id}${ENDING}`), { force: true })
}
