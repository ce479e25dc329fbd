/*
 * L, the reference: a look-up of one prepared statement over the same file behind a bare node:http. No session, no
 * permission, no validation, no audit: what the machine can do when nobody asks who you are.
 * With a second file it is LA: each answer has a row of a hash chain there, durable before it leaves, and what comes in one
 * turn of the loop shares a commit. Arguments: database, port, file of the chain.
 */
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import Database from 'better-sqlite3'

const [file, port, chainFile] = process.argv.slice(2)
const db = new Database(file, { readonly: true })
const lookUp = db.prepare(
  'SELECT id, legal_family, legal_given, birth_date FROM patients WHERE family_key >= ? AND family_key < ? AND restricted = 0 ORDER BY family_key, given_key LIMIT 20',
)
const rowsOf = (prefix) => lookUp.all(prefix, `${prefix}\u{10ffff}`)

function send(res, rows) {
  const body = JSON.stringify({ rows })
  res.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) })
  res.end(body)
}

const answer = chainFile ? audited(new Database(chainFile)) : (res, prefix) => send(res, rowsOf(prefix))

function audited(chain) {
  chain.pragma('journal_mode = WAL')
  chain.pragma('synchronous = FULL')
  chain.exec('CREATE TABLE IF NOT EXISTS chain (seq INTEGER PRIMARY KEY, at INTEGER, ids TEXT, hash TEXT)')
  const insert = chain.prepare('INSERT INTO chain (at, ids, hash) VALUES (?, ?, ?)')
  let head = '0'.repeat(64)
  let waiting = []
  const flush = chain.transaction((batch) => {
    for (const one of batch) {
      one.rows = rowsOf(one.prefix)
      const ids = one.rows.map((row) => row.id).join()
      head = createHash('sha256').update(`${head}|${Date.now()}|${ids}`).digest('hex')
      insert.run(Date.now(), ids, head)
    }
  })
  return (res, prefix) => {
    if (waiting.push({ res, prefix }) > 1) return
    setImmediate(() => {
      const batch = waiting
      waiting = []
      flush.immediate(batch)
      for (const one of batch) send(one.res, one.rows)
    })
  }
}

const server = createServer((req, res) => answer(res, decodeURIComponent(req.url.slice(1))))
server.listen(Number(port), '127.0.0.1')
process.on('SIGTERM', () => process.exit(0))
