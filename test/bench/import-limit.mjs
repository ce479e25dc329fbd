/*
 * L of the import: parses a file and writes the same rows into the same tables, with one prepared statement for each table.
 * No check of any kind, no audit, no report, no provenance, nothing to go on from. Arguments: database, file, site.
 */
import { createReadStream } from 'node:fs'
import Database from 'better-sqlite3'

const [database, file, siteId] = process.argv.slice(2)
const db = new Database(database)
db.pragma('synchronous = FULL')
const into = (table, columns) => db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
const patient = into('patients', ['id', 'site_id', 'legal_family', 'legal_given', 'birth_date', 'gender', 'city', 'state', 'family_key', 'given_key', 'family_head', 'source', 'source_id', 'source_hash', 'created_at', 'updated_at'])
const number = into('patient_identifiers', ['id', 'patient_id', 'kind', 'system', 'value', 'search_key'])
const contact = into('patient_contacts', ['id', 'patient_id', 'kind', 'value', 'search_key', 'reach_key', 'since_at', 'since_proof'])
const reversed = (text) => text.split('').reverse().join('')
const hash = '0'.repeat(64)
const pad = (n) => String(n).padStart(31, '0')
let n = 0

function add(id, mrn, family, given, birthDate, gender, phone, email, city, state) {
  n += 1
  const own = `1${pad(n * 4)}`
  const familyKey = family.toLowerCase()
  patient.run(own, siteId, family, given, birthDate, gender, city, state, familyKey, given.toLowerCase(), familyKey.slice(0, 3), 'limit', id, hash, 0, 0)
  number.run(`2${pad(n * 4 + 1)}`, own, 'mrn', 'limit', mrn, reversed(mrn.toLowerCase()))
  contact.run(`3${pad(n * 4 + 2)}`, own, 'phone', phone, reversed(phone.replaceAll('-', '')), `+1${phone.replaceAll('-', '')}`, 0, 'first-seen')
  contact.run(`4${pad(n * 4 + 3)}`, own, 'email', email, email, email, 0, 'first-seen')
}

function fromFhir(line) {
  const p = JSON.parse(line)
  add(p.id, p.identifier[0].value, p.name[0].family, p.name[0].given.join(' '), p.birthDate, p.gender, p.telecom[0].value, p.telecom[1].value, p.address[0].city, p.address[0].state)
}

function fromRoster(line) {
  const [mrn, family, given, born, gender, phone, email, city] = line.split(',')
  const [month, day, year] = born.split('/')
  add(mrn, mrn, family, given, `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, gender, phone, email, city, null)
}

const isFhir = file.endsWith('.ndjson')
const addLine = isFhir ? fromFhir : fromRoster
const began = performance.now()
let rest = ''
let isFirst = !isFhir
db.exec('BEGIN')
for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
  const lines = (rest + chunk).split('\n')
  rest = lines.pop() ?? ''
  if (isFirst) lines.shift()
  isFirst = false
  for (const line of lines) addLine(line)
}
db.exec('COMMIT')
process.stdout.write(String(n / ((performance.now() - began) / 1000)))
db.close()
