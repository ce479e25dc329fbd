import type { TimeZone } from '#domain/time.ts'
import type { Writer } from '#db/store.ts'

/** A site as a seed describes it. */
export type SeedSite = {
  id: string
  name: string
  timeZone: TimeZone
  /** Two-letter state. */
  jurisdiction: 'NY' | 'NJ' | 'CA'
  phone: string | null
  source: string
}

/** The clock of each state that the seeded practices have sites in. */
export const zoneOfState = { NY: 'America/New_York', NJ: 'America/New_York', CA: 'America/Los_Angeles' } as const

/** Writes sites. Running it again changes nothing. */
export async function writeSites(w: Writer, sites: readonly SeedSite[]): Promise<void> {
  await w.insert(w.t.sites).values([...sites]).onConflictDoNothing()
}
