import { DAY, isoOf, type Instant } from '#domain/time.ts'
import { nameRecordItem } from '#db/record-items.ts'
import type { Writer } from '#db/store.ts'
import { stableId } from '#seed/stable.ts'

type Told = { kind: 'note' | 'diagnosis' | 'medication'; name: string; days: number; unshared?: string }
/** What stands in charts of the demo, in turns. Made up. */
const charts: readonly (readonly Told[])[] = [
  [
    { kind: 'note', name: 'Office visit: blood pressure, home readings reviewed', days: 12 }, { kind: 'note', name: 'Telephone note: talk about safety at home', days: 5, unshared: 'Somebody else reads her mail; she asked for it.' },
    { kind: 'diagnosis', name: 'Essential hypertension', days: 900 }, { kind: 'diagnosis', name: 'Mixed hyperlipidemia', days: 410 },
    { kind: 'medication', name: 'Lisinopril 10 mg, one tablet in the morning', days: 380 }, { kind: 'medication', name: 'Atorvastatin 20 mg, one tablet in the evening', days: 380 },
  ],
  [
    { kind: 'note', name: 'Annual visit: prevention, vaccines, sleep', days: 40 }, { kind: 'diagnosis', name: 'Seasonal allergic rhinitis', days: 1200 },
    { kind: 'diagnosis', name: 'Generalized anxiety disorder', days: 60, unshared: 'To be talked through at the next visit first.' }, { kind: 'medication', name: 'Cetirizine 10 mg, as needed', days: 200 },
  ],
  [
    { kind: 'note', name: 'Office visit: knee pain after a fall', days: 21 }, { kind: 'note', name: 'Follow-up: physical therapy, week four', days: 3 }, { kind: 'diagnosis', name: 'Type 2 diabetes mellitus without complications', days: 1500 },
    { kind: 'medication', name: 'Metformin 500 mg, two tablets with supper', days: 1450 }, { kind: 'medication', name: 'Ibuprofen 400 mg, as needed, at most ten days', days: 21 },
  ],
]

const childrensCharts: typeof charts = [[
  { kind: 'note', name: 'Well-child visit: growth, vaccines, school', days: 70 }, { kind: 'note', name: 'Telephone note: fever for two days', days: 15 }, { kind: 'diagnosis', name: 'Acute otitis media', days: 90 },
  { kind: 'diagnosis', name: 'Atopic dermatitis', days: 500 }, { kind: 'medication', name: 'Hydrocortisone 1 % cream, as needed', days: 90 },
]]

type One = { patientId: string; practitionerId: string; place: number; isAdult: boolean; by: string }

/** Notes, diagnoses and medications of one patient; now and then one that its author does not share, with the reason (R67). */
export async function writeSharedItems(w: Writer, { patientId, practitionerId, place, isAdult, by }: One, at: Instant): Promise<void> {
  const { sharedItems, sharingActs } = w.t
  const some = isAdult ? charts : childrensCharts
  for (const { kind, name, days, unshared } of some[place % some.length] ?? []) {
    const id = stableId('demo item', patientId, name)
    const authoredAt = at - days * DAY
    const acquiredOn = isoOf(authoredAt).slice(0, 10)
    await w.insert(sharedItems).values({
      id, patientId, kind, name, practitionerId, authoredAt, acquiredOn, shared: unshared === undefined, source: 'seed', sourceId: id, sourceHash: 'demo', arrivedAt: authoredAt,
    }).onConflictDoNothing()
    await nameRecordItem(w, { id, patientId, category: kind, acquiredOn, confidentialTo: [], source: 'shared-items', sourceId: id })
    if (unshared !== undefined) await w.insert(sharingActs).values({ id: stableId('demo sharing', id), itemId: id, shared: false, reason: unshared, by, at: authoredAt + DAY / 24, place: 1 }).onConflictDoNothing()
  }
}
