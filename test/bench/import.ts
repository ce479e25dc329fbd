import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import Database from 'better-sqlite3'
import { openStore, sqliteFileOf } from '#db/open.ts'
import { seedPractice } from '#seed/main.ts'
import { readConfig } from '#server/config.ts'
import { systemClock } from '#server/clock.ts'
import { preparePractice } from '#server/practice.ts'
import { systemRandom } from '#server/random.ts'
import { loadSecrets } from '#server/secrets.ts'
import { importFiles } from '#test/bench/import-files.ts'
import { median } from '#test/bench/process.ts'

/** Runs in the measured process: its last word is the most memory that it had. */
const sayPeak = "process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS))"

/**
 * W6: rows a second of a first load of FHIR or of a roster beside the bare loader L into the same tables, in one run; a
 * second import of the same file; the peak memory of the process that imports.
 */
export async function importFigures(kind: 'fhir' | 'roster', size: number, rounds: number): Promise<Record<string, string>[]> {
  const file = (await importFiles(size))[kind]
  const limit: number[] = []
  const first: number[] = []
  const again: number[] = []
  const memory: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    limit.push(await limitRate(file))
    const { dataDir, siteId } = await emptyPractice(`import-${kind}`)
    const load = await importRate({ dataDir, siteId, size, file, more: ['--initial'] })
    first.push(load.rate)
    memory.push(load.peakMb)
    again.push((await importRate({ dataDir, siteId, size, file, more: [] })).rate)
  }
  const shown = (rates: number[]) => `${Math.round(median(rates)).toLocaleString('en')} (${(median(rates) / median(limit)).toFixed(2)}×)`
  return [{
    patients: size.toLocaleString('en'), kind, 'L per s': Math.round(median(limit)).toLocaleString('en'), 'first load per s': shown(first), 'again per s': shown(again),
    'peak MiB': String(Math.round(median(memory))),
  }]
}

/** A test practice without patients in a folder of its own. */
async function emptyPractice(name: string): Promise<{ dataDir: string; siteId: string }> {
  const dataDir = resolve('reports', 'bench', name)
  rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const config = readConfig({ PRACTICE: 'test', DATA_DIR: dataDir, LOG_LEVEL: 'silent' })
  const store = await openStore(config)
  const tools = { clock: systemClock, random: systemRandom, secrets: loadSecrets(dataDir), hashPassword: async () => 'nobody signs in here' }
  await preparePractice(store, config, tools, seedPractice)
  const [site] = await store.read.select().from(store.read.t.sites).limit(1)
  await store.close()
  return { dataDir, siteId: site?.id ?? '' }
}

async function limitRate(file: string): Promise<number> {
  const { dataDir, siteId } = await emptyPractice('import-limit')
  const database = sqliteFileOf(dataDir)
  new Database(database).close()
  const { said } = await runChild(['test/bench/import-limit.mjs', database, file, siteId], {})
  return Number(said)
}

type ImportOf = { dataDir: string; file: string; siteId: string; size: number; more: string[] }

/** Rows a second of one import, from its start to its end, and the most memory that its process had. */
async function importRate({ dataDir, file, siteId, size, more }: ImportOf): Promise<{ rate: number; peakMb: number }> {
  const { said, peakMb } = await runChild(
    ['server/command.mjs', 'import', file, '--source', 'bench', '--site', siteId, '--json', ...more], { PRACTICE: 'test', DATA_DIR: dataDir, LOG_LEVEL: 'silent' },
  )
  const { done } = JSON.parse(said) as { done: { read: number; state: string; refused: number; startedAt: string; endedAt: string } }
  if (done.state !== 'done' || done.read !== size || done.refused > 0) throw new Error(`the import did not take all: ${said.slice(0, 500)}`)
  return { rate: done.read / ((Date.parse(done.endedAt) - Date.parse(done.startedAt)) / 1000), peakMb }
}

async function runChild(args: string[], env: Record<string, string>): Promise<{ said: string; peakMb: number }> {
  const child = spawn(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(sayPeak)}`, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env.PATH ?? '', ...env },
  })
  let said = ''
  let complained = ''
  child.stdout.on('data', (chunk: Buffer) => { said += chunk.toString() })
  child.stderr.on('data', (chunk: Buffer) => { complained += chunk.toString() })
  const code = await new Promise((done) => { child.once('close', done) })
  const peak = /peak (\d+)$/.exec(complained)
  if (!peak || said === '') throw new Error(`${args.join(' ')} ended with ${String(code)}: ${complained}`)
  return { said, peakMb: Number(peak[1]) / 1024 }
}
