import type { Store } from '#db/store.ts'
import type { Clock } from '#server/clock.ts'
import type { Config } from '#server/config.ts'
import type { Log } from '#server/log.ts'
import type { Random } from '#server/random.ts'
import type { Secrets } from '#server/secrets.ts'

/** What every room is handed: storage, time, randomness, keys, settings, log. Nothing is global. */
export type App = {
  store: Store
  clock: Clock
  random: Random
  secrets: Secrets
  config: Config
  log: Log
  /** Origin that links and Origin checks use; known once the server listens. */
  origin: () => string
}
