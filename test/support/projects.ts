import type { TestProjectConfiguration } from 'vitest/config'

/** Seconds that a leg's single test and its preparations may take before they count as hung. */
const limits = (seconds: number) => ({ testTimeout: seconds * 1000, hookTimeout: seconds * 1000 })

type Leg = {
  name: string
  include: string[]
  exclude?: string[]
  environment?: 'node' | 'happy-dom'
  seconds: number
  /** Legs of a later turn start when those before have ended: the browser needs the machine for itself. */
  turn?: number
  env?: Record<string, string>
  globalSetup?: string[]
  setup?: string[]
}

/** Every test of the server runs once on each engine. `support/database.test.ts` shows that this is so. */
const serverTests = ['test/server/**/*.test.ts', 'test/support/database.test.ts']
const storage = ['test/support/storage-for-all.ts']

const legs: Leg[] = [
  { name: 'architecture', include: ['test/architecture.test.ts'], seconds: 30 },
  { name: 'domain', include: ['test/domain/**/*.test.ts'], seconds: 30 },
  {
    name: 'client', include: ['test/client/**/*.test.{ts,tsx}'], environment: 'happy-dom', seconds: 30,
    setup: ['test/support/unmount.ts'],
  },
  { name: 'server-sqlite', include: serverTests, seconds: 60, env: { TEST_ENGINE: 'sqlite' }, globalSetup: storage },
  { name: 'server-postgres', include: serverTests, seconds: 60, env: { TEST_ENGINE: 'postgres' }, globalSetup: storage },
  { name: 'support', include: ['test/support/**/*.test.ts'], exclude: ['test/support/database.test.ts'], seconds: 90, turn: 1 },
  { name: 'e2e', include: ['test/e2e/**/*.test.ts'], seconds: 120, turn: 1 },
]

/** The legs of `npm test`: every one must have a test, and none may be skipped. */
export const projects: TestProjectConfiguration[] = legs.map((leg) => ({
  extends: true,
  test: {
    name: leg.name,
    include: leg.include,
    exclude: leg.exclude ?? [],
    environment: leg.environment ?? 'node',
    // As wide as the screens are drawn.
    environmentOptions: { happyDOM: { width: 1440, height: 900 } },
    env: leg.env ?? {},
    ...(leg.globalSetup ? { globalSetup: leg.globalSetup } : {}),
    setupFiles: ['test/support/console-gate.ts', ...leg.setup ?? []],
    sequence: { groupOrder: leg.turn ?? 0 },
    maxWorkers: 2,
    ...limits(leg.seconds),
    // A browser beside a busy processor may need longer than the second that `expect.poll` gives by itself.
    expect: { poll: { timeout: 15_000 } },
  },
}))
