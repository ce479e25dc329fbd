import { asc, eq, sql } from 'drizzle-orm'
import type { SavedMapping } from '#domain/contracts/feeds.ts'
import { rosterMappingSchema, type RosterMapping } from '#domain/rosters/mapping.ts'
import { isoOf } from '#domain/time.ts'
import type { Reader, Writer } from '#db/store.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'

const MOST = 200

/** Keeps a mapping under a name, in place of the one that had it. */
export async function saveMapping(w: Writer, act: Pick<Act, 'app' | 'actor' | 'at'>, name: string, mapping: RosterMapping): Promise<void> {
  const { importMappings: m } = w.t
  await w.insert(m).values({ id: act.app.random.id(), name, mapping: JSON.stringify(mapping), savedBy: act.actor.id, savedAt: act.at })
    .onConflictDoUpdate({ target: [m.name], set: { mapping: sql`excluded.mapping`, savedBy: act.actor.id, savedAt: act.at, version: sql`${m.version} + 1` } })
}

/** The saved mappings by name. One that an older version kept in another form is left out. */
export async function savedMappings(db: Reader): Promise<SavedMapping[]> {
  const rows = await db.select().from(db.t.importMappings).orderBy(asc(db.t.importMappings.name)).limit(MOST)
  return rows.flatMap((row) => {
    const mapping = rosterMappingSchema.safeParse(JSON.parse(row.mapping))
    return mapping.success ? [{ id: row.id, name: row.name, mapping: mapping.data, savedAt: isoOf(row.savedAt) }] : []
  })
}

export async function mappingNamed(db: Reader, name: string): Promise<RosterMapping | null> {
  const [row] = await db.select().from(db.t.importMappings).where(eq(db.t.importMappings.name, name)).limit(1)
  const mapping = row ? rosterMappingSchema.safeParse(JSON.parse(row.mapping)) : null
  return mapping?.success ? mapping.data : null
}

export async function listMappings(db: Reader): Promise<Outcome<SavedMapping[]>> {
  return done(await savedMappings(db))
}
