import { and, asc, desc, eq, inArray, isNotNull, isNull, lte, notInArray } from 'drizzle-orm'
import type { z } from 'zod'
import type { Basis, DocumentKind } from '#domain/access/bases.ts'
import type { DocumentReviewLine } from '#domain/contracts/proxy-access.ts'
import { displayName } from '#domain/names.ts'
import { addDays, DAY, localDateOf } from '#domain/time.ts'
import { portalRules } from '#db/portal-rules.ts'
import { knownPersons } from '#db/proxy-persons.ts'
import type { Reader } from '#db/store.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'
import { listQuery, pageOf } from '#server/http/list.ts'
import { mayKnowOf } from '#server/patients/patients.ts'
import { hiddenGrantIds } from '#server/proxy-access/hidden.ts'

/** A document is on the list so many days before its last one. */
const AHEAD_DAYS = 60

export const documentsQuery = listQuery(['expiresOn'], ['expiresOn', 'ASC'], {})

/** Documents of open access that end soon or have ended, the earliest end first. */
export async function listDocuments(db: Reader, act: Act, { sort, range }: z.infer<typeof documentsQuery>): Promise<Outcome<DocumentReviewLine[]>> {
  const { proxyDocuments: d, proxyGrants: g, patients } = db.t
  const today = localDateOf(act.at, act.app.config.practiceTimeZone)
  const where = and(
    isNull(d.retiredAt), isNotNull(d.expiresOn), lte(d.expiresOn, addDays(today, AHEAD_DAYS)), inArray(g.state, ['pending', 'active', 'suspended']),
    notInArray(g.id, await hiddenGrantIds(db, act.actor)), mayKnowOf(db, act.actor, act.at),
  )
  const joined = () => db.select({ document: d, grant: g, chart: patients }).from(d).innerJoin(g, eq(g.id, d.grantId)).innerJoin(patients, eq(patients.id, g.patientId)).where(where)
  const [from, to] = range
  const direction = sort[1] === 'ASC' ? asc : desc
  const rows = await joined().orderBy(direction(d.expiresOn), direction(d.id)).limit(to - from + 1).offset(from)
  const counted = await db.select({ id: d.id }).from(d).innerJoin(g, eq(g.id, d.grantId)).innerJoin(patients, eq(patients.id, g.patientId)).where(where).limit(10_000)
  const persons = await knownPersons(db, rows.map(({ grant }) => grant.personId))
  const portals = await portalRules(db)
  return done(pageOf(rows.map(({ document, grant, chart }): DocumentReviewLine => {
    const expiresOn = document.expiresOn ?? today
    return {
      id: document.id, grantId: grant.id, version: grant.version, patientId: grant.patientId, patientName: displayName(chart), birthDate: chart.birthDate,
      personName: persons.get(grant.personId)?.name ?? '', portalName: portals.find((one) => one.id === grant.portalId)?.name ?? grant.portalId, basis: grant.basis as Basis,
      kind: document.kind as DocumentKind, expiresOn, daysLeft: daysBetween(today, expiresOn), expired: expiresOn < today,
    }
  }), from, counted.length))
}

/** Calendar days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY)
}
