import { and, eq, gt } from 'drizzle-orm'
import type { Announcement } from '#db/store.ts'
import type { App } from '#server/app.ts'

/**
 * Who hears that something has changed: of a restricted chart only whoever holds it open, so that not even its stirring
 * is a trace (AZ-02); of a broken glass only the privacy officer whom the event names (AZ-08); of all else everybody.
 */
export async function hearersOf({ store, clock }: App, { topic, id }: Announcement): Promise<ReadonlySet<string> | 'everybody'> {
  if (topic === 'break-glass') return new Set([id])
  if (topic !== 'patients') return 'everybody'
  const { patients, breakGlass } = store.read.t
  const [chart] = await store.read.select({ restricted: patients.restricted }).from(patients).where(eq(patients.id, id))
  if (!chart?.restricted) return 'everybody'
  const holders = await store.read.select({ staffId: breakGlass.staffId }).from(breakGlass).where(and(eq(breakGlass.patientId, id), gt(breakGlass.endsAt, clock.now())))
  return new Set(holders.map((one) => one.staffId))
}
