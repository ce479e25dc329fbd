import { z } from 'zod'
import { DAY, MINUTE } from '#domain/time.ts'
import { done, refuse } from '#server/http/act.ts'
import { openDoor, type Door } from '#server/http/door.ts'
import { moveClock } from '#server/move-clock.ts'

/** Most that the demo's clock goes forward at once. */
const FARTHEST_MINUTES = (366 * DAY) / MINUTE

/** The demo's clock goes forward only: birthdays, deadlines and mails can be watched; starting over brings the first day back. */
export const demoClockDoor: Door = openDoor({
  path: 'POST /api/demo/clock', summary: 'Demo practice: moves the clock forward.',
  body: z.strictObject({ advanceMinutes: z.number().int().min(1).max(FARTHEST_MINUTES) }), answer: z.object({ now: z.iso.datetime() }),
  run: async ({ app, at, body }) => {
    const moved = await moveClock(app, at + body.advanceMinutes * MINUTE)
    return moved ? done(moved) : refuse('FIELDS_NOT_ACCEPTED', { fields: { advanceMinutes: '…2199' } })
  },
})
