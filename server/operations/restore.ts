import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { loadSnapshot } from '#db/backup.ts'
import { openStore, type StoreAddress } from '#db/open.ts'
import type { Store } from '#db/store.ts'
import { isoOf, MINUTE, type Instant } from '#domain/time.ts'
import { readAnchors } from '#server/audit/anchor.ts'
import type { ChainReport } from '#server/audit/chain.ts'
import { recordEvent, systemActor } from '#server/audit/recorder.ts'
import { chainEnd, sealWaiting, startSealer } from '#server/audit/sealer.ts'
import { syncFolder } from '#server/audit/signed-log.ts'
import type { Config } from '#server/config.ts'
import { readArchive } from '#server/operations/archive.ts'
import { backupManifest, type BackupManifest } from '#server/operations/backup.ts'
import { closeOpenDoors, type Closed } from '#server/operations/close-open-doors.ts'
import { fullCheck } from '#server/operations/full-check.ts'
import { leaveMarks, setMarks } from '#server/operations/restore-marks.ts'
import { readRevocations } from '#server/operations/revocations.ts'
import { loadSecrets, restoreSecretsFile } from '#server/secrets.ts'

/** The backup does not fit, or something is in its place already. */
export class RestoreRefused extends Error {
  override name = 'RestoreRefused'
}

export type Restored = Closed & {
  madeAt: Instant
  gapMinutes: number
  counts: Record<string, number>
  chain: ChainReport
  damage: string[]
  /** The backup carried no keys: everybody needs a new second factor. */
  withoutKeys: boolean
}

type Order = { config: Config; file: string; passphrase: string | null; secretsFile: string | null; at: Instant }

/**
 * Makes the practice anew from a backup, in an empty place (OP-02): everything is prepared and checked beside the data
 * folder and moved there last. Ends all sessions, closes what was open, carries out the revocations of the gap again
 * (OP-03) and records how long the gap is. Throws RestoreRefused or ArchiveRefused; nothing is overwritten.
 */
export async function restore(order: Order): Promise<Restored> {
  const { config } = order
  if (existsSync(config.dataDir) && readdirSync(config.dataDir).length > 0) {
    throw new RestoreRefused(`${config.dataDir} is not empty; a restore overwrites nothing. Move it away first`)
  }
  mkdirSync(dirname(config.dataDir), { recursive: true })
  const workshop = mkdtempSync(join(dirname(config.dataDir), `.${basename(config.dataDir)}-restoring-`))
  const address = { dataDir: workshop, databaseUrl: config.databaseUrl }
  try {
    const manifest = await readArchive(order.file, order.passphrase, async (said, body) => {
      const read = manifestFor(config, said)
      await loadSnapshot(address, read, body)
      return read
    })
    const keys = order.secretsFile === null ? manifest.secrets : JSON.parse(readFileSync(order.secretsFile, 'utf8')) as unknown
    if (keys !== null) restoreSecretsFile(workshop, keys)
    const restored = await putInOrder(order, address, manifest)
    if (existsSync(config.dataDir)) rmdirSync(config.dataDir)
    renameSync(workshop, config.dataDir)
    syncFolder(dirname(config.dataDir))
    setMarks({ ...config, secrets: loadSecrets(config.dataDir) })
    return { ...restored, withoutKeys: keys === null }
  } catch (error) {
    rmSync(workshop, { recursive: true, force: true })
    throw error
  }
}

function manifestFor(config: Config, said: unknown): BackupManifest {
  const parsed = backupManifest.safeParse(said)
  if (!parsed.success) throw new RestoreRefused('the backup was made by a newer version; take that one')
  const { mode, engine } = parsed.data
  if (mode !== config.mode) throw new RestoreRefused(`the backup holds a ${mode} practice and PRACTICE asks for ${config.mode}`)
  const wanted = config.databaseUrl ? 'postgres' : 'sqlite'
  if (engine !== wanted) throw new RestoreRefused(`the backup is of ${engine} and the settings name ${wanted}`)
  return parsed.data
}

async function putInOrder(order: Order, address: StoreAddress, manifest: BackupManifest): Promise<Omit<Restored, 'withoutKeys'>> {
  const { config, at } = order
  const secrets = loadSecrets(address.dataDir)
  const store = await openStore(address)
  const stopSealer = await startSealer(store, { now: () => at })
  try {
    await sameCounts(store, manifest.counts)
    while (await sealWaiting(store, at) > 0) { /* what waited in the backup is sealed first */ }
    const from = (await chainEnd(store.read)).position
    const gapMinutes = Math.max(0, Math.round((at - manifest.madeAt) / MINUTE))
    const revocations = readRevocations(config.anchorDir, secrets).filter((one) => one.seq > manifest.lastSeq || one.at > manifest.madeAt)
    const closed = await store.tx(async (w) => {
      const scene = { actor: systemActor, at, requestId: null, sourceAddress: null }
      const done = await closeOpenDoors(w, scene, revocations)
      await recordEvent(w, scene, {
        event: 'system.restored', detail: {
          backedUpAt: isoOf(manifest.madeAt), gapMinutes, sessionsEnded: done.sessionsEnded, mailsParked: done.mailsParked,
          revocations: done.disabled.length + done.rolesTaken.length + done.accessClosed, review: done.review.length,
        },
      })
      return done
    })
    await stopSealer()
    const { position, hash } = await chainEnd(store.read)
    leaveMarks(address.dataDir, { from, lastSeq: manifest.lastSeq, position, hash, at })
    const anchors = readAnchors(config.anchorDir, secrets)
    const held = anchors.held.filter((anchor) => anchor.position <= from)
    const { engine, read, raw } = store
    const checked = await fullCheck({ engine, read, raw, close: async () => undefined }, { at, anchors: held.length > 0 ? { ...anchors, held } : undefined })
    return { ...closed, madeAt: manifest.madeAt, gapMinutes, counts: manifest.counts, chain: checked.chain, damage: checked.damage }
  } finally {
    await store.close()
  }
}

/** Every table has the rows that the backup says, before anything is put in order. */
async function sameCounts(store: Store, counts: Record<string, number>): Promise<void> {
  for (const [table, count] of Object.entries(counts)) {
    if (table === 'store_check' || table === 'migrations') continue
    const [row] = await store.raw(`select count(*) as n from "${table}"`)
    if (Number(row?.n) !== count) throw new RestoreRefused(`${table} has ${Number(row?.n)} rows where the backup says ${count}`)
  }
}
