import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { foldName } from '#domain/names.ts'
import { requestOf } from '#test/bench/connection.ts'
import { filledPractice } from '#test/bench/filled.ts'
import { serverEnv, sessionHeaders } from '#test/bench/lookup-practice.ts'
import { end, median, memoryOf, press, startAndAsk } from '#test/bench/process.ts'
import { questions } from '#test/bench/questions.ts'
import { freePort } from '#test/support/free-port.ts'

const ROUNDS = 3
const GROWTH_REQUESTS = 20_000
const LANES = 16

type Contender = { args: string[]; env: Record<string, string>; port: number; requests: readonly string[] }
type Figures = Record<(typeof measures)[number], number[]>
const measures = ['start ms', 'at rest MiB', 'own MiB', 'look-up p50 ms', 'p99 ms', 'c16 per s', 'grown MiB'] as const

/**
 * W1 and W5 of the server: start to the first answered look-up, memory, the 200 questions at one connection and at
 * sixteen, beside L and LA over the same file, in rounds one after the other. Ratios are to L of the same run; of the time at one
 * connection also to LA, which is durable as we are.
 */
export async function serverFigures(size: number): Promise<Record<string, string>[]> {
  const practice = await filledPractice(size)
  const contenders = await contendersOver(practice, size)
  const figures = new Map([...contenders.keys()].map((name) => [name, Object.fromEntries(measures.map((what) => [what, []])) as unknown as Figures]))
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, contender] of contenders) await measure(figures.get(name) as Figures, contender, round === ROUNDS - 1)
  }
  for (const part of ['', '-wal', '-shm']) rmSync(`${practice.file}.chain${part}`, { force: true })
  return [...figures].map(([server, own]) => ({
    patients: size.toLocaleString('en'), server, ...Object.fromEntries(measures.map((what) => [what, shown(what, own, figures)])),
  }))
}

async function contendersOver({ dataDir, file }: { dataDir: string; file: string }, size: number): Promise<Map<string, Contender>> {
  const ports = [await freePort(), await freePort(), await freePort()] as const
  const texts = questions(size).map(({ text }) => text)
  const bare = texts.map((text) => requestOf('GET', `/${encodeURIComponent(foldName(text).slice(0, 3))}`))
  const headers = await sessionHeaders(dataDir, ports[2])
  const asked = texts.map((text) => requestOf('POST', '/api/patients/search', headers, JSON.stringify({ text, limit: 20 })))
  return new Map([
    ['L', { args: ['test/bench/limit.mjs', file, String(ports[0])], env: {}, port: ports[0], requests: bare }],
    ['LA', { args: ['test/bench/limit.mjs', file, String(ports[1]), `${file}.chain`], env: {}, port: ports[1], requests: bare }],
    ['product', { args: ['server/start.mjs'], env: serverEnv(dataDir, ports[2]), port: ports[2], requests: asked }],
  ])
}

async function measure(into: Figures, { args, env, port, requests }: Contender, isLast: boolean): Promise<void> {
  const [first = ''] = requests
  const { child, coldMs } = await startAndAsk(args, env, port, first)
  into['start ms'].push(coldMs)
  await pause(2_000)
  const rest = memoryOf(child)
  into['at rest MiB'].push(rest.all)
  into['own MiB'].push(rest.own)
  await press(port, requests, 400, 1, 3_000)
  const alone = await press(port, requests, 600, 1, 5_000)
  into['look-up p50 ms'].push(alone.p50)
  into['p99 ms'].push(alone.p99)
  await press(port, requests, 1_500, LANES, 4_000)
  into['c16 per s'].push((await press(port, requests, 4_000, LANES, 5_000)).perSecond)
  if (isLast) {
    const before = memoryOf(child).own
    await press(port, requests, GROWTH_REQUESTS, LANES, 60_000)
    into['grown MiB'].push(memoryOf(child).own - before)
  }
  await end(child)
}

function shown(what: (typeof measures)[number], own: Figures, all: ReadonlyMap<string, Figures>): string {
  const value = median(own[what])
  const to = (name: string) => `${(value / median(all.get(name)?.[what] ?? [1])).toFixed(2)}×`
  const digits = what.endsWith('ms') && what !== 'start ms' ? 2 : 0
  if (what === 'grown MiB' || own === all.get('L')) return value.toFixed(digits)
  return `${value.toFixed(digits)} (${to('L')}${what.startsWith('look-up') && own !== all.get('LA') ? `, ${to('LA')} LA` : ''})`
}
