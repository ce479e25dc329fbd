import { aliasedTable, and, eq, exists, isNull, ne, or, sql, type Column, type SQL } from 'drizzle-orm'
import { cellFor } from '#domain/actions.ts'
import type { PatientRow } from '#domain/contracts/patients.ts'
import { bestStanding } from '#domain/patients/portal-standing.ts'
import { refusalOf } from '#domain/reasons.ts'
import { nextActionFor, type TodayFacts } from '#domain/today.ts'
import { keysJson } from '#db/keys-json.ts'
import { hot, type Reader } from '#db/store.ts'
import type { Act } from '#server/http/act.ts'

type Facts = Pick<TodayFacts, 'standing' | 'declined' | 'hasEmail' | 'hasPhone' | 'sharesEmail'>
type Row = { id: string; states: string | null; declines: number; emails: number; phones: number; shared: number }

/** What the next step with each of these people depends on, for a whole page at once, each part by an index of one person. */
const enrollmentFacts = hot<Row[]>('enrollment_facts', (db, t) => {
  const { patients: p, patientContacts: c, portalAccounts: a, enrollmentDeclines: n, householdLinks: h } = t
  const o = aliasedTable(c, 'o')
  const q = aliasedTable(p, 'q')
  const count = (query: { getSQL: () => SQL }) => sql<number>`(${query})`
  const contacts = (kind: string) => db.select({ n: sql`count(*)` }).from(c).where(and(eq(c.patientId, p.id), isKind(c.kind, kind), isNull(c.retiredAt)))
  const kin = db.select({ one: sql`1` }).from(h).where(or(and(eq(h.patientId, p.id), eq(h.relatedPatientId, o.patientId)), and(eq(h.relatedPatientId, p.id), eq(h.patientId, o.patientId))))
  // A relative whose chart is closed leaves no trace in a list (AZ-02); enrolling itself looks at all of them.
  const open = db.select({ one: sql`1` }).from(q).where(and(eq(q.id, o.patientId), eq(q.restricted, false)))
  const readers = db.select({ one: sql`1` }).from(o).where(and(eq(o.reachKey, c.reachKey), isNull(o.retiredAt), ne(o.patientId, p.id), exists(open), exists(kin)))
  const shared = db.select({ n: sql`count(*)` }).from(c)
    .where(and(eq(c.patientId, p.id), isKind(c.kind, 'email'), isNull(c.retiredAt), ne(c.reachKey, ''), exists(readers)))
  return db.select({
    id: p.id, states: sql<string | null>`(${db.select({ states: sql<string>`string_agg(${a.state}, ',')` }).from(a).where(eq(a.patientId, p.id))})`,
    declines: count(db.select({ n: sql`count(*)` }).from(n).where(and(eq(n.patientId, p.id), isNull(n.endedAt)))),
    emails: count(contacts('email')), phones: count(contacts('phone')), shared: count(shared),
  }).from(sql`json_each(${sql.placeholder('ids')}) as listed`).crossJoin(p).where(sql`${p.id} = listed.key`)
})

/** Accounts, contacts on file, addresses shared in the household, and whether they said no: what look-up and day list ask alike. */
export async function enrollmentFactsOf(db: Reader, patientIds: readonly string[]): Promise<(patientId: string) => Facts> {
  const ids = [...new Set(patientIds)]
  const rows = ids.length === 0 ? [] : await db.hot(enrollmentFacts, { ids: keysJson(ids) })
  const known = new Map(rows.map((row): [string, Facts] => [row.id, {
    standing: bestStanding(row.states?.split(',') ?? []), declined: Number(row.declines) > 0, hasEmail: Number(row.emails) > 0, hasPhone: Number(row.phones) > 0,
    sharesEmail: Number(row.emails) > 0 && Number(row.shared) === Number(row.emails),
  }]))
  return (id) => known.get(id) ?? { standing: 'none', declined: false, hasEmail: false, hasPhone: false, sharesEmail: false }
}

/** The one button of a row: what policy says, as far as this person's role may do it; whoever enrolls nobody opens the record. */
export function nextActionShown(facts: TodayFacts, act: Act): PatientRow['nextAction'] {
  const next = nextActionFor(facts)
  if (next.act === 'why-not') return { act: next.act, ...refusalOf(next.refusal.code, act.language, next.refusal.facts) }
  if (cellFor('patient.enroll', act.actor.roles) === '-') return { act: 'open' }
  return next.act === 'enroll' ? { act: next.act, missing: [...next.missing] } : next
}

/** No index is to be chosen for the kind: there are a few rows of one person, and half a table of one kind. */
function isKind(column: Column, kind: string): SQL {
  return sql`(${column} || '') = ${kind}`
}
