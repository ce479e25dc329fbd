import { spawn } from 'node:child_process'
import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { besideDesk } from '#test/bench/desk-beside.ts'
import { emptyPractice, importByCommand, rateOf, type Done, type Practice } from '#test/bench/emptied.ts'
import { faultyFeed } from '#test/bench/faulty-feed.ts'
import { importFiles } from '#test/bench/import-files.ts'
import { endStateOf, linesRefused, rowsRead } from '#test/bench/import-end-state.ts'
import { serverEnv } from '#test/bench/lookup-practice.ts'

/** Shares of the rows at which the load is killed. */
const KILLED_AT = [0.3, 0.65]
/** People whom the practice does not know yet, beside all whom it knows. */
const NEW_PEOPLE = 10_000
/** Runs in the measured process: its last word is the most memory that it had. */
const sayPeak = "process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS))"

type Load = { rate: string; peak: string }

/**
 * A first load of `size` people with a bad row in a hundred, undisturbed and killed twice, and whether both leave the same. Then,
 * while a desk works, the same file once more and a file of new people, through the running server. The practice that is left serves
 * the tables of the look-up.
 */
export async function firstLoadFigures(size: number): Promise<Record<string, string>[]> {
  const feed = await faultyFeed(size)
  const calm = await emptyPractice(`first-${size}`)
  const whole = await firstLoad(calm, feed, [])
  const endState = endStateOf(calm.file)
  const named = linesRefused(calm.file).join() === feed.bad.join()
  const broken = await emptyPractice(`killed-${size}`)
  const killed = await firstLoad(broken, feed, KILLED_AT)
  const isSame = endStateOf(broken.file) === endState
  rmSync(broken.dataDir, { recursive: true, force: true })
  const patients = size.toLocaleString('en')
  const rows = [
    { patients, what: 'first load', 'rows per s': whole.rate, 'peak MiB': whole.peak, report: named ? `names all ${feed.bad.length} bad lines, and no other` : 'DOES NOT NAME THE BAD LINES' },
    { patients, what: 'killed twice', 'rows per s': killed.rate, 'peak MiB': killed.peak, report: isSame ? 'same end state as undisturbed' : 'ANOTHER END STATE' },
  ]
  const order = (file: string, source: string) => () => importByCommand(calm, [file, '--source', source, '--site', calm.siteId])
  const again = await besideDesk(calm, size, order(feed.file, 'bench'), feed.rows)
  const { fhir } = await importFiles(NEW_PEOPLE)
  const others = await besideDesk(calm, size, order(fhir, 'others'), NEW_PEOPLE)
  keepAsFilled(calm, size)
  return [...rows, { patients, what: 'again beside a desk', ...again }, { patients, what: `${NEW_PEOPLE} new beside a desk`, ...others }]
}

async function firstLoad(practice: Practice, feed: { file: string; rows: number }, killedAt: readonly number[]): Promise<Load> {
  let words = [feed.file, '--source', 'bench', '--site', practice.siteId, '--initial']
  for (const share of killedAt) {
    const command = commandOf(practice, words)
    while (rowsRead(practice.file) < feed.rows * share) await pause(20)
    command.child.kill('SIGKILL')
    await command.ended
    words = ['--resume']
  }
  const { said, peakMb } = await commandOf(practice, words).ended
  return { rate: rateOf((JSON.parse(said) as { done: Done }).done, feed.rows), peak: peakMb.toFixed(0) }
}

function commandOf({ dataDir, port }: Practice, words: readonly string[]) {
  const child = spawn(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(sayPeak)}`, 'server/command.mjs', 'import', ...words, '--json'], {
    stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env.PATH ?? '', ...serverEnv(dataDir, port) },
  })
  let said = ''
  let told = ''
  child.stdout.on('data', (chunk: Buffer) => { said += chunk.toString() })
  child.stderr.on('data', (chunk: Buffer) => { told += chunk.toString() })
  const ended = new Promise<{ said: string; peakMb: number }>((resolved) => {
    child.once('close', () => resolved({ said, peakMb: Number(/peak (\d+)$/.exec(told)?.[1] ?? 0) / 1024 }))
  })
  return { child, ended }
}

/** The tables of the look-up ask about the same people: what was imported serves them. */
function keepAsFilled({ dataDir }: Practice, size: number): void {
  const filled = resolve('reports', 'bench', `people-${size}`)
  rmSync(filled, { recursive: true, force: true })
  renameSync(dataDir, filled)
  mkdirSync(resolve(filled, 'filled'))
}
