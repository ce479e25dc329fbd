import { z } from 'zod'
import { recordEvent } from '#server/audit/recorder.ts'
import { portalCall } from '#server/connector/portal-call.ts'
import { answerOutside, settleFromPortal } from '#server/proxy-access/proxy-access.ts'

const id = z.string().min(1).max(100).regex(/^[\w.:-]+$/)
const params = z.strictObject({ id })
/** `viewer`: `patient`, or the id of a proxy. `at`: now unless said. `portal`: where a key speaks for several. */
const query = z.strictObject({ viewer: id, at: z.iso.datetime().optional(), portal: id.optional() })
const settlement = z.strictObject({ outcome: z.enum(['confirmed', 'declined']), portal: id.optional() })

/**
 * What a portal asks and reports about proxies, each key for its own portal alone: who may see what now, computed by the
 * function of the console's own screens; and that a proxy confirmed in the account that they have there.
 */
export const accessCalls = [
  portalCall({
    route: 'GET /connector/v1/patients/:id/access', summary: 'What one viewer may see of a patient at an instant, and why.', right: 'access',
    params, query, answer: z.looseObject({}), portalOf: ({ query: asked }) => asked.portal,
    run: async ({ w, app, scene, params: { id: patientId }, query: { viewer, at }, portals: [portalId = ''] }) => {
      const now = app.clock.now()
      const answer = await answerOutside(w, { patientId, portalId, viewer, at: at === undefined ? now : Date.parse(at), now })
      if (!answer) return { code: 'NOT_FOUND' }
      const visible = answer.capabilities.filter((one) => one.answer !== 'no').length
      await recordEvent(w, scene, { event: 'proxy.asked-from-outside', patientId, detail: { portalId, viewer, visible } })
      return { answer }
    },
  }),
  portalCall({
    route: 'POST /connector/v1/proxy-grants/:id/settle', summary: 'A proxy said yes or no in the account that they have there.', right: 'access',
    params, body: settlement, answer: settlement.pick({ outcome: true }), portalOf: ({ body }) => body.portal,
    run: async ({ w, app, scene, params: { id: grantId }, body: { outcome }, portals: [portalId = ''] }) => {
      const settled = await settleFromPortal(w, app, scene, { grantId, portalId, outcome })
      return settled ? { answer: { outcome } } : { code: 'NOT_FOUND' }
    },
  }),
]
