import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { sqliteFileOf } from '#db/open.ts'
import { staffIdOf } from '#seed/staff.ts'
import { requestOf } from '#test/bench/connection.ts'
import { BENCH_QUEUES, benchMessages, benchQueueId, fillMessages } from '#test/bench/fill-messages.ts'
import { fillPractice, serverEnv, sessionHeaders, withPractice } from '#test/bench/lookup-practice.ts'
import { repliesOf, turnsOf } from '#test/bench/message-writes.ts'
import { end, median, press, startAndAsk } from '#test/bench/process.ts'
import { peopleAsFhir } from '#test/bench/questions.ts'
import { freePort } from '#test/support/free-port.ts'

/** One alone at a million: filling it takes long enough. */
const roundsOf = (size: number): number => (size > 100_000 ? 1 : 3)
const LANES = 16
export const CLINICIANS = ['clinician1', 'clinician4', 'clinician7', 'clinician10']
const measures = ['page p50 ms', 'page p99 ms', 'page c16 per s', 'deep page p50 ms', 'dashboard p50 ms', 'claim c1 per s', 'claim c16 per s', 'reply c16 per s'] as const
type Measure = (typeof measures)[number]
type Figures = Record<Measure, number[]>

/**
 * W2, W3, W4: a page of the worklist with its exact total, a page in the middle of what is closed, the dashboard of ninety days, claims
 * (given back in turn) and replies with their audit rows and mail to the portal, beside L, G and LA over the same file, in turns.
 */
export async function messageFigures(size: number): Promise<Record<string, string>[]> {
  const { dataDir, file } = await filled(size)
  const figures = new Map(['L', 'G', 'LA', 'product'].map((name) => [name, Object.fromEntries(measures.map((what) => [what, []])) as unknown as Figures]))
  let lost = 0
  for (let round = 0; round < roundsOf(size); round++) {
    for (const mode of ['L', 'G', 'LA'] as const) await measureLimit(figures.get(mode) as Figures, file, mode, size)
    lost += await measureProduct(figures.get('product') as Figures, { dataDir, file, size })
  }
  return [...figures].map(([server, own]) => ({
    messages: size.toLocaleString('en'), server, ...Object.fromEntries(measures.map((what) => [what, shown(what, own, figures)])), ...(server === 'product' ? { 'writes without audit row': String(lost) } : {}),
  }))
}

async function filled(size: number): Promise<{ dataDir: string; file: string }> {
  const dataDir = resolve('reports', 'bench', `messages-${size}`)
  if (!existsSync(join(dataDir, 'filled'))) {
    rmSync(dataDir, { recursive: true, force: true })
    await fillPractice(dataDir, peopleAsFhir(Math.max(1_000, size / 10)))
    await withPractice(dataDir, async ({ store, clock }) => {
      const { patients: p, staff: s, staffSites } = store.read.t
      const people = await store.read.select({ id: p.id, siteId: p.siteId }).from(p)
      const staffIds = CLINICIANS.map(staffIdOf)
      if (await store.read.$count(s) === 0 || await store.read.$count(staffSites) === 0) throw new Error('the test practice has no staff')
      await fillMessages(store, CLINICIANS, people[0]?.siteId ?? '', benchMessages(size, people.map(({ id }) => id), staffIds, clock.now()), clock.now())
    })
    mkdirSync(join(dataDir, 'filled'))
  }
  return { dataDir, file: sqliteFileOf(dataDir) }
}

/** Open threads that nobody has, of any queue. */
function freeThreads(file: string): string[] {
  const db = new Database(file, { readonly: true })
  const ids = db.prepare("SELECT id FROM message_threads WHERE state = 'open' AND assignee_id IS NULL AND source = 'bench' ORDER BY source_id LIMIT 2000").pluck().all() as string[]
  db.close()
  return ids
}

