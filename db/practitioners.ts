import { sql } from 'drizzle-orm'
import type { PractitionerFacts } from '#domain/feeds/facts.ts'
import { foldName } from '#domain/names.ts'
import type { NewId } from '#db/new-id.ts'
import type { Writer } from '#db/store.ts'

export type PractitionerToKeep = { facts: PractitionerFacts; specialty: string | null; siteId: string | null; staffId?: string | null }

/** Writes practitioners by (source, source id). Whom a person once matched with a member of staff stays matched. */
export async function upsertPractitioners(w: Writer, people: readonly PractitionerToKeep[], newId: NewId): Promise<void> {
  if (people.length === 0) return
  const { practitioners } = w.t
  await w.insert(practitioners).values(people.map(({ facts, specialty, siteId, staffId }) => ({
    id: newId('practitioner', facts.source, facts.sourceId), npi: facts.npi, name: facts.name, nameKey: foldName(facts.name),
    specialty, siteId, staffId: staffId ?? null, source: facts.source, sourceId: facts.sourceId,
  }))).onConflictDoUpdate({
    target: [practitioners.source, practitioners.sourceId],
    set: {
      npi: sql`excluded.npi`, name: sql`excluded.name`, nameKey: sql`excluded.name_key`, specialty: sql`excluded.specialty`,
      siteId: sql`excluded.site_id`,
    },
  })
}
