/**
 * `npm run sync-trace`: watches the system calls of the built server (strace) and shows that every acknowledged commit
 * was on the disk before its answer left: between the request and the answer there is a finished fdatasync or fsync of
 * the write-ahead log. Without strace it says so and ends with 2: killing a process cannot show this.
 */
import { spawn, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBrowser, signIn } from '#test/server/auth/browser.ts'
import { eventually } from '#test/support/waiting.ts'

const ACTS = 40

if (spawnSync('strace', ['-V']).error) {
  console.log('strace is not installed: no trace was made. (apt-get install strace)')
  process.exit(2)
}
const folder = mkdtempSync(join(tmpdir(), 'portal-desk-sync-'))
const trace = join(folder, 'trace')
const server = spawn('strace', [
  '-f', '-qq', '-ttt', '-T', '-y', '-e', 'trace=fsync,fdatasync', '-o', trace, process.execPath, 'server/start.mjs',
], {
  stdio: ['ignore', 'pipe', 'inherit'],
  env: { PATH: process.env.PATH, PRACTICE: 'test', PORT: '0', LOG_LEVEL: 'silent', DATA_DIR: join(folder, 'data'), ANCHOR_DIR: join(folder, 'anchor') },
})
let said = ''
server.stdout.on('data', (chunk: Buffer) => { said += chunk.toString() })
try {
  const origin = await eventually('the server listens', () => /listens on (\S+)/.exec(said)?.[1], 60_000)
  const admin = openBrowser(origin)
  await signIn(admin, 'admin1', Date.now())
  const acts: { from: number; to: number }[] = []
  for (let number = 0; number < ACTS; number++) {
    const from = Date.now()
    const reply = await admin.post('/api/sites', { name: `Traced ${number}`, timeZone: 'America/New_York', jurisdiction: 'NY' }, { key: randomUUID() })
    if (reply.status !== 200) throw new Error(`not acknowledged: ${JSON.stringify(reply.body)}`)
    acts.push({ from, to: Date.now() })
  }
  const gone = new Promise<void>((resolve) => { server.once('exit', () => resolve()) })
  process.kill(tracedBy(server.pid ?? 0), 'SIGTERM')
  await gone
  report(acts)
} finally {
  if (server.exitCode === null) process.kill(tracedBy(server.pid ?? 0), 'SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}

/** strace passes no signal on: its one child is the server. */
function tracedBy(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0])
}

/** One act after another: each has the time between its request and its answer for itself. */
function report(acts: readonly { from: number; to: number }[]): void {
  const syncs = readFileSync(trace, 'utf8').split('\n').flatMap((line) => {
    const found = /^\d+\s+(\d+\.\d+) (?:fsync|fdatasync)\(\d+<([^>]*)>\)\s+= 0 <(\d+\.\d+)>/.exec(line)
    return found ? [{ at: Number(found[1]) * 1000, ended: (Number(found[1]) + Number(found[3])) * 1000, file: found[2] ?? '' }] : []
  })
  const log = syncs.filter(({ file }) => file.endsWith('practice.db-wal'))
  const covered = acts.filter(({ from, to }) => log.some(({ at, ended }) => at >= from - 1 && ended <= to + 1))
  const first = acts[0]?.from ?? 0
  const last = acts.at(-1)?.to ?? 0
  const during = log.filter(({ at }) => at >= first && at <= last).length
  const rows: [string, unknown][] = [
    ['acts acknowledged, one after another', acts.length], ['of these with a finished sync of the log before the answer', covered.length],
    ['syncs of the log in that time', during], ['syncs of all files, start to stop', syncs.length],
  ]
  for (const [name, value] of rows) console.log(`${name.padEnd(62)} ${String(value)}`)
  process.exitCode = covered.length === acts.length ? 0 : 1
}