async function measureLimit(into: Figures, file: string, mode: 'L' | 'G' | 'LA', size: number): Promise<void> {
  const port = await freePort()
  const pages = queues().map((id) => requestOf('GET', `/page/${id}`))
  const { child } = await startAndAsk(['test/bench/limit-messages.mjs', file, String(port), mode], {}, port, pages[0] ?? '')
  await endingWith(child, async () => {
    await reads(into, port, { pages, deep: queues().map((id) => requestOf('GET', `/page/${id}/${Math.floor(size / 20)}`)), dashboard: [requestOf('GET', '/dashboard')] })
    const claims = freeThreads(file).map((id) => requestOf('POST', `/claim/${id}`))
    into['claim c1 per s'].push((await press(port, claims, 1_500, 1, 3_000)).perSecond)
    into['claim c16 per s'].push((await press(port, claims, 6_000, LANES, 3_000)).perSecond)
  })
}

async function measureProduct(into: Figures, { dataDir, file, size }: { dataDir: string; file: string; size: number }): Promise<number> {
  const port = await freePort()
  const headers = await sessionHeaders(dataDir, port, 'clinician1')
  const manager = await sessionHeaders(dataDir, port, 'manager1')
  const search = (body: object) => requestOf('POST', '/api/message-threads/search', headers, JSON.stringify(body))
  const pages = queues().map((queueId) => search({ queueId, limit: 25 }))
  const { child } = await startAndAsk(['server/start.mjs'], serverEnv(dataDir, port), port, pages[0] ?? '')
  let before = 0
  const writes = await endingWith(child, async () => {
    await reads(into, port, {
      pages, deep: queues().map((queueId) => search({ queueId, state: 'resolved', limit: 25, offset: Math.floor(size / 20) })),
      dashboard: [requestOf('POST', '/api/service-levels/messages', manager, JSON.stringify({ days: 90 }))],
    })
    before = auditRows(file)
    const threads = freeThreads(file)
    const alone = await turnsOf(port, headers, threads, 1, 3_000)
    const many = await turnsOf(port, headers, threads, LANES, 4_000)
    const replies = await repliesOf(port, headers, threads, LANES, 4_000)
    into['claim c1 per s'].push(alone.perSecond)
    into['claim c16 per s'].push(many.perSecond)
    into['reply c16 per s'].push(replies.perSecond)
    return alone.writes + many.writes + replies.writes
  })
  return writes - (auditRows(file) - before)
}

/** Whatever happens, no server stays behind. */
async function endingWith<T>(child: ChildProcess, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } finally {
    await end(child)
  }
}

async function reads(into: Figures, port: number, asked: { pages: string[]; deep: string[]; dashboard: string[] }): Promise<void> {
  await press(port, asked.pages, 300, 1, 2_000)
  const alone = await press(port, asked.pages, 800, 1, 4_000)
  into['page p50 ms'].push(alone.p50)
  into['page p99 ms'].push(alone.p99)
  into['page c16 per s'].push((await press(port, asked.pages, 4_000, LANES, 3_000)).perSecond)
  into['deep page p50 ms'].push((await press(port, asked.deep, 300, 1, 3_000)).p50)
  await press(port, asked.dashboard, 5, 1, 5_000)
  into['dashboard p50 ms'].push((await press(port, asked.dashboard, 60, 1, 6_000)).p50)
}

/** Acts on threads that the log tells of. */
function auditRows(file: string): number {
  const db = new Database(file, { readonly: true })
  const n = db.prepare("SELECT count(*) FROM audit_events WHERE event IN ('message.claimed', 'message.given-back', 'message.answered')").pluck().get() as number
  db.close()
  return n
}

function queues(): string[] {
  return Array.from({ length: BENCH_QUEUES }, (_, queue) => benchQueueId(queue))
}

function shown(what: Measure, own: Figures, all: ReadonlyMap<string, Figures>): string {
  if (own[what].length === 0) return '-'
  const value = median(own[what])
  const to = (name: string) => `${(value / median(all.get(name)?.[what] ?? [1])).toFixed(2)}× ${name}`
  const text = value.toFixed(what.endsWith('ms') ? 2 : 0)
  if (own !== all.get('product') || what === 'reply c16 per s') return text
  return `${text} (${what.startsWith('claim') ? `${to('L')}, ${to('G')}` : what.startsWith('dashboard') ? to('L') : `${to('L')}, ${to('LA')}`})`
}

if (process.argv[1] === import.meta.filename) {
  for (const size of process.argv.slice(2).map(Number)) console.table(await messageFigures(size))
}
