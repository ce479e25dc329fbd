import { z } from 'zod'
import { isoOf, MINUTE } from '#domain/time.ts'
import { done, refuse } from '#server/http/act.ts'
import { openDoor, type Door } from '#server/http/door.ts'
import { moveClock } from '#server/move-clock.ts'

const clockAnswer = z.object({ now: z.iso.datetime() })
const moveBody = z.union([
  z.strictObject({ set: z.iso.datetime({ offset: true }) }),
  z.strictObject({ advanceMinutes: z.number().min(-60 * 24 * 366).max(60 * 24 * 366 * 100) }),
])

export const readClockDoor: Door = openDoor({
  path: 'GET /api/test/clock', summary: 'Test practice: what the clock says.', answer: clockAnswer,
  run: async ({ at }) => done({ now: isoOf(at) }),
})

/** Moves the one clock that sessions, throttles, codes and jobs ask. */
export const moveClockDoor: Door = openDoor({
  path: 'POST /api/test/clock', summary: 'Test practice: sets or advances the clock.', body: moveBody, answer: clockAnswer, withoutOrigin: true,
  run: async ({ app, at, body }) => {
    const moved = await moveClock(app, 'set' in body ? Date.parse(body.set) : at + body.advanceMinutes * MINUTE)
    return moved ? done(moved) : refuse('FIELDS_NOT_ACCEPTED', { fields: { set: '1970…2199' } })
  },
})
