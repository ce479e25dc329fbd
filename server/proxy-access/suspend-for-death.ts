import { and, eq, inArray, ne } from 'drizzle-orm'
import type { Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'
import type { AuditScene } from '#server/audit/recorder.ts'
import { changeState } from '#server/proxy-access/change-state.ts'

/**
 * A death is known: every access but a personal representative's is suspended for review, not ended (R13). After an undo
 * it stays so until somebody has looked. Returns how many.
 */
export async function suspendForDeath(w: Writer, app: Pick<App, 'random'>, scene: AuditScene, patientId: string): Promise<number> {
  const { proxyGrants: g } = w.t
  const open = await w.select().from(g).where(and(eq(g.patientId, patientId), inArray(g.state, ['pending', 'active']), ne(g.basis, 'executor')))
  for (const grant of open) await changeState(w, app, scene, grant, { state: 'suspended', cause: 'death' })
  return open.length
}
