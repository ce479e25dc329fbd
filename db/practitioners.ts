import { sql } from 'drizzle-orm'
import type { PractitionerFacts } from '#domain/feeds/facts.ts'
import { foldName } from '#domain/names.ts'
import type { Instant } from '#domain/time.ts'
import type { NewId } from '#db/new-id.ts'
import { matchByNpi } from '#db/relations.ts'
import type { Writer } from '#db/store.ts'

export type PractitionerToKeep = { facts: PractitionerFacts; specialty: string | null; siteId: string | null }

/** Writes practitioners by (source, source id), then matches them with staff by NPI. Whom a person once matched stays matched. */
export async function upsertPractitioners(w: Writer, people: readonly PractitionerToKeep[], newId: NewId, at: Instant): Promise<void> {
  if (people.length === 0) return
  const { practitioners } = w.t
  await w.insert(practitioners).values(people.map(({ facts, specialty, siteId }) => ({
    id: newId('practitioner', facts.source, facts.sourceId), npi: facts.npi, name: facts.name, nameKey: foldName(facts.name),
    specialty, siteId, source: facts.source, sourceId: facts.sourceId,
  }))).onConflictDoUpdate({
    target: [practitioners.source, practitioners.sourceId],
    set: {
      npi: sql`excluded.npi`, name: sql`excluded.name`, nameKey: sql`excluded.name_key`, specialty: sql`excluded.specialty`,
      siteId: sql`excluded.site_id`,
    },
  })
  await matchByNpi(w, { npis: people.flatMap(({ facts }) => facts.npi ?? []) }, at)
}
