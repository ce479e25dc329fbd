import { randomUUID } from 'node:crypto'
import type { ThreadActed } from '#domain/contracts/messages.ts'
import { connectTo, requestOf, type Connection } from '#test/bench/connection.ts'

type Written = { writes: number; perSecond: number }
type Headers = Record<string, string>

async function post<Body>(connection: Connection, headers: Headers, path: string, body: unknown, version?: number): Promise<Body> {
  const all = { ...headers, 'Idempotency-Key': randomUUID(), ...(version === undefined ? {} : { 'If-Match': `"${version}"` }) }
  const answer = await connection.send(requestOf('POST', path, all, JSON.stringify(body)))
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${answer.body}`)
  return JSON.parse(answer.body) as Body
}

/** Claims threads and gives them back, lane by lane on threads of its own: acts a second, each acknowledged before the next. */
export function turnsOf(port: number, headers: Headers, threads: readonly string[], lanes: number, ms: number): Promise<Written> {
  return inLanes(port, threads, lanes, ms, async (connection, next, isOver) => {
    let writes = 0
    while (!isOver()) {
      const id = next()
      const { row } = await post<ThreadActed>(connection, headers, `/api/message-threads/${id}/claim`, {})
      await post(connection, headers, `/api/message-threads/${id}/give-back`, {}, row.version)
      writes += 2
    }
    return writes
  })
}

/** Answers threads, one after the other in each lane: the answer, its audit row, its command to the portal. Each is left open. */
export function repliesOf(port: number, headers: Headers, threads: readonly string[], lanes: number, ms: number): Promise<Written> {
  return inLanes(port, threads, lanes, ms, async (connection, next, isOver) => {
    const id = next()
    const claimed = await post<ThreadActed>(connection, headers, `/api/message-threads/${id}/claim`, {})
    let { version } = claimed.row
    let writes = 1
    for (; !isOver(); writes++) {
      const answer = await post<ThreadActed>(connection, headers, `/api/message-threads/${id}/reply`, { text: 'Please keep on as before.', seenMessageId: `bm-${Number(id.slice(3))}` }, version)
      ;({ version } = answer.row)
    }
    await post(connection, headers, `/api/message-threads/${id}/give-back`, {}, version)
    return writes + 1
  })
}

async function inLanes(
  port: number, threads: readonly string[], lanes: number, ms: number, work: (connection: Connection, next: () => string, isOver: () => boolean) => Promise<number>,
): Promise<Written> {
  const began = performance.now()
  const writes = await Promise.all(Array.from({ length: lanes }, async (_, lane) => {
    const connection = await connectTo(port)
    let at = lane
    const next = () => {
      const id = threads[at % threads.length] ?? ''
      at += lanes
      return id
    }
    const n = await work(connection, next, () => performance.now() - began > ms)
    connection.close()
    return n
  }))
  const all = writes.reduce((sum, n) => sum + n, 0)
  return { writes: all, perSecond: all / ((performance.now() - began) / 1000) }
}
