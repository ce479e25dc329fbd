import { and, eq, isNull } from 'drizzle-orm'
import { standsAgainst, type OptOut, type WishChannel, type WishKind } from '#domain/preferences.ts'
import type { Instant } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'

/** What a patient does not want to get, as the gate of all mail asks it. What was taken back is none. */
export async function optOutsOf(db: Reader, patientId: string): Promise<OptOut[]> {
  const { optOuts: o } = db.t
  const rows = await db.select().from(o).where(and(eq(o.patientId, patientId), isNull(o.endedAt)))
  return rows.map((row) => ({ portalId: row.portalId, channel: row.channel as WishChannel, kind: row.kind as WishKind, fromAt: row.setAt, endedAt: row.endedAt }))
}

/** Whether somebody does not want a portal's invitations by mail: asked before one is offered, and said where one did not come. */
export async function wantsNoInvitation(db: Reader, patientId: string, portalId: string, at: Instant): Promise<boolean> {
  return standsAgainst(await optOutsOf(db, patientId), { channel: 'email', purpose: 'portal-invitation', portalId }, at)
}
