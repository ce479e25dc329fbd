import { inArray } from 'drizzle-orm'
import { minutesText } from '#domain/messages/minutes.ts'
import type { LeftOut } from '#domain/messages/reply-figures.ts'
import type { Clock } from '#db/messages/days.ts'
import type { Thread } from '#db/messages/threads.ts'
import type { RowOf } from '#db/rows.ts'
import type { Reader } from '#db/store.ts'
import type { Act } from '#server/http/act.ts'
import { hiddenIds } from '#server/messages/messages.ts'

/** Threads that the reader may not know of, with their clocks and arrivals: taken out of every kept figure (AZ-02). */
export type LeftOutThreads = { threads: Thread[]; clocks: Clock[]; arrivals: RowOf<'messageEntries'>[] }

export async function leftOut(db: Reader, act: Act): Promise<LeftOutThreads> {
  const ids = await hiddenIds(db, act)
  if (ids.length === 0) return { threads: [], clocks: [], arrivals: [] }
  const { messageThreads: h, messageClocks: c, messageEntries: e } = db.t
  return {
    threads: await db.select().from(h).where(inArray(h.id, ids)),
    clocks: (await db.select().from(c).where(inArray(c.threadId, ids))).filter(({ answeredOn }) => answeredOn !== null),
    arrivals: (await db.select().from(e).where(inArray(e.threadId, ids))).filter(({ arrivedOn }) => arrivedOn !== null),
  }
}

/** Clocks as figures leave them out. */
export function asLeftOut(clocks: readonly Clock[]): LeftOut[] {
  return clocks.map((clock) => ({ minutes: minutesText(clock.minutes ?? 0), onTime: clock.onTime === true, withinLimit: clock.withinLimit === true }))
}
