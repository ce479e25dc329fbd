import { Router } from 'express'
import { sendProblem } from '#server/http/problem.ts'
import { comesFromHere, languageOf } from '#server/http/request.ts'
import type { App } from '#server/app.ts'
import { faultOf } from '#server/log.ts'

/** `POST /api/demo/start-over`: throws the demo's records away and makes them anew. Exists in the demo practice only. */
export function startOverDoor(app: App, startOver: () => Promise<void>): Router {
  const door = Router()
  door.post('/demo/start-over', (req, res) => {
    if (!comesFromHere(app, req)) return sendProblem(res, { code: 'ORIGIN_NOT_OURS' }, languageOf(req), String(res.locals.requestId))
    res.setHeader('Connection', 'close')
    res.status(202).json({ startingOver: true })
    res.on('finish', () => setImmediate(() => {
      startOver().catch((error: unknown) => {
        app.log.error({ fault: faultOf(error) }, 'the demo could not start over')
        process.exit(1)
      })
    }))
  })
  return door
}
