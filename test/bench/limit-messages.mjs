/*
 * References of the messages' bench: worklist page, dashboard and claim by prepared statements over the same file behind a bare
 * node:http. L: each write a commit of its own. G: what comes in one turn of the loop shares a commit. LA: as G, and each answered
 * read has a row of a hash chain, durable before it leaves. No session, no permission, no validation, no policy.
 * Arguments: database, port, L | G | LA.
 */
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import Database from 'better-sqlite3'

const [file, port, mode] = process.argv.slice(2)
const db = new Database(file)
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
db.exec('CREATE TABLE IF NOT EXISTS bench_audit (seq INTEGER PRIMARY KEY, at INTEGER, event TEXT, object TEXT, detail TEXT, hash TEXT)')
const row = 'h.id, h.patient_id, h.queue_id, h.state, h.assignee_id, h.subject, h.started_at, h.target_at, h.limit_at, p.legal_family, p.legal_given, p.birth_date'
const open = db.prepare(`SELECT ${row} FROM message_threads h JOIN patients p ON p.id = h.patient_id WHERE h.queue_id = ? AND h.state <> 'resolved' ORDER BY h.rank, h.order_at, h.id LIMIT 25`)
const deep = db.prepare(`SELECT ${row} FROM (SELECT id FROM message_threads WHERE queue_id = ? AND state = 'resolved' ORDER BY rank DESC, order_at DESC, id DESC LIMIT 25 OFFSET ?) x JOIN message_threads h ON h.id = x.id JOIN patients p ON p.id = h.patient_id`)
const total = db.prepare('SELECT coalesce(sum(n), 0) FROM message_counts WHERE queue_id = ? AND state = ?').pluck()
const days = db.prepare('SELECT queue_id, minutes, on_time FROM message_days WHERE day_on >= ?')
const buckets = db.prepare('SELECT queue_id, sum(n) open, sum(CASE WHEN target_hour < ? THEN n ELSE 0 END) late FROM message_buckets WHERE n > 0 GROUP BY queue_id')
const find = db.prepare('SELECT queue_id, state, assignee_id, portal_id, site_id, flagged, rank, version FROM message_threads WHERE id = ?')
const take = db.prepare('UPDATE message_threads SET lease_ends_at = ?, version = version + 1 WHERE id = ? AND version = ?')
const count = db.prepare('INSERT INTO message_counts (queue_id, state, assignee_id, portal_id, site_id, flagged, rank, n) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n')
const audit = db.prepare('INSERT INTO bench_audit (at, event, object, detail, hash) VALUES (?, ?, ?, ?, ?)')
const counts = new Int32Array(1 << 16)
let head = '0'.repeat(64)

function page(queue, offset) {
  return offset === undefined ? { total: total.get(queue, 'open') + total.get(queue, 'waiting'), rows: open.all(queue) } : { total: total.get(queue, 'resolved'), rows: deep.all(queue, Number(offset)) }
}

function dashboard() {
  const from = new Date(Date.now() - 90 * 86_400_000).toISOString().slice(0, 10)
  const answers = [...Map.groupBy(days.all(from), (day) => day.queue_id)].map(([queue, of]) => {
    counts.fill(0)
    let n = 0
    for (const { minutes } of of) for (let at = 0; at < minutes.length; at += 4, n++) counts[Math.min(65_535, Number.parseInt(minutes.slice(at, at + 4), 36))]++
    return { queue, n, median: rankOf(n * 0.5), p90: rankOf(n * 0.9) }
  })
  return { open: buckets.all(Math.floor(Date.now() / 3_600_000)), answers }
}

function rankOf(before) {
  let left = Math.floor(before)
  for (let value = 0; value < counts.length; value++) if ((left -= counts[value]) < 0) return value
  return null
}

function claim(id) {
  const thread = find.get(id)
  if (!thread) return null
  take.run(Date.now() + 600_000, id, thread.version)
  const key = [thread.queue_id, thread.state, thread.assignee_id ?? '', thread.portal_id, thread.site_id, thread.flagged, thread.rank]
  count.run(...key, -1)
  count.run(...key, 1)
  audit.run(Date.now(), 'claimed', id, JSON.stringify(thread), '')
  return { id, version: thread.version + 1 }
}

function chained(answer) {
  const ids = (answer.rows ?? []).map((one) => one.id).join()
  head = createHash('sha256').update(`${head}|${Date.now()}|${ids}`).digest('hex')
  audit.run(Date.now(), 'read', '', ids, head)
  return answer
}

function send(res, answer) {
  const body = JSON.stringify(answer)
  res.writeHead(answer ? 200 : 404, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) })
  res.end(body)
}

const alone = db.transaction((work) => work())
let waiting = []
const flush = db.transaction((batch) => { for (const one of batch) one.answer = one.work() })
function together(res, work) {
  if (waiting.push({ res, work }) > 1) return
  setImmediate(() => {
    const batch = waiting
    waiting = []
    flush.immediate(batch)
    for (const one of batch) send(one.res, one.answer)
  })
}

const server = createServer((req, res) => {
  const [, what, id, offset] = req.url.split('/')
  req.resume()
  if (what === 'claim') return mode === 'L' ? send(res, alone.immediate(() => claim(id))) : together(res, () => claim(id))
  const read = what === 'dashboard' ? dashboard : () => page(id, offset)
  return mode === 'LA' ? together(res, () => chained(read())) : send(res, read())
})
server.listen(Number(port), '127.0.0.1')
process.on('SIGTERM', () => {
  db.exec('DROP TABLE bench_audit')
  process.exit(0)
})
