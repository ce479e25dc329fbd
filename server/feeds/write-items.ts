import type { ReasonFacts } from '#domain/decision.ts'
import type { ReasonCode } from '#domain/reasons.ts'
import type { Instant } from '#domain/time.ts'
import { keepAppointments } from '#db/appointments.ts'
import { keepRelatedPeople } from '#db/feed-household.ts'
import { keepPractitionerRoles, keepPractitioners } from '#db/feed-practitioners.ts'
import { keepDiagnosticReports, keepLabOrders, keepObservations, keepSharedItems } from '#db/feed-results.ts'
import { keepRecordItems } from '#db/record-items.ts'
import type { Kept } from '#db/kept.ts'
import type { NewId } from '#db/new-id.ts'
import { keepCommunications } from '#db/messages/feed.ts'
import { keepPatients } from '#db/patients.ts'
import { keepPlaces } from '#db/places.ts'
import type { Writer } from '#db/store.ts'
import type { FeedItem, FeedRow } from '#server/feeds/items.ts'

export type WriteHow = { source: string; siteId: string; at: Instant; newId: NewId }

/** What became of an item. */
export type Written = { item: FeedItem } & (
  | { outcome: 'created' | 'changed' | 'unchanged'; id: string }
  | { outcome: 'refused'; of: string; code: ReasonCode; facts: ReasonFacts }
)

/** Writes items in their order, those of one kind together; a second row of the same thing waits for the first. */
export async function writeItems(w: Writer, items: readonly FeedItem[], how: WriteHow): Promise<Written[]> {
  const written: Written[] = []
  for (const run of runsOf(items)) {
    const kept = await keepRun(w, run, how)
    for (const [at, item] of run.entries()) written.push(writtenOf(item, kept[at]))
  }
  return written
}

function writtenOf(item: FeedItem, kept: Kept | undefined): Written {
  const { row } = item
  if (row.kind === 'refused') return { item, outcome: 'refused', of: row.of, code: row.code, facts: row.facts }
  if (!kept) throw new Error(`nothing became of a ${row.kind}`)
  if (kept.outcome === 'refused') return { item, outcome: 'refused', of: row.kind, code: kept.code, facts: {} }
  return { item, outcome: kept.outcome, id: kept.id }
}

/** Stretches of one kind in which nothing occurs twice. */
function* runsOf(items: readonly FeedItem[]): Generator<FeedItem[]> {
  let run: FeedItem[] = []
  let keys = new Set<string>()
  for (const item of items) {
    const key = keyOf(item.row)
    if (run.length > 0 && (run[0]?.row.kind !== item.row.kind || (key !== null && keys.has(key)))) {
      yield run
      run = []
      keys = new Set()
    }
    if (key !== null) keys.add(key)
    run.push(item)
  }
  if (run.length > 0) yield run
}

function keyOf(row: FeedRow): string | null {
  if (row.kind === 'refused') return null
  if (row.kind === 'Patient') return row.patient.sourceId
  if (row.kind === 'PractitionerRole') return null
  return row.facts.sourceId
}

async function keepRun(w: Writer, run: readonly FeedItem[], how: WriteHow): Promise<readonly Kept[]> {
  const of = <Kind extends FeedRow['kind']>(kind: Kind): Extract<FeedRow, { kind: Kind }>[] =>
    run.flatMap(({ row }) => (row.kind === kind ? [row as Extract<FeedRow, { kind: Kind }>] : []))
  const kind = run[0]?.row.kind
  switch (kind) {
    case 'Patient': return keepPatients(w, of(kind).map((row) => row.patient), how)
    case 'RelatedPerson': return keepRelatedPeople(w, of(kind).map((row) => row.facts), how.newId)
    case 'Practitioner': return keepPractitioners(w, of(kind).map((row) => row.facts), how.newId, how.at)
    case 'PractitionerRole': return keepPractitionerRoles(w, how.source, of(kind).map((row) => row.facts), how.at)
    case 'Organization': return keepPlaces(w, of(kind).map(({ facts }) => ({ kind: 'organization' as const, facts })), how)
    case 'Location': return keepPlaces(w, of(kind).map(({ facts }) => ({ kind: 'location' as const, facts })), how)
    case 'Communication': return keepCommunications(w, of(kind).map((row) => row.facts), how)
    case 'Appointment': return keepAppointments(w, of(kind).map((row) => row.facts), how)
    case 'ServiceRequest': return keepLabOrders(w, of(kind).map((row) => row.facts), how)
    case 'Observation': return keepObservations(w, of(kind).map((row) => row.facts), how)
    case 'DiagnosticReport': return keepDiagnosticReports(w, of(kind).map((row) => row.facts), how)
    case 'RecordItem': return keepRecordItems(w, of(kind).map((row) => row.facts), how)
    case 'SharedItem': return keepSharedItems(w, of(kind).map((row) => row.facts), how)
    case 'refused': case undefined: return []
    default: return kind satisfies never
  }
}
