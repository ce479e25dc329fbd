import { eq } from 'drizzle-orm'
import { wishChannels, wishKinds, wishSources } from '#domain/preferences.ts'
import { z } from 'zod'
import type { Writer } from '#db/store.ts'

/** What the journal beside the data knows of the lost time. */
type Lost = { event: string; objectId: string; patientId: string | null; detail: Record<string, unknown> }

const wish = z.object({ portalId: z.string(), channel: z.enum(wishChannels), kind: z.enum(wishKinds), source: z.enum(wishSources), reason: z.string() })

/** After a restore: wishes of the lost time stand again, also those that were taken back in it, until somebody asks (OP-03). */
export async function recordWishesAgain(w: Writer, at: number, gap: readonly Lost[]): Promise<number> {
  const { optOuts: o, patients: p } = w.t
  let again = 0
  for (const { event, objectId, patientId, detail } of gap) {
    const said = wish.safeParse(detail)
    if (event !== 'opt-out.recorded' || patientId === null || !said.success) continue
    const [chart] = await w.select({ id: p.id }).from(p).where(eq(p.id, patientId))
    if (!chart) continue
    const written = await w.insert(o).values({ id: objectId, patientId, ...said.data, setBy: 'system', setAt: at }).onConflictDoNothing().returning({ id: o.id })
    again += written.length
  }
  return again
}
