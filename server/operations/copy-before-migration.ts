import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '#domain/time.ts'
import type { Config } from '#server/config.ts'
import { makeBackup } from '#server/operations/backup.ts'

/** Copies that are kept beside the data; older ones go. */
const KEPT = 3

/** Copies the data into its own folder before a migration touches it (OP-01). Throws when it cannot: nothing is migrated then. */
export async function copyBeforeMigration(config: Config, at: Instant): Promise<void> {
  const { dataDir, databaseUrl, mode, backupPassphrase } = config
  const to = join(dataDir, 'before-migration')
  await makeBackup({ address: { dataDir, databaseUrl }, mode, at, to, passphrase: backupPassphrase, walkRecord: false })
  const copies = readdirSync(to).filter((name) => name.endsWith('.backup')).sort()
  for (const name of copies.slice(0, -KEPT)) rmSync(join(to, name))
}
