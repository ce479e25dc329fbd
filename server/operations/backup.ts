import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { takeSnapshot, type Snapshot } from '#db/backup.ts'
import type { StoreAddress } from '#db/open.ts'
import { isoOf, type Instant } from '#domain/time.ts'
import { verifyChain } from '#server/audit/chain.ts'
import { syncFolder } from '#server/audit/signed-log.ts'
import { readArchive, writeArchive } from '#server/operations/archive.ts'
import { rowsDamage } from '#server/operations/full-check.ts'
import { readSecretsFile } from '#server/secrets.ts'

export const backupManifest = z.object({
  format: z.literal(1),
  engine: z.enum(['sqlite', 'postgres']),
  mode: z.enum(['demo', 'test', 'real']),
  madeAt: z.number(),
  counts: z.record(z.string(), z.int()),
  migrations: z.array(z.object({ id: z.string(), checksum: z.string() })),
  chain: z.object({ position: z.int(), hash: z.string() }),
  /** Last number given to an event. */
  lastSeq: z.int(),
  /** Null in a plain file. */
  secrets: z.unknown(),
})
export type BackupManifest = z.infer<typeof backupManifest>

export type BackupOrder = {
  address: StoreAddress
  mode: BackupManifest['mode']
  at: Instant
  /** Folder that the file is put into. */
  to: string
  /** Null: plain, for made-up practices and copies inside the data folder. */
  passphrase: string | null
  /** Whether the record is walked too; not where the data waits for a migration, for its tables may have another form. */
  walkRecord: boolean
}
export type BackupMade = { file: string; bytes: number; rows: number; position: number; tables: number }

/** The snapshot does not hold: it is not kept as a backup. */
export class BackupRefused extends Error {
  override name = 'BackupRefused'
}

/**
 * Makes a backup while people go on working (OP-01): one moment of the data, checked page by page and seal by seal,
 * under a temporary name, made durable, renamed, read back and compared. The keys go into an encrypted file only.
 * Throws BackupRefused when the data does not hold.
 */
export async function makeBackup(order: BackupOrder): Promise<BackupMade> {
  mkdirSync(order.to, { recursive: true, mode: 0o700 })
  const snapshot = await takeSnapshot(order.address, order.address.dataDir)
  const name = `portal-desk-${isoOf(order.at).replace(/[-:]|\.\d+/g, '')}-${randomBytes(2).toString('hex')}.backup`
  const partial = join(order.to, `.${name}.partial`)
  try {
    const manifest = await manifestOf(order, snapshot)
    const written = createHash('sha256')
    await writeArchive(partial, manifest, hashed(snapshot.body(), written), order.passphrase)
    const bodyHash = written.digest('hex')
    const file = join(order.to, name)
    renameSync(partial, file)
    syncFolder(order.to)
    await readBack(file, order.passphrase, bodyHash)
    return {
      file, bytes: statSync(file).size, position: manifest.chain.position, tables: Object.keys(snapshot.counts).length,
      rows: Object.values(snapshot.counts).reduce((sum, count) => sum + count, 0),
    }
  } finally {
    rmSync(partial, { force: true })
    await snapshot.close()
  }
}

async function manifestOf(order: BackupOrder, { reader, engine, counts, migrations }: Snapshot): Promise<BackupManifest> {
  const bad: string[] = await rowsDamage(reader)
  const chain = order.walkRecord ? await verifyChain(reader, { at: order.at }) : null
  if (chain?.firstBad) bad.push(`${chain.firstBad.fault} at place ${chain.firstBad.position} of the record`)
  if (bad.length > 0) throw new BackupRefused(`the data is damaged: ${bad.join(', ')}`)
  const [event] = await reader.raw('select coalesce(max(seq), 0) as seq from audit_events')
  const [seal] = (await reader.raw('select position, hash from audit_seals order by position desc limit 1')) as { position: number; hash: string }[]
  return {
    format: 1, engine, mode: order.mode, madeAt: order.at, counts, migrations,
    chain: { position: seal?.position ?? 0, hash: seal?.hash ?? '' }, lastSeq: Number(event?.seq),
    secrets: order.passphrase === null ? null : readSecretsFile(order.address.dataDir),
  }
}

async function* hashed(body: AsyncIterable<Buffer>, hash: ReturnType<typeof createHash>): AsyncIterable<Buffer> {
  for await (const chunk of body) {
    hash.update(chunk)
    yield chunk
  }
}

/** Reads the finished file from the disk to its end. A file that does not read back is taken away again. */
async function readBack(file: string, passphrase: string | null, bodyHash: string): Promise<void> {
  const read = createHash('sha256')
  try {
    await readArchive(file, passphrase, async (_manifest, body) => {
      for await (const chunk of body) read.update(chunk as Buffer)
    })
    if (read.digest('hex') !== bodyHash) throw new BackupRefused('the backup does not read back as it was written')
  } catch (error) {
    rmSync(file, { force: true })
    throw error
  }
}
