import { and, asc, eq, inArray, isNull, ne } from 'drizzle-orm'
import { means } from '#domain/access/blocks.ts'
import type { ServiceLine } from '#domain/access/bases.ts'
import type { AccessFacts, Areas, BasisDocument, ConsentFacts, GrantFacts, LegalStatusFacts, OwnAccount } from '#domain/access/facts.ts'
import type { ItemCategory } from '#domain/access/items.ts'
import { startOfLocalDay } from '#domain/time.ts'
import { blocksOf } from '#db/access-blocks.ts'
import { portalRules } from '#db/portal-rules.ts'
import type { StoredPortal } from '#db/portals.ts'
import { knownPersons, type KnownPerson } from '#db/proxy-persons.ts'
import type { Reader } from '#db/store.ts'

export type GrantRow = Reader['t']['proxyGrants']['$inferSelect']
export type GrantEventRow = Reader['t']['proxyGrantEvents']['$inferSelect']
export type DocumentRow = Reader['t']['proxyDocuments']['$inferSelect']
export type LegalStatusRow = Reader['t']['legalStatuses']['$inferSelect']
type ChartRow = Reader['t']['patients']['$inferSelect']

/** Everything that is stored about access to one record: rows for screens, and the facts of each portal for the engine. */
export type RecordAccess = {
  chart: ChartRow
  grants: GrantRow[]
  eventsOf: (grantId: string) => GrantEventRow[]
  documentsOf: (grantId: string) => DocumentRow[]
  persons: Map<string, KnownPerson>
  legalStatuses: LegalStatusRow[]
  portals: StoredPortal[]
  /** The facts of one portal. Empty rules where there is no such portal: nothing is open. */
  factsOf: (portalId: string) => AccessFacts
}

/** Reads what decides access to these records, a fixed number of questions for all of them together. */
export async function accessOf(db: Reader, patientIds: readonly string[]): Promise<Map<string, RecordAccess>> {
  const { t } = db
  const ids = [...new Set(patientIds)]
  if (ids.length === 0) return new Map()
  const charts = await db.select().from(t.patients).where(inArray(t.patients.id, ids))
  const grants = await db.select().from(t.proxyGrants).where(inArray(t.proxyGrants.patientId, ids)).orderBy(asc(t.proxyGrants.createdAt), asc(t.proxyGrants.id))
  const grantIds = grants.map((one) => one.id)
  const events = grantIds.length === 0 ? [] : await db.select().from(t.proxyGrantEvents).where(inArray(t.proxyGrantEvents.grantId, grantIds)).orderBy(asc(t.proxyGrantEvents.place))
  const documents = grantIds.length === 0 ? [] : await db.select().from(t.proxyDocuments).where(inArray(t.proxyDocuments.grantId, grantIds)).orderBy(asc(t.proxyDocuments.seenAt), asc(t.proxyDocuments.id))
  const accounts = await db.select().from(t.portalAccounts).where(inArray(t.portalAccounts.patientId, ids))
  const statuses = await db.select().from(t.legalStatuses).where(inArray(t.legalStatuses.patientId, ids)).orderBy(asc(t.legalStatuses.fromOn), asc(t.legalStatuses.id))
  const consents = await db.select().from(t.minorConsents).where(inArray(t.minorConsents.patientId, ids))
  const deaths = await db.select({ patientId: t.deathRecords.patientId, at: t.deathRecords.recordedAt }).from(t.deathRecords)
    .where(and(inArray(t.deathRecords.patientId, ids), isNull(t.deathRecords.undoneAt)))
  const marked = await db.selectDistinct({ patientId: t.recordItems.patientId, category: t.recordItems.category }).from(t.recordItems)
    .where(and(inArray(t.recordItems.patientId, ids), ne(t.recordItems.confidentialTo, '')))
  const blocks = await blocksOf(db, ids)
  const persons = await knownPersons(db, grants.map((one) => one.personId))
  const portals = await portalRules(db)
  const eventsByGrant = Map.groupBy(events, (one) => one.grantId)
  const documentsByGrant = Map.groupBy(documents, (one) => one.grantId)
  const eventsOf = (id: string) => eventsByGrant.get(id) ?? []
  const documentsOf = (id: string) => documentsByGrant.get(id) ?? []

  return new Map(charts.map((chart) => {
    const theirs = grants.filter((one) => one.patientId === chart.id)
    const legalStatuses = statuses.filter((one) => one.patientId === chart.id)
    const factsOf = (portalId: string): AccessFacts => {
      const versions = portals.find((portal) => portal.id === portalId)?.versions.map(({ policy }) => policy) ?? []
      const onPortal = theirs.filter((one) => one.portalId === portalId)
      const account = accounts.find((one) => one.patientId === chart.id && one.portalId === portalId)
      const zone = versions.at(-1)?.timeZone ?? 'UTC'
      const death = !chart.deceased ? null : {
        fromAt: chart.deceasedOn === null ? deaths.find((one) => one.patientId === chart.id)?.at ?? 0 : startOfLocalDay(chart.deceasedOn, zone), on: chart.deceasedOn,
      }
      return {
        birthDate: chart.birthDate, death, versions, ownAccount: accountOf(account),
        grants: onPortal.map((one) => grantFacts(one, eventsOf(one.id), documentsOf(one.id))),
        legalStatuses: legalStatuses.map(statusFacts),
        consents: consents.filter((one) => one.patientId === chart.id).map((one): ConsentFacts => ({
          personId: one.personId, serviceLine: one.serviceLine as ServiceLine, givenAt: one.givenAt, withdrawnAt: one.withdrawnAt,
        })),
        blocked: (blocks.get(chart.id) ?? []).flatMap((block) => [...new Set(onPortal.map((one) => one.personId))].flatMap((personId) => {
          const person = persons.get(personId)
          return person && means(block, person) ? [{ personId, fromAt: block.fromAt, liftedAt: block.liftedAt }] : []
        })),
        markedCategories: marked.filter((one) => one.patientId === chart.id).map((one) => one.category as ItemCategory),
      }
    }
    return [chart.id, { chart, grants: theirs, eventsOf, documentsOf, persons, legalStatuses, portals, factsOf }]
  }))
}

