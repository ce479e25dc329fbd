import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeAnchor } from '#server/audit/anchor.ts'
import { syncFolder } from '#server/audit/signed-log.ts'
import { noteRestoredFrom } from '#server/operations/revocations.ts'
import type { Secrets } from '#server/secrets.ts'

const NAME = 'restored.json'
const marks = z.object({
  /** Last place of the record, and last event, that came from the backup. */
  from: z.int(), lastSeq: z.int(),
  /** End of the record when the restore was done. */
  position: z.int(), hash: z.string(), at: z.number(),
})
export type RestoreMarks = z.infer<typeof marks>

/** Leaves in the data folder what is still to be noted outside of it once the folder is in its place. */
export function leaveMarks(dataDir: string, what: RestoreMarks): void {
  writeFileSync(join(dataDir, NAME), JSON.stringify(what), { mode: 0o600, flush: true })
}

/**
 * Notes beside the anchors and in the journal that the practice goes on from a backup. Done after the restore, or, when
 * that was cut off, at the next start.
 */
export function setMarks(place: { dataDir: string; anchorDir: string; secrets: Secrets }): void {
  const file = join(place.dataDir, NAME)
  if (!existsSync(file)) return
  const { from, lastSeq, position, hash, at } = marks.parse(JSON.parse(readFileSync(file, 'utf8')))
  noteRestoredFrom(place.anchorDir, place.secrets, lastSeq, at)
  writeAnchor(place.anchorDir, place.secrets, { kind: 'restored', from, position, hash, at })
  rmSync(file)
  syncFolder(place.dataDir)
}
