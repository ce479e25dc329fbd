import { eq } from 'drizzle-orm'
import { readsBody } from '#domain/messages/thread-policy.ts'
import type { RowOf } from '#db/rows.ts'
import type { Reader } from '#db/store.ts'
import { refuse, type Act } from '#server/http/act.ts'
import { threadScene } from '#server/messages/thread-scene.ts'
import { openChart } from '#server/patients/patients.ts'

export type AttachmentHere = { attachment: RowOf<'messageAttachments'>; portalId: string; patientId: string }

/** The file that a person asks for, if they may read the thread that it hangs on. */
export async function attachmentToFetch(db: Reader, act: Act, id: string): Promise<AttachmentHere | ReturnType<typeof refuse>> {
  const { messageAttachments: a } = db.t
  const [attachment] = await db.select().from(a).where(eq(a.id, id))
  if (!attachment) return refuse('NOT_FOUND')
  const scene = await threadScene(db, act, attachment.threadId)
  if ('refused' in scene) return scene
  if (!readsBody(act.actor, scene.queue)) return refuse('NOT_FOUND')
  const chart = await openChart(db, act, scene.thread.patientId)
  if ('refused' in chart) return chart
  return { attachment, portalId: scene.thread.portalId, patientId: scene.thread.patientId }
}
