import { chmodSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startServer } from '#server/main.ts'
import { emptyPlace, ownFolder } from '#test/server/operations/places.ts'
import { openPractice } from '#test/support/desk.ts'

const start = (env: Record<string, string>) => startServer({ PORT: '0', LOG_LEVEL: 'silent', ...env })

test('OP-05: a real practice is not served from a folder that others may enter', async () => {
  const { dataDir, databaseUrl } = await emptyPlace()
  mkdirSync(dataDir)
  chmodSync(dataDir, 0o755)
  const env = { DATA_DIR: dataDir, ANCHOR_DIR: ownFolder(), ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) }
  await expect(start(env)).rejects.toThrow(`DATA_DIR: others may enter ${dataDir} (mode 755); say chmod 700`)
  expect(existsSync(join(dataDir, 'secrets.json'))).toBe(false)
  chmodSync(dataDir, 0o700)
  const running = await start(env)
  await running.stop()
})

test('OP-05: a practice whose keys are gone is not opened with new ones', async () => {
  const practice = await openPractice()
  const { dataDir, databaseUrl } = practice.app.config
  await practice.stop()
  rmSync(join(dataDir, 'secrets.json'))
  await expect(start({ PRACTICE: 'test', DATA_DIR: dataDir, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) })).rejects.toThrow('secrets.json is missing')
  expect(existsSync(join(dataDir, 'secrets.json'))).toBe(false)
})
