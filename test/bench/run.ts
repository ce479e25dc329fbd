/*
 * `npm run bench`: W5 of the server (cold start, memory, first page) beside the bare reference L in one run, at 10,000 and
 * 100,000 patients (`-- --sizes 10000,1000000` for others), and the bytes of the first screen. Figures are ratios of one run.
 */
import { staleReason, build } from '#server/build.mjs'
import { bigPractice } from '#test/bench/practice.ts'
import { end, median, memoryOf, press, startAndAsk, type Ask } from '#test/bench/process.ts'
import { firstScreen } from '#test/bench/first-screen.ts'
import { lookUpFigures } from '#test/bench/lookup.ts'
import { freePort } from '#test/support/free-port.ts'
import { setTimeout as pause } from 'node:timers/promises'

const ROUNDS = 3
const given = process.argv.indexOf('--sizes')
const sizes = (given > 0 ? process.argv[given + 1] ?? '' : '10000,100000').split(',').map(Number)
const requests = 20_000

const stale = staleReason()
if (stale) await build(stale)

type Row = Record<string, string>
const rows: Row[] = []
for (const size of sizes) rows.push(...await serverFigures(size))
console.table(rows)
console.table(await firstScreen())
for (const size of sizes) console.table([await lookUpFigures(size)])

async function serverFigures(size: number): Promise<Row[]> {
  const [port, limitPort] = [await freePort(), await freePort()]
  const practice = await bigPractice(size, port)
  const product: Ask = () => fetch(`http://127.0.0.1:${port}/api/patients/search`, { method: 'POST', headers: practice.headers, body: '{"text":""}' })
  const limit: Ask = () => fetch(`http://127.0.0.1:${limitPort}/`, { method: 'POST', body: '{}' })
  const figures = { L: empty(), product: empty() }
  for (let round = 0; round < ROUNDS; round++) {
    await measure(figures.L, ['test/bench/limit.mjs', practice.file, String(limitPort)], {}, limit, round)
    await measure(figures.product, ['server/start.mjs'], {
      PRACTICE: 'test', DATA_DIR: practice.dataDir, PORT: String(port), LOG_LEVEL: 'silent', REQUESTS_PER_SECOND: '1000000',
    }, product, round)
  }
  return (['L', 'product'] as const).map((name) => ({
    patients: size.toLocaleString('en'), server: name,
    ...Object.fromEntries(Object.entries(figures[name]).map(([what, all]) => [what, shown(what, median(all), median(figures.L[what as keyof Figures]))])),
  }))
}

type Figures = ReturnType<typeof empty>
function empty() {
  return { 'start ms': [] as number[], 'at rest MiB': [] as number[], 'own MiB': [] as number[], 'page p50 ms': [] as number[], 'c16 per s': [] as number[], 'grown MiB': [] as number[] }
}

async function measure(into: Figures, args: string[], env: Record<string, string>, ask: Ask, round: number): Promise<void> {
  const { child, coldMs } = await startAndAsk(args, env, ask)
  into['start ms'].push(coldMs)
  await pause(2_000)
  const rest = memoryOf(child)
  into['at rest MiB'].push(rest.all)
  into['own MiB'].push(rest.own)
  into['page p50 ms'].push((await press(ask, 300, 1)).p50)
  into['c16 per s'].push((await press(ask, 4_000, 16)).perSecond)
  if (round === 0) {
    const before = memoryOf(child).own
    await press(ask, requests, 16)
    into['grown MiB'].push(memoryOf(child).own - before)
  }
  await end(child)
}

function shown(what: string, value: number, reference: number): string {
  const digits = what.includes('p50') ? 2 : 0
  const ratio = what === 'grown MiB' || reference === 0 ? '' : ` (${(value / reference).toFixed(2)}×)`
  return `${value.toFixed(digits)}${ratio}`
}
