import type { AuditFact } from '#domain/audit-events.ts'
import type { PatientSearch, PatientSearchAnswer } from '#domain/contracts/patients.ts'
import { typedIdentifiers } from '#domain/lookup/hits.ts'
import { besideNames } from '#domain/lookup/near-spellings.ts'
import type { LookupQuery, ParsedQuery } from '#domain/lookup/query.ts'
import { parseQuery } from '#domain/lookup/parse-query.ts'
import { queryOfScan } from '#domain/scan.ts'
import { localDateOf } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { problemBody } from '#server/http/problem.ts'
import { leadsToMore, type Scope } from '#server/patients/find-candidates.ts'
import { findPatients, type FoundPage } from '#server/patients/find-patients.ts'
import { nearNames } from '#server/patients/find-spellings.ts'
import { listPatients } from '#server/patients/list-patients.ts'
import { keepAtSite } from '#server/patients/search-site.ts'
import { showRows } from '#server/patients/show-rows.ts'

/** More people than this are not looked through by eye: a birth date is asked for. */
const MOST_TO_READ = 50
/** People of one search who can be paged through. */
const MOST_PAGED = 400
/** Looked through where only those of one site are shown. */
const MOST_OF_ALL_SITES = 2_000

/** Looks patients up by what was typed or scanned, or lists them where nothing was. Masked; restricted charts leave no trace. */
export async function searchPatients(db: Reader, act: Act, { body }: { body: PatientSearch }): Promise<Outcome<PatientSearchAnswer>> {
  const parsed = readText(act, body)
  if (parsed.kind === 'empty') return listed(db, act, body)
  const query = queryOf(parsed)
  if (!query) return done({ rows: [], more: parsed.kind === 'tooShort', total: null, need: parsed.kind === 'tooShort' ? parsed.need : null, nearSpellings: [] })
  const scope = scopeOf(act, body)
  const { found, capped, cappedLooks } = await keepAtSite(db, await findPatients(db, query, scope), body.siteId)
  const page = pageOf(found, body)
  const isMany = found.length > MOST_TO_READ || (query.birth === null && await leadsToMore(db, cappedLooks, scope, MOST_TO_READ))
  return done({
    rows: await showRows(db, act, page.found),
    more: page.more || capped,
    total: capped || isMany ? null : found.length,
    need: isMany && query.birth === null && query.names.length > 0 ? 'birth-date' : null,
    nearSpellings: found.length === 0 ? await nearNames(db, query, scope, besideNames(textOf(parsed, body), query.names)) : [],
  })
}

async function listed(db: Reader, act: Act, body: PatientSearch): Promise<Outcome<PatientSearchAnswer>> {
  const page = await listPatients(db, act, body)
  if (!page) return refuse('FIELDS_NOT_ACCEPTED', { fields: { after: String(problemBody({ code: 'NOT_FOUND' }, act.language, act.requestId).message) } })
  const rows = await showRows(db, act, page.rows.map((patient) => ({ patient, matched: [] })))
  return done({ rows, more: page.more, total: page.total, need: null, nearSpellings: [] })
}

function scopeOf(act: Act, body: PatientSearch): Scope {
  const most = body.siteId === undefined ? (body.after === undefined ? body.limit + 1 : MOST_PAGED + 1) : MOST_OF_ALL_SITES
  return { actorId: act.actor.id, at: act.at, today: localDateOf(act.at, act.app.config.practiceTimeZone), most }
}

/** The rows after `after`, or from the first. */
function pageOf(found: FoundPage['found'], { after, limit }: PatientSearch): { found: FoundPage['found']; more: boolean } {
  const from = after === undefined ? 0 : found.findIndex((one) => one.patient.id === after) + 1
  if (after !== undefined && from === 0) return { found: [], more: false }
  return { found: found.slice(from, from + limit), more: found.length > from + limit }
}

/** What is kept of a search: a keyed hash of the terms, their kinds, how many people and which (AD-01). Never the terms. */
export function auditOfSearch(answer: PatientSearchAnswer, { body }: { body: PatientSearch }, act: Act): AuditFact {
  const parsed = readText(act, body)
  const query = queryOf(parsed)
  const typed = query ? typedIdentifiers(query) : []
  return {
    event: 'patient.searched',
    detail: {
      termsHash: act.app.secrets.hmac('hash', 'search', query ? JSON.stringify(query) : parsed.kind),
      terms: query ? query.names.length + typed.filter((kind) => kind !== 'name').length : 0,
      hits: answer.total ?? answer.rows.length,
      ids: answer.rows.map((row) => row.id),
      kinds: query ? typed.join(',') : parsed.kind,
    },
  }
}

/** What was typed; of a scan name and birth date as they would be typed. */
function textOf(parsed: ParsedQuery, body: PatientSearch): string {
  if (parsed.kind !== 'scan') return body.text
  return parsed.scan.kind === 'licence' ? `${parsed.scan.family} ${parsed.scan.given.split(' ')[0] ?? ''} ${parsed.scan.birthDate}` : ''
}

/** What was read of a request's text, for the search and then for its event. */
const read = new WeakMap<PatientSearch, ParsedQuery>()

function readText(act: Act, body: PatientSearch): ParsedQuery {
  const known = read.get(body)
  if (known) return known
  const today = localDateOf(act.at, act.app.config.practiceTimeZone)
  const parsed = parseQuery(body.text, { today, order: act.language === 'es' ? 'day-first' : 'month-first' })
  read.set(body, parsed)
  return parsed
}

/** Of a scan only what is looked for: name and birth date of a licence, the number of a label. The rest goes no further. */
function queryOf(parsed: ParsedQuery): LookupQuery | null {
  if (parsed.kind === 'search') return parsed
  return parsed.kind === 'scan' ? queryOfScan(parsed.scan) : null
}
