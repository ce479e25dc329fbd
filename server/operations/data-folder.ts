import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Store } from '#db/store.ts'
import { ConfigRefused, type Config } from '#server/config.ts'
import { findPractice } from '#server/practice.ts'

/** What was in the data folder before anything was made there. */
export type FoundFolder = { keysFile: string; hadKeys: boolean }

/** Looks at the folder first: a real practice is not served from one that others may enter (OP-05). Throws ConfigRefused. */
export function lookAtFolder(config: Config): FoundFolder {
  const mode = statSync(config.dataDir).mode & 0o777
  if (config.mode === 'real' && (mode & 0o077) !== 0) {
    throw new ConfigRefused(`DATA_DIR: others may enter ${config.dataDir} (mode ${mode.toString(8)}); say chmod 700`)
  }
  const keysFile = join(config.dataDir, 'secrets.json')
  return { keysFile, hadKeys: existsSync(keysFile) }
}

/** Refuses a practice whose keys are gone: with new ones nobody's second factor could be opened. Throws ConfigRefused. */
export async function refuseLostKeys(store: Store, { keysFile, hadKeys }: FoundFolder): Promise<void> {
  if (!hadKeys && await findPractice(store.read)) {
    // The fresh ones go again, or the next start would take them for the practice's own.
    rmSync(keysFile, { force: true })
    throw new ConfigRefused('secrets.json is missing beside a practice that is there; bring it back from the backup')
  }
}
