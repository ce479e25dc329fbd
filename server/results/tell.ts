import { policyAt } from '#domain/portals/as-of.ts'
import { accessOfOne } from '#db/access-facts.ts'
import { resultsById } from '#db/result-facts.ts'
import type { Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'
import type { AuditScene } from '#server/audit/recorder.ts'
import { queueMail } from '#server/outbox/queue-mail.ts'
import { ownAddressOf } from '#server/proxy-access/proxy-access.ts'
import { itemOfResult, previewOf } from '#server/results/viewers.ts'

/**
 * Tells everybody who can see a result now that there is something new in the portal: no name of a test, no value, no
 * name of a person. Who cannot see it is told nothing. Several results of one patient in one act are one mail each person.
 */
export async function tellOfUpdate(w: Writer, app: App, scene: AuditScene, resultIds: readonly string[]): Promise<number> {
  const told = new Set<string>()
  for (const { row, facts } of (await resultsById(w, resultIds)).values()) {
    const access = await accessOfOne(w, row.patientId)
    const portal = access.portals.find((one) => one.id === row.portalId)
    const found = policyAt(portal?.versions.map(({ policy }) => policy) ?? [], scene.at)
    if (!portal || !found.inForce) continue
    for (const viewer of previewOf(access, row.portalId, await itemOfResult(w, row.id), facts, scene.at, 'en')) {
      const key = `${row.patientId} ${viewer.viewer}`
      if (!viewer.visible || told.has(key)) continue
      const isPatient = viewer.viewer === 'patient'
      const address = isPatient ? await ownAddressOf(w, row.patientId) : undefined
      if (address === null) continue
      const queued = await queueMail(w, app, {
        scene, person: isPatient ? { kind: 'patient', id: row.patientId } : { kind: 'proxy', id: viewer.viewer }, purpose: 'portal-notice', portalId: portal.id,
        template: 'portal-update', refs: { portalName: portal.name }, ...(address === undefined ? {} : { address }),
      })
      if (queued.queued) told.add(key)
    }
  }
  return told.size
}
