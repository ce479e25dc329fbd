import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { connectTo, requestOf, type Connection } from '#test/bench/connection.ts'
import { percentile } from '#test/bench/process.ts'
import { questions } from '#test/bench/questions.ts'

/** A request every so many milliseconds, whether or not the one before was answered. */
const EVERY_MS = 100
const CONNECTIONS = 8
const OWN_PATIENTS = 10

type Kind = 'look-up' | 'record' | 'edit'
/** What a desk waited for each kind of request, in ms from the moment it was due. */
export type Waits = Record<Kind, number[]>

/** A desk that looks people up, opens records and edits them at a steady rate, on patients of its own and among all others. */
export type DeskAtWork = { waits: () => Waits; stop: () => Promise<void> }

/** Registers the desk's own patients; answers their ids. */
export async function registerOwn(port: number, headers: Record<string, string>): Promise<string[]> {
  const connection = await connectTo(port)
  const [site] = JSON.parse((await connection.send(requestOf('GET', '/api/sites', headers))).body) as { id: string }[]
  const ids: string[] = []
  for (let n = 0; n < OWN_PATIENTS; n += 1) {
    const body = { legalFamily: `Counterward${'abcdefghij'[n] ?? ''}`, legalGiven: 'Ida', birthDate: `19${40 + n}-02-03`, siteId: site?.id, reason: 'stands at the desk', override: { reason: 'another person' } }
    const { status, body: answer } = await connection.send(requestOf('POST', '/api/patients', { ...headers, 'Idempotency-Key': randomUUID() }, JSON.stringify(body)))
    if (status !== 200 && status !== 201) throw new Error(`no patient was registered: ${status} ${answer}`)
    ids.push((JSON.parse(answer) as { id: string }).id)
  }
  connection.close()
  return ids
}

/** Begins to work: of ten requests eight look somebody up, one opens a record and one edits it. */
export async function workAtDesk(port: number, headers: Record<string, string>, size: number, own: readonly string[]): Promise<DeskAtWork> {
  const texts = questions(size).map(({ text }) => text)
  const waits: Waits = { 'look-up': [], record: [], edit: [] }
  const idle: Connection[] = []
  for (let n = 0; n < CONNECTIONS; n += 1) idle.push(await connectTo(port))
  const versions = new Map<string, number>()
  const strange: string[] = []
  let going = true
  const under = new Set<Promise<void>>()

  const send = async (kind: Kind, dueAt: number, request: string): Promise<string> => {
    while (idle.length === 0) await pause(1)
    // The one that has rested longest: none rests until the server closes it.
    const connection = idle.shift() as Connection
    const { status, body } = await connection.send(request)
    waits[kind].push(performance.now() - dueAt)
    idle.push(connection)
    if (status !== 200) strange.push(`${kind}: ${status} ${body.slice(0, 200)}`)
    return body
  }
  const asked = { ...headers, 'X-Activity': '1' }
  const one = async (n: number, dueAt: number): Promise<void> => {
    const id = own[Math.floor(n / 10) % own.length] ?? ''
    if (n % 10 === 0) {
      const record = JSON.parse(await send('record', dueAt, requestOf('GET', `/api/patients/${id}`, asked))) as { version: number }
      versions.set(id, record.version)
    } else if (n % 10 === 5 && versions.has(id)) {
      const body = JSON.stringify({ pronouns: `she/her ${randomUUID().slice(0, 8)}`, reason: 'says so at the desk' })
      await send('edit', dueAt, requestOf('POST', `/api/patients/${id}/edit`, { ...asked, 'Idempotency-Key': randomUUID(), 'If-Match': `"${versions.get(id)}"` }, body))
    } else {
      await send('look-up', dueAt, requestOf('POST', '/api/patients/search', asked, JSON.stringify({ text: texts[n % texts.length], limit: 20 })))
    }
  }
  const working = (async () => {
    const began = performance.now()
    for (let n = 0; going; n += 1) {
      const dueAt = began + n * EVERY_MS
      await pause(Math.max(0, dueAt - performance.now()))
      const act = one(n, dueAt).finally(() => under.delete(act))
      under.add(act)
      act.catch((error: unknown) => strange.push(String(error)))
    }
  })()
  return {
    waits: () => ({ 'look-up': [...waits['look-up']], record: [...waits.record], edit: [...waits.edit] }),
    stop: async () => {
      going = false
      await working
      await Promise.allSettled(under)
      for (const connection of idle) connection.close()
      if (strange.length > 0) throw new Error(`strange answers at the desk: ${strange.length}, ${strange.slice(0, 3).join(' · ')}`)
    },
  }
}

/** The middle, the 95th percentile and the longest, in ms. */
export function shownWaits(figures: readonly number[]): string {
  return `${percentile(figures, 0.5).toFixed(1)} · ${percentile(figures, 0.95).toFixed(1)} · ${Math.max(0, ...figures).toFixed(0)} of ${figures.length}`
}
