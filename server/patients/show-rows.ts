import { and, eq, isNull, sql, type Column, type SQL } from 'drizzle-orm'
import { ageOn } from '#domain/birthdays.ts'
import type { MatchedKind, PatientRow } from '#domain/contracts/patients.ts'
import { displayName, type NameParts } from '#domain/names.ts'
import { tailKey } from '#domain/search-keys.ts'
import { localDateOf, type Instant, type PlainDate, type TimeZone } from '#domain/time.ts'
import { keysJson } from '#db/keys-json.ts'
import { hot, type Reader } from '#db/store.ts'
import type { Act } from '#server/http/act.ts'
import { enrollmentFactsOf, nextActionShown } from '#server/patients/enrollment-facts.ts'
import { lookAlikesOf } from '#server/patients/find-look-alikes.ts'
import { mrnTail } from '#server/patients/mask.ts'
import { portalsHere } from '#server/patients/show-portals.ts'

type ToShow = { patient: { id: string }; matched: MatchedKind[] }
type Shown = Required<NameParts> & {
  id: string; birthDate: string; deceased: boolean; siteName: string | null; timeZone: string | null; jurisdiction: string | null
  mrn: string | null; phoneKey: string | null
}

/** All that a row takes beside the name, for every row of a page at once. */
const rowsToShow = hot<Shown[]>('rows_to_show', (db, t) => {
  const { patients: p, patientIdentifiers: i, patientContacts: c, sites: s } = t
  const numbers = db.select({ value: sql<string>`min(${i.value})` }).from(i).where(and(eq(i.patientId, p.id), isKind(i.kind, 'mrn')))
  const phones = db.select({ key: sql<string>`min(${c.searchKey})` }).from(c).where(and(eq(c.patientId, p.id), isKind(c.kind, 'phone'), isNull(c.retiredAt)))
  return db.select({
    id: p.id, legalFamily: p.legalFamily, legalGiven: p.legalGiven, usedFamily: p.usedFamily, usedGiven: p.usedGiven, birthDate: p.birthDate, deceased: p.deceased, siteName: s.name, timeZone: s.timeZone, jurisdiction: s.jurisdiction,
    mrn: sql<string | null>`(${numbers})`, phoneKey: sql<string | null>`(${phones})`,
  }).from(sql`json_each(${sql.placeholder('ids')}) as listed`).crossJoin(p).leftJoin(s, eq(s.id, p.siteId)).where(sql`${p.id} = listed.key`)
})

/** The rows of a list: the least that tells two people apart, numbers by their ends only (PH-04), with one next action. */
export async function showRows(db: Reader, act: Act, people: readonly ToShow[]): Promise<PatientRow[]> {
  if (people.length === 0) return []
  const ids = people.map((one) => one.patient.id)
  const shown = new Map((await db.hot(rowsToShow, { ids: keysJson(ids) })).map((row) => [row.id, row]))
  const alike = await lookAlikesOf(db, ids, { actorId: act.actor.id, at: act.at })
  const portals = await portalsHere(db, act.at)
  const factsOf = await enrollmentFactsOf(db, ids)
  const todayIn = calendarAt(act.at)
  return people.flatMap(({ patient, matched }) => {
    const row = shown.get(patient.id)
    if (!row) return []
    const age = ageOn(row.birthDate, todayIn(row.timeZone ?? act.app.config.practiceTimeZone))
    const facts = { ...factsOf(patient.id), deceased: row.deceased, age, portals: portals(row.jurisdiction) }
    const [twin] = alike.get(patient.id) ?? []
    return [{
      id: patient.id, name: displayName(row), birthDate: row.birthDate, age,
      mrnTail: mrnTail(row.mrn ?? undefined), phoneTail: row.phoneKey === null ? null : tailKey(row.phoneKey.slice(0, 2)),
      siteName: row.siteName, portalState: facts.standing, matched,
      lookAlike: twin !== undefined, lookAlikeHow: twin?.how ?? null,
      nextAction: nextActionShown(facts, act),
    }]
  })
}

/** The date in each time zone at one instant; reading a calendar costs more than a row. */
function calendarAt(at: Instant): (zone: TimeZone) => PlainDate {
  const known = new Map<TimeZone, PlainDate>()
  return (zone) => {
    const today = known.get(zone) ?? localDateOf(at, zone)
    known.set(zone, today)
    return today
  }
}

/** No index is to be chosen for the kind: there are a few rows of one person, and half a table of one kind. */
function isKind(column: Column, kind: string): SQL {
  return sql`(${column} || '') = ${kind}`
}
