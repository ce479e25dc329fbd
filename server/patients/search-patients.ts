import type { AuditFact } from '#domain/audit-events.ts'
import type { PatientSearch, PatientSearchAnswer } from '#domain/contracts/patients.ts'
import type { LookupQuery, ParsedQuery } from '#domain/lookup/query.ts'
import { parseQuery } from '#domain/lookup/parse-query.ts'
import { queryOfScan } from '#domain/scan.ts'
import { localDateOf } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { problemBody } from '#server/http/problem.ts'
import { findPatients, type FoundPage } from '#server/patients/find-patients.ts'
import { listPatients } from '#server/patients/list-patients.ts'
import { showRows } from '#server/patients/show-rows.ts'

/** People of one search who can be paged through. */
const MOST_PAGED = 400

/** Looks patients up by what was typed or scanned, or lists them where nothing was. Masked; restricted charts leave no trace. */
export async function searchPatients(db: Reader, act: Act, { body }: { body: PatientSearch }): Promise<Outcome<PatientSearchAnswer>> {
  const zone = act.app.config.practiceTimeZone
  const parsed = readText(act, body.text)
  if (parsed.kind === 'empty') {
    const page = await listPatients(db, body)
    if (!page) return refuse('FIELDS_NOT_ACCEPTED', { fields: { after: String(problemBody({ code: 'NOT_FOUND' }, act.language, act.requestId).message) } })
    const rows = await showRows(db, page.rows.map((patient) => ({ patient, matched: [] })), act.at, zone)
    return done({ rows, more: page.more, total: page.total, need: null })
  }
  const query = queryOf(parsed)
  if (!query) return done({ rows: [], more: parsed.kind === 'tooShort', total: null, need: parsed.kind === 'tooShort' ? parsed.need : null })
  const page = await pageAfter(body, (limit) => findPatients(db, query, { siteId: body.siteId, today: localDateOf(act.at, zone), limit }))
  const rows = await showRows(db, page.found, act.at, zone)
  return done({ rows, more: page.more, total: page.more || body.after !== undefined ? null : rows.length, need: null })
}

/** People found, from the row after `after` on; nobody pages through more than a few hundred. */
async function pageAfter({ after, limit }: PatientSearch, find: (limit: number) => Promise<FoundPage>): Promise<FoundPage> {
  if (after === undefined) return find(limit)
  const { found } = await find(MOST_PAGED)
  const from = found.findIndex((one) => one.patient.id === after) + 1
  return { found: from === 0 ? [] : found.slice(from, from + limit), more: from > 0 && found.length > from + limit }
}

/** What is kept of a search: a keyed hash of the terms, their kinds, how many people and which (AD-01). Never the terms. */
export function auditOfSearch(answer: PatientSearchAnswer, { body }: { body: PatientSearch }, act: Act): AuditFact {
  const parsed = readText(act, body.text)
  const query = queryOf(parsed)
  return {
    event: 'patient.searched',
    detail: {
      termsHash: act.app.secrets.hmac('hash', 'search', query ? JSON.stringify(query) : body.text.trim().toLowerCase()),
      terms: query ? query.names.length + partsOf(query).filter((part) => part !== 'name').length : 0,
      hits: answer.total ?? answer.rows.length,
      ids: answer.rows.map((row) => row.id),
      kinds: query ? partsOf(query).join(',') : parsed.kind,
    },
  }
}

function readText(act: Act, text: string): ParsedQuery {
  const today = localDateOf(act.at, act.app.config.practiceTimeZone)
  return parseQuery(text, { today, order: act.language === 'es' ? 'day-first' : 'month-first' })
}

function queryOf(parsed: ParsedQuery): LookupQuery | null {
  if (parsed.kind === 'search') return parsed
  return parsed.kind === 'scan' ? queryOfScan(parsed.scan) : null
}

function partsOf(query: LookupQuery): string[] {
  const parts = { name: query.names.length > 0, 'birth-date': query.birth !== null, mrn: query.mrn !== null, phone: query.phoneTail !== null, email: query.email !== null }
  return Object.entries(parts).flatMap(([part, isTyped]) => (isTyped ? [part] : []))
}
