/*
 * L, the reference: the same file, the same index, the same first page, behind a bare node:http.
 * No session, no permission, no validation, no audit: what the machine can do when nobody asks who you are.
 */
import { createServer } from 'node:http'
import Database from 'better-sqlite3'

const [file, port] = process.argv.slice(2)
const db = new Database(file, { readonly: true })
const firstPage = db.prepare(
  'SELECT id, legal_family, legal_given, birth_date FROM patients WHERE restricted = 0 ORDER BY family_key, given_key, id LIMIT 25',
)

const server = createServer((req, res) => {
  req.resume()
  req.on('end', () => {
    const body = JSON.stringify({ rows: firstPage.all() })
    res.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) })
    res.end(body)
  })
})
server.listen(Number(port), '127.0.0.1')
process.on('SIGTERM', () => process.exit(0))
