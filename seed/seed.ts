import type { Store } from '#db/store.ts'
import type { Instant, TimeZone } from '#domain/time.ts'

/** What the server hands to a seed. The same shape as `SeedPractice` of server/practice.ts, which seed/ may not import. */
export type SeedInput = {
  store: Store
  mode: 'demo' | 'test'
  /** The one instant that everything made up is relative to. */
  at: Instant
  timeZone: TimeZone
  newId: () => string
  /** argon2id in PHC form. */
  hashPassword: (password: string) => Promise<string>
  seal: (plain: string) => string
  /** The key that links and return paths of mails are derived with. */
  mailKeyId: string
}

export type Seed = (input: SeedInput) => Promise<void>
