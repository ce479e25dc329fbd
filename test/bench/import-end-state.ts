import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'

/** What an import leaves, without ids and instants. */
const left = [
  `select source_id, source_hash, version, legal_family, legal_given, birth_date, family_key, given_key from patients where source = 'bench' order by source_id`,
  `select p.source_id, c.kind, c.value, c.search_key, c.retired_at is null from patients p join patient_contacts c on c.patient_id = p.id where p.source = 'bench' order by 1, 2, 3`,
  `select p.source_id, i.kind, i.system, i.value from patients p join patient_identifiers i on i.patient_id = p.id where p.source = 'bench' order by 1, 2, 3, 4`,
  `select p.source_id, n.place, n.use, n.family, n.given from patients p join patient_names n on n.patient_id = p.id where p.source = 'bench' order by 1, 2, 3, 4, 5`,
  `select p.source_id, o.file_place, o.line, o.outcome from patients p join row_origins o on o.row_id = p.id where p.source = 'bench' order by 1, 2, 3`,
  'select file_place, line, kind, code, count from import_refusals order by 1, 2, 3, 4',
  'select state, rows_read, created, changed, unchanged, refused from imports',
]

/** One hash over all that the import in this file left. */
export function endStateOf(file: string): string {
  const db = new Database(file, { readonly: true })
  const hash = createHash('sha256')
  for (const statement of left) {
    for (const row of db.prepare(statement).raw().iterate()) hash.update(`${JSON.stringify(row)}\n`)
    hash.update('–\n')
  }
  db.close()
  return hash.digest('hex')
}

/** How many rows of an import are behind us; 0 before it began. */
export function rowsRead(file: string): number {
  const db = new Database(file, { readonly: true })
  try {
    return Number(db.prepare('select max(rows_read) from imports').pluck().get() ?? 0)
  } finally {
    db.close()
  }
}

/** The lines that the report names. */
export function linesRefused(file: string): number[] {
  const db = new Database(file, { readonly: true })
  const lines = db.prepare('select line from import_refusals order by line').pluck().all() as number[]
  db.close()
  return lines
}
