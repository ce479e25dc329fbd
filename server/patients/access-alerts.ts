import { and, eq, inArray } from 'drizzle-orm'
import { firstGap } from '#domain/access/gap.ts'
import { BAND_NEWS_DAYS } from '#domain/patients/record-alerts.ts'
import { DAY, localDateOf, type Instant, type PlainDate } from '#domain/time.ts'
import { hasBlock } from '#db/access-blocks.ts'
import { accessOfOne } from '#db/access-facts.ts'
import type { Reader } from '#db/store.ts'

/** What proxy access has to say on top of a record: that a safety note stops somebody, and from which day nobody can act. */
export async function accessAlerts(db: Reader, patientId: string, at: Instant, zone: string): Promise<{ safety: boolean; gapOn: PlainDate | null }> {
  const { proxyGrants: g } = db.t
  const safety = await hasBlock(db, patientId)
  // Whoever never had a proxy has no gap: they are enrolled or not, which is said elsewhere.
  const open = await db.selectDistinct({ portalId: g.portalId }).from(g).where(and(eq(g.patientId, patientId), inArray(g.state, ['pending', 'active', 'suspended'])))
  if (open.length === 0) return { safety, gapOn: null }
  const access = await accessOfOne(db, patientId)
  const gapAt = firstGap(open.map(({ portalId }) => access.factsOf(portalId)), at, at + BAND_NEWS_DAYS * DAY)
  return { safety, gapOn: gapAt === null ? null : localDateOf(gapAt, zone) }
}
