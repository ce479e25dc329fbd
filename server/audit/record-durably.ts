import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import type { AuditFact } from '#domain/audit-events.ts'
import { hasCode, StorageUnavailable } from '#db/store.ts'
import type { App } from '#server/app.ts'
import { recordEvent, systemActor, type AuditScene } from '#server/audit/recorder.ts'
import { openSideFile, type SideFile } from '#server/audit/side-file.ts'
import { faultOf } from '#server/log.ts'

const sideFiles = new WeakMap<App, SideFile>()

/** The side file of this process: beside the anchors, best on another disk than the data. */
function sideFileOf(app: App): SideFile {
  const known = sideFiles.get(app)
  if (known) return known
  const name = createHash('sha256').update(app.config.dataDir).digest('hex').slice(0, 12)
  const opened = openSideFile(join(app.config.anchorDir, `waiting-${name}.ndjson`), app.random.id)
  sideFiles.set(app, opened)
  return opened
}

/** Makes sure that the side file's room is there before it is needed. Throws when it cannot be. */
export function prepareSideFile(app: App): void {
  sideFileOf(app)
}

/**
 * Records an event that changes nothing else (a read, a refusal), durable when it resolves (AD-03). When the storage
 * takes no writes it goes to the side file and into the record later (`takeBack`), so that reading goes on (DU-06).
 */
export async function recordDurably(app: App, scene: AuditScene, fact: AuditFact): Promise<void> {
  try {
    await app.store.tx((w) => recordEvent(w, scene, fact))
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error
    keepAside(app, scene, fact, error)
  }
}

/** Writes an event to the side file. Throws the storage's own fault when even that cannot be. */
export function keepAside(app: App, scene: AuditScene, fact: AuditFact, cause: StorageUnavailable): void {
  // Only while the storage as a whole takes no writes. A record that alone cannot be written gives no data (AD-03).
  if (app.store.frozen() === null && !hasCode(cause, takesNoWrites)) throw cause
  try {
    sideFileOf(app).add(JSON.stringify({ scene, fact }))
  } catch (error) {
    app.log.error({ fault: faultOf(error) }, 'an event could be recorded nowhere')
    throw cause
  }
}

const takingBack = new WeakMap<App, Promise<number>>()

/** Full, read-only or failing disk; PostgreSQL out of room, read-only, shutting down or away. */
function takesNoWrites(code: string): boolean {
  return /^(SQLITE_(FULL|READONLY|IOERR|CANTOPEN)|53|57|08|25006|ECONN|EPIPE|ETIMEDOUT)/.test(code)
}

/** Brings the events of the side file into the record, once, with the instants at which they happened; answers how many. */
export function takeBack(app: App): Promise<number> {
  const running = takingBack.get(app)
  if (running) return running
  const begun = moveIntoRecord(app).finally(() => takingBack.delete(app))
  takingBack.set(app, begun)
  return begun
}

async function moveIntoRecord(app: App): Promise<number> {
  const file = sideFileOf(app)
  const lines = file.lines()
  if (lines.length === 0 || app.store.frozen() !== null) return 0
  const { batchId } = file
  const taken = await app.store.tx(async (w) => {
    const { auditEvents } = w.t
    const [done] = await w.select({ seq: auditEvents.seq }).from(auditEvents)
      .where(and(eq(auditEvents.event, 'audit.caught-up'), eq(auditEvents.objectId, batchId))).limit(1)
    if (done) return 0
    for (const line of lines) {
      const { scene, fact } = JSON.parse(line) as { scene: AuditScene; fact: AuditFact }
      await recordEvent(w, scene, fact)
    }
    await recordEvent(w, { actor: systemActor, at: app.clock.now(), requestId: null, sourceAddress: null }, {
      event: 'audit.caught-up', objectId: batchId, detail: { count: lines.length, batchId },
    })
    return lines.length
  })
  file.clear(app.random.id())
  return taken
}
