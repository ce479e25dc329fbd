import { z } from 'zod'
import { isoOf, MINUTE } from '#domain/time.ts'
import { isMovable } from '#server/clock.ts'
import { done, refuse } from '#server/http/act.ts'
import { openDoor, type Door } from '#server/http/door.ts'
import { runDueJobs } from '#server/job-list.ts'

const clockAnswer = z.object({ now: z.iso.datetime() })
const moveBody = z.union([
  z.strictObject({ set: z.iso.datetime({ offset: true }) }),
  z.strictObject({ advanceMinutes: z.number().min(-60 * 24 * 366).max(60 * 24 * 366 * 100) }),
])

export const readClockDoor: Door = openDoor({
  path: 'GET /api/test/clock', summary: 'Test practice: what the clock says.', answer: clockAnswer,
  run: async ({ at }) => done({ now: isoOf(at) }),
})

/** Moves the one clock that sessions, throttles, codes and jobs ask. Open streams are looked at again, and what has become due is done, before the answer. */
export const moveClockDoor: Door = openDoor({
  path: 'POST /api/test/clock', summary: 'Test practice: sets or advances the clock.', body: moveBody, answer: clockAnswer, withoutOrigin: true,
  run: async ({ app, at, body }) => {
    if (!isMovable(app.clock)) return refuse('NOT_FOUND')
    const to = 'set' in body ? Date.parse(body.set) : at + body.advanceMinutes * MINUTE
    if (to < 0 || to > Date.UTC(2200, 0)) return refuse('FIELDS_NOT_ACCEPTED', { fields: { set: '1970…2199' } })
    app.clock.set(to)
    await app.store.tx(async (w) => w.announce('sessions', 'clock'))
    await runDueJobs(app)
    return done({ now: isoOf(app.clock.now()) })
  },
})
