import { z } from 'zod'
import { attemptKinds } from '#domain/recovery/words.ts'
import { done, refuse } from '#server/http/act.ts'
import { openDoor, type Door } from '#server/http/door.ts'
import { reportAttempt } from '#server/recovery/report-attempt.ts'

const id = z.string().min(1).max(100)
const attempt = z.strictObject({
  patientId: id, portalId: id, kind: z.enum(attemptKinds), eventId: id.optional(),
  signIn: z.strictObject({ method: z.enum(['password', 'social']), provider: z.string().max(60).nullable().default(null) }).nullable().default(null),
})

/** `POST /api/test/recovery-attempts`: a failed recovery as a portal would report it, without the portal's signature. Test practice only. */
const attemptDoor: Door = openDoor({
  path: 'POST /api/test/recovery-attempts', summary: 'Report a failed recovery (test practice only).', withoutOrigin: true, body: attempt, answer: z.strictObject({ outcome: z.string() }),
  run: async ({ app, body, scene, at }) => app.store.tx(async (w) => {
    const outcome = await reportAttempt(w, { app, scene, at, by: 'connector:test' }, { ...body, eventId: body.eventId ?? app.random.id(), at, source: 'connector:test' })
    return outcome === 'unknown' ? refuse('NOT_FOUND') : done({ outcome })
  }),
})

export const recoveryTestDoors: Door[] = [attemptDoor]
