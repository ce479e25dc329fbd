import type { Store } from '#db/store.ts'
import { localDateOf, type Instant } from '#domain/time.ts'
import type { PractitionerToKeep } from '#db/practitioners.ts'
import { appointmentsOf } from '#seed/demo/appointments.ts'
import { demoSites } from '#seed/demo/demo-sites.ts'
import type { DemoPatient } from '#seed/demo/dress.ts'
import { careTeamsOf, carersIn, coversOf, declinesOf, ordersOf } from '#seed/demo/relations.ts'
import { inSlices } from '#seed/slices.ts'

/** Writes who comes today and this week, who looks after whom, who stands in, and who said no. Running it again changes nothing. */
export async function writeDay(store: Store, patients: readonly DemoPatient[], practitioners: readonly PractitionerToKeep[], at: Instant): Promise<void> {
  const carersAt = carersIn(practitioners)
  const zones = new Map(demoSites.map((one) => [one.id, one.timeZone]))
  await inSlices(store, appointmentsOf(patients, carersAt, at), async (w, rows) => {
    await w.insert(w.t.appointments).values([...rows]).onConflictDoNothing()
    await w.insert(w.t.recordItems).values(rows.map((row) => ({
      id: row.id, patientId: row.patientId, category: 'appointment', acquiredOn: localDateOf(row.startAt, zones.get(row.siteId) ?? 'America/New_York'), source: 'appointments', sourceId: row.id,
    }))).onConflictDoNothing()
  })
  await inSlices(store, careTeamsOf(patients, carersAt, at), async (w, rows) => void await w.insert(w.t.careTeamMembers).values([...rows]).onConflictDoNothing())
  await inSlices(store, ordersOf(patients, carersAt, at), async (w, rows) => void await w.insert(w.t.orders).values([...rows]).onConflictDoNothing())
  await inSlices(store, declinesOf(patients, at), async (w, rows) => void await w.insert(w.t.enrollmentDeclines).values([...rows]).onConflictDoNothing())
  await inSlices(store, coversOf(at), async (w, rows) => void await w.insert(w.t.covers).values([...rows]).onConflictDoNothing())
}
