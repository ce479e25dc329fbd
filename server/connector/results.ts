import { z } from 'zod'
import type { Viewer } from '#domain/access/facts.ts'
import { isoOf } from '#domain/time.ts'
import { recordEvent } from '#server/audit/recorder.ts'
import { portalCall } from '#server/connector/portal-call.ts'
import { noteRead, visibilityOf, visibleResultIds } from '#server/results/results.ts'

const id = z.string().min(1).max(100).regex(/^[\w.:-]+$/)
/** `viewer`: `patient`, or the id of a proxy person. Without `results`: every result of the patient. */
const question = z.strictObject({ portalId: id, patientId: id, viewer: id, results: z.array(id).min(1).max(200).optional(), at: z.iso.datetime().optional() })
const read = z.strictObject({ portalId: id, patientId: id, viewer: id, resultId: id, at: z.iso.datetime() })

/** What portals ask and report about results. */
export const resultCalls = [
  portalCall({
    route: 'POST /connector/v1/results/visibility', summary: 'Which results one viewer may see; what they may not is not there.', right: 'results',
    body: question, answer: z.strictObject({ at: z.iso.datetime(), visible: z.array(id) }), portalOf: ({ body }) => body.portalId,
    run: async ({ w, scene, body: { portalId, patientId, viewer, results, at } }) => {
      const ids = results ?? await visibleResultIds(w, patientId)
      if (ids === null) return { code: 'NOT_FOUND' }
      // Asked about a day to come, the end of a hold would tell that there is one (R68): nothing is answered before its time.
      const instant = at === undefined ? scene.at : Math.min(Date.parse(at), scene.at)
      const answers = await visibilityOf(w, patientId, portalId, viewerOf(viewer), ids, instant)
      const visible = [...answers].filter(([, answer]) => answer.visible).map(([resultId]) => resultId)
      await recordEvent(w, scene, { event: 'result.visibility-asked', patientId, detail: { portalId, viewer, asked: ids.length, visible: visible.length } })
      // What is not visible is not there: no "pending", no gap, no reason (R68).
      return { answer: { at: isoOf(instant), visible } }
    },
  }),
  portalCall({
    route: 'POST /connector/v1/results/reads', summary: 'Somebody opened a result.', right: 'results',
    body: read, answer: z.strictObject({ noted: z.literal(true) }), portalOf: ({ body }) => body.portalId,
    run: async ({ w, scene, body }) => {
      const noted = await noteRead(w, scene, { ...body, at: Math.min(Date.parse(body.at), scene.at) })
      return noted ? { answer: { noted: true } } : { code: 'NOT_FOUND' }
    },
  }),
]

function viewerOf(viewer: string): Viewer {
  return viewer === 'patient' ? { kind: 'patient' } : { kind: 'proxy', personId: viewer }
}
