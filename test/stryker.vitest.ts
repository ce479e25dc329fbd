import { defineConfig } from 'vitest/config'

/** What Stryker runs against each changed rule: the tests of `domain/` alone, without the engines and the browser. */
export default defineConfig({ test: { include: ['test/domain/**/*.test.ts'], testTimeout: 30_000 } })