/** As `accessOf`, for one record that is known to be there. */
export async function accessOfOne(db: Reader, patientId: string): Promise<RecordAccess> {
  const found = (await accessOf(db, [patientId])).get(patientId)
  if (!found) throw new Error('no such record')
  return found
}

/** The facts of one legal status. */
export function statusFacts(row: LegalStatusRow): LegalStatusFacts {
  return {
    kind: row.kind as LegalStatusFacts['kind'], fromOn: row.fromOn, untilOn: row.untilOn, endedAt: row.endedAt, formerPersonIds: formerPersonsOf(formerFamilyOf(row)),
  }
}

/** Who is meant by an adoption. Where somebody is named by a household link alone it is not everybody: a link stands among them as a proxy who is none. */
export function formerPersonsOf({ personIds, linkIds }: { personIds: readonly string[]; linkIds: readonly string[] }): string[] {
  return [...personIds, ...linkIds]
}

/** Of an adoption: persons and household links of the family before. */
export function formerFamilyOf(row: Pick<LegalStatusRow, 'formerFamily'>): { personIds: string[]; linkIds: string[] } {
  return row.formerFamily === null ? { personIds: [], linkIds: [] } : JSON.parse(row.formerFamily) as { personIds: string[]; linkIds: string[] }
}

function grantFacts(row: GrantRow, events: readonly GrantEventRow[], documents: readonly DocumentRow[]): GrantFacts {
  return {
    id: row.id, personId: row.personId, relationship: row.relationship as GrantFacts['relationship'], basis: row.basis as GrantFacts['basis'], levelId: row.levelId,
    areas: row.areas === null ? null : JSON.parse(row.areas) as Areas, startOn: row.startOn, endOn: row.endOn, reviewOn: row.reviewOn,
    timeline: events.map((one) => ({ at: one.at, state: one.state as GrantFacts['timeline'][number]['state'], cause: one.cause as GrantFacts['timeline'][number]['cause'] })),
    documents: documents.map((one): BasisDocument => ({ kind: one.kind as BasisDocument['kind'], expiresOn: one.expiresOn, seenAt: one.seenAt, retiredAt: one.retiredAt })),
  }
}

function accountOf(row: { state: string; sinceAt: number } | undefined): OwnAccount {
  if (row?.state === 'active' || row?.state === 'legacy-only') return { state: 'active', sinceAt: row.sinceAt }
  return row?.state === 'suspended' ? { state: 'suspended', sinceAt: row.sinceAt } : { state: 'none', sinceAt: row?.sinceAt ?? 0 }
}

/** Whether a patient is the parent of a child by a recorded legal status that holds on a day (R33). */
export async function isMinorParent(db: Reader, patientId: string, on: string): Promise<boolean> {
  const { legalStatuses: s } = db.t
  const rows = await db.select().from(s).where(and(eq(s.patientId, patientId), eq(s.kind, 'minor-parent'), isNull(s.endedAt)))
  return rows.some((row) => row.fromOn <= on && (row.untilOn === null || on <= row.untilOn))
}
