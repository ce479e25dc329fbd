/*
 * How a bench from outside drives this program: it fills a practice, starts the built server as the README says, and sends
 * the requests of a signed-in front desk, so that session, permission, validation, audit and durable writes are in the
 * time that is measured. Only look-ups (W1) so far.
 */
import { execFile, spawn } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import Database from 'better-sqlite3'

const run = promisify(execFile)
const project = fileURLToPath(new URL('../..', import.meta.url))
const practice = fileURLToPath(new URL('lookup-practice.ts', import.meta.url))
const notYet = (what) => () => { throw new Error(`${what} belongs to the message issue: there are no messages yet.`) }

export const name = 'Portal Desk'
export const maxScale = 1e6

/** Fills an empty practice through the import command, unless one is to be kept and there. */
export async function prepare({ dataDir, workDir, keep }) {
  const done = join(workDir, 'filled.json')
  if (keep && existsSync(done)) return null
  rmSync(join(workDir, 'data'), { recursive: true, force: true })
  await run(process.execPath, [practice, 'empty', join(workDir, 'data'), '0'], { cwd: project })
  const began = performance.now()
  const { stdout } = await run(process.execPath, [
    'server/command.mjs', 'import', resolve(dataDir, 'patients.fhir.ndjson'), '--source', 'bench', '--kind', 'fhir', '--site', await siteOf(workDir), '--initial',
  ], { cwd: project, env: envOf(workDir, 0), maxBuffer: 2 ** 24 })
  const ms = Math.round(performance.now() - began)
  writeFileSync(done, JSON.stringify({ ms, said: stdout }))
  return { ms: { import: ms }, said: stdout.trim() }
}

async function siteOf(workDir) {
  const db = new Database(join(workDir, 'data', 'practice.db'), { readonly: true })
  const id = db.prepare("SELECT id FROM sites WHERE jurisdiction = 'NY'").pluck().get()
  db.close()
  return id
}

const envOf = (workDir, port) => ({
  PATH: process.env.PATH, PRACTICE: 'test', DATA_DIR: join(workDir, 'data'), ANCHOR_DIR: join(workDir, 'anchor'), PORT: String(port),
  LOG_LEVEL: 'silent', REQUESTS_PER_SECOND: '1000000', NODE_ENV: 'production',
})

/** Starts the server and resolves when the first look-up was answered. */
export async function up({ workDir, port }) {
  const dataDir = join(workDir, 'data')
  const { stdout } = await run(process.execPath, [practice, 'session', dataDir, String(port)], { cwd: project })
  const { file, ...headers } = JSON.parse(stdout)
  numbers = numbersOf(file)
  const began = performance.now()
  const child = spawn(process.execPath, ['server/start.mjs'], {
    cwd: project, stdio: ['ignore', 'ignore', 'inherit'],
    env: envOf(workDir, port),
  })
  const gone = new Promise((end) => child.once('exit', end))
  const first = W1({ text: 'smi' })
  while (performance.now() - began < 60_000 && child.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}${first.path}`, { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(first.body) }).catch(() => null)
    if (answer?.ok) {
      await answer.text()
      return { pid: child.pid, coldMs: performance.now() - began, headers, stop: async () => { child.kill('SIGTERM'); await gone } }
    }
    await new Promise((wait) => setTimeout(wait, 5))
  }
  child.kill('SIGKILL')
  throw new Error('the server never answered a look-up')
}

/** What the look-up box sends for what was typed. */
export const W1 = (lookup) => ({ method: 'POST', path: '/api/patients/search', body: { text: lookup.text, limit: 20 } })
export const W2 = notYet('The worklist (W2)')
export const W3 = notYet('The dashboard (W3)')
export const W4 = notYet('Claiming a message (W4)')
export const page2 = notYet('The worklist (W2)')

let numbers = () => 0
/** The bench's own numbers of the people on a page. */
export const ids1 = (answer) => answer.rows.map((row) => numbers(row.id))

/** The feed's id (`p123`) holds the number; the server is asked nothing for it. */
function numbersOf(file) {
  const db = new Database(file, { readonly: true })
  const source = db.prepare('SELECT source_id FROM patients WHERE id = ?').pluck()
  return (id) => Number(String(source.get(id)).replace(/\D/g, ''))
}
