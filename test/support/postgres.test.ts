import { execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { postgresBinaries, startPostgres } from '#test/support/postgres.ts'
import type { Postgres } from '#test/support/postgres.ts'
import { eventually } from '#test/support/waiting.ts'

const here = fileURLToPath(new URL('.', import.meta.url))

async function answer(server: Postgres, question: string): Promise<unknown> {
  const client = new Client({ connectionString: server.url('postgres') })
  await client.connect()
  try {
    return ((await client.query({ text: question, rowMode: 'array' })).rows[0] as unknown[])[0]
  } finally {
    await client.end()
  }
}

test('PostgreSQL starts for whoever runs the tests, sorts by code point and leaves nothing behind', async () => {
  const server = await startPostgres()
  expect(await answer(server, 'select version()')).toMatch(/^PostgreSQL 18/)
  expect(await answer(server, `select string_agg(n, '' order by n) from unnest(array['ñ','a','B','b']) n`)).toBe('Babñ')
  expect(await answer(server, `select lower('ŁÉ')`)).toBe('łé')
  await server.stop()
  expect(existsSync(server.folder)).toBe(false)
})

test('a start without binaries is an error that says what to do', async () => {
  await expect(startPostgres('/nowhere')).rejects.toThrow('npm ci')
})

test('an ordinary account can start PostgreSQL too, and a killed test run leaves no server and no folder', async () => {
  const { child, said } = launchAsOrdinaryAccount()
  const folder = await eventually('the server runs', () => {
    if (child.exitCode !== null) throw new Error(said())
    return /^ready (.+)$/m.exec(said())?.[1]
  })
  expect(existsSync(folder)).toBe(true)
  child.kill('SIGKILL')
  await eventually('the folder is gone', () => !existsSync(folder))
})

/**
 * Starts PostgreSQL in a process that is not root and then waits. Node, launcher and binaries are copied first:
 * that account may not be able to read the project's folder.
 */
function launchAsOrdinaryAccount() {
  const copy = mkdtempSync(join(tmpdir(), 'portal-desk-account-'))
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }))
  for (const file of ['postgres.ts', 'free-port.ts', 'waiting.ts']) cpSync(join(here, file), join(copy, file))
  cpSync(postgresBinaries(), join(copy, 'native'), { recursive: true })
  cpSync(process.execPath, join(copy, 'node'))
  execFileSync('chmod', ['-R', 'a+rX', copy])
  const program = `import { startPostgres } from '${copy}/postgres.ts'
    const server = await startPostgres('${copy}/native')
    console.log('ready ' + server.folder)
    process.stdin.resume()`
  const account = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  const child = spawn(join(copy, 'node'), ['--input-type=module', '-e', program], { cwd: copy, ...account })
  let text = ''
  child.stdout.on('data', (chunk) => { text += chunk })
  child.stderr.on('data', (chunk) => { text += chunk })
  onTestFinished(() => void child.kill('SIGKILL'))
  return { child, said: () => text }
}
