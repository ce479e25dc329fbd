import { and, eq } from 'drizzle-orm'
import type { Reader, Store } from '#db/store.ts'
import { ConfigRefused, type Config } from '#server/config.ts'
import type { Clock } from '#server/clock.ts'
import type { Random } from '#server/random.ts'
import type { Secrets } from '#server/secrets.ts'

/** What a seed is handed to fill an empty demo or test practice. Joined to the server in server/start.mjs. */
export type SeedPractice = (what: {
  store: Store
  mode: 'demo' | 'test'
  at: number
  timeZone: string
  newId: Random['id']
  /** argon2id in PHC form. */
  hashPassword: (password: string) => Promise<string>
  seal: Secrets['seal']
  /** The key that links and return paths of mails are derived with. */
  mailKeyId: string
}) => Promise<void>

export type PracticeRow = Reader['t']['practice']['$inferSelect']

/** The practice of this storage, or null before it is set up. */
export async function findPractice(db: Reader): Promise<PracticeRow | null> {
  const [row] = await db.select().from(db.t.practice).limit(1)
  return row ?? null
}

/** Whether an active administrator exists: without one nothing is served but the set-up. */
export async function hasAdministrator(db: Reader): Promise<boolean> {
  const { staff, staffRoles } = db.t
  const [row] = await db.select({ id: staff.id }).from(staff).innerJoin(staffRoles, eq(staffRoles.staffId, staff.id))
    .where(and(eq(staffRoles.role, 'administrator'), eq(staff.status, 'active'))).limit(1)
  return row !== undefined
}

/** Refuses a folder made in another mode; fills an empty demo or test practice. */
export async function preparePractice(
  store: Store, config: Config, tools: { clock: Clock; random: Random; secrets: Secrets; hashPassword: (password: string) => Promise<string> },
  seedPractice: SeedPractice | undefined,
): Promise<void> {
  const practice = await findPractice(store.read)
  if (practice && practice.mode !== config.mode) {
    throw new ConfigRefused(`the data folder holds a ${practice.mode} practice and PRACTICE asks for ${config.mode}; name another DATA_DIR`)
  }
  if (practice || config.mode === 'real') return
  if (!seedPractice) throw new ConfigRefused(`PRACTICE=${config.mode} needs its seed: start with npm start or npm run serve`)
  await seedPractice({
    store, mode: config.mode, at: tools.clock.now(), timeZone: config.practiceTimeZone,
    newId: tools.random.id, hashPassword: tools.hashPassword, seal: tools.secrets.seal,
    mailKeyId: tools.secrets.current('derive').id,
  })
}
