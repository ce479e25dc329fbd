import type { WayKind } from '#domain/recovery/words.ts'
import type { Writer } from '#db/store.ts'
import { refuse, type Act } from '#server/http/act.ts'
import { isLocated } from '#server/recovery/ask-facts.ts'
import { caseToWork } from '#server/recovery/case.ts'
import { sceneOf, type Scene, type SceneContact } from '#server/recovery/scene.ts'

/**
 * The way that somebody chose, if it is open on this case as it is now: through a contact on file, never through one that was
 * typed. A caller is located first, so that nothing is sent or dialled about a chart that was only clicked.
 */
export async function wayToTake(w: Writer, act: Act, caseId: string, kind: Extract<WayKind, 'email-link' | 'call-back'>, contactId: string): Promise<{ scene: Scene; contact: SceneContact } | ReturnType<typeof refuse>> {
  const found = await caseToWork(w, act, caseId)
  if ('refused' in found) return found
  const scene = await sceneOf(w, found.row, found.chart, { at: act.at, agentId: act.actor.id })
  if (!scene) return refuse('NOT_FOUND')
  const way = scene.ladder.ways.find((one) => one.kind === kind && one.contactId === contactId)
  const contact = scene.contacts.find((one) => one.id === contactId)
  if (!way || !contact) return refuse('RECOVERY_NOT_THIS_WAY')
  if (way.standing !== 'suffices' && way.standing !== 'with-second-person') return refuse(way.code)
  return await isLocated(w, caseId) ? { scene, contact } : refuse('RECOVERY_NOT_LOCATED')
}
