import { openStore, type StoreAddress } from '#db/open.ts'
import { seedPractice } from '#seed/main.ts'
import type { App } from '#server/app.ts'
import { startSealer } from '#server/audit/sealer.ts'
import { systemClock } from '#server/clock.ts'
import { readConfig } from '#server/config.ts'
import { makeLog } from '#server/log.ts'
import { systemRandom } from '#server/random.ts'
import { preparePractice } from '#server/practice.ts'
import { loadSecrets } from '#server/secrets.ts'

/** A test practice without a web server: what an import needs, and nothing that reads imports by itself. */
export type QuietPractice = { app: App; close: () => Promise<void> }

/** Opens a practice at an address; a new one is filled with its sites and staff. */
export async function quietPractice(address: StoreAddress): Promise<QuietPractice> {
  const config = readConfig({
    PRACTICE: 'test', DATA_DIR: address.dataDir, LOG_LEVEL: 'silent', ...(address.databaseUrl ? { DATABASE_URL: address.databaseUrl } : {}),
  })
  const secrets = loadSecrets(config.dataDir)
  const store = await openStore(address)
  await preparePractice(store, config, { clock: systemClock, random: systemRandom, secrets, hashPassword: async () => 'nobody signs in here' }, seedPractice)
  const stopSealer = await startSealer(store, systemClock)
  return {
    app: { store, clock: systemClock, random: systemRandom, secrets, config, log: makeLog('silent'), origin: () => 'http://127.0.0.1' },
    close: async () => {
      await stopSealer()
      await store.close()
    },
  }
}
