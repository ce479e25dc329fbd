import { existsSync } from 'node:fs'
import { openCurrentStore, sqliteFileOf } from '#db/open.ts'
import type { App } from '#server/app.ts'
import { startSealer } from '#server/audit/sealer.ts'
import { systemClock } from '#server/clock.ts'
import type { Config } from '#server/config.ts'
import { lockFolder } from '#server/lock.ts'
import { makeLog } from '#server/log.ts'
import { systemRandom } from '#server/random.ts'
import { loadSecrets } from '#server/secrets.ts'

/**
 * Opens a practice that no server holds, for one command: takes the folder's lock and migrates nothing. Throws when
 * there is no practice, another process has it, or its schema is not this version's.
 */
export async function withPractice<Result>(config: Config, work: (app: App) => Promise<Result>): Promise<Result> {
  if (!existsSync(config.dataDir) || (config.databaseUrl === null && !existsSync(sqliteFileOf(config.dataDir)))) {
    throw new Error(`there is no practice in ${config.dataDir}`)
  }
  const unlock = lockFolder(config.dataDir)
  try {
    const store = await openCurrentStore(config)
    const stopSealer = await startSealer(store, systemClock)
    try {
      return await work({
        store, clock: systemClock, random: systemRandom, secrets: loadSecrets(config.dataDir), config, log: makeLog('silent'), origin: () => config.publicOrigin ?? '',
      })
    } finally {
      await stopSealer()
      await store.close()
    }
  } finally {
    unlock()
  }
}
