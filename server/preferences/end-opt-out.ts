import { and, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { endOptOutBody, optOutVersion } from '#domain/contracts/preferences.ts'
import type { WishChannel, WishKind } from '#domain/preferences.ts'
import type { Writer } from '#db/store.ts'
import { done, record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { chartToActOn } from '#server/patients/patients.ts'
import { tellPortals } from '#server/preferences/tell-portals.ts'

type Asked = { params: { id: string }; body: z.infer<typeof endOptOutBody> }

/** Takes a wish back: mail goes out again from now on; what was withheld meanwhile stays withheld. */
export async function endOptOut(w: Writer, act: Act, { params, body }: Asked): Promise<Outcome<z.infer<typeof optOutVersion>>> {
  const { optOuts: o } = w.t
  const [row] = await w.select().from(o).where(eq(o.id, params.id))
  if (!row) return refuse('NOT_FOUND')
  const opened = await chartToActOn(w, act, row.patientId)
  if ('refused' in opened) return opened
  if (row.endedAt !== null) return refuse('ALREADY_DONE')
  if (row.version !== act.version) return refuse('VERSION_STALE', { current: { version: row.version } })
  const version = row.version + 1
  const reason = body.reason ?? ''
  const ended = await w.update(o).set({ endedBy: act.actor.id, endedAt: act.at, endReason: reason, version })
    .where(and(eq(o.id, row.id), isNull(o.endedAt))).returning({ id: o.id })
  if (ended.length === 0) return refuse('ALREADY_DONE')
  const wish = { portalId: row.portalId, channel: row.channel as WishChannel, kind: row.kind as WishKind }
  await record(w, act, { event: 'opt-out.ended', patientId: row.patientId, objectId: row.id, detail: { ...wish, reason } })
  await tellPortals(w, act, row.patientId, row.portalId)
  w.announce('patients', row.patientId)
  return done({ id: row.id, version }, version)
}
