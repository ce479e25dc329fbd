import { Router } from 'express'
import type { App } from '#server/app.ts'

/** Whether the server takes requests: false before the migrations are done and from the moment it stops. */
export type Readiness = {
  ready: boolean
  problems: () => Promise<string[]>
  /** What the operator should know although people can be sent here: words of a closed list. */
  notes: () => Promise<string[]>
}

/** `/api/health`: the process is up. `/api/ready`: it can be sent people. Neither says anything about anybody. */
export function healthDoor(app: App, readiness: Readiness): Router {
  const door = Router()
  door.get('/health', (_req, res) => void res.json({ up: true }))
  door.get('/ready', async (_req, res) => {
    const problems = readiness.ready ? await checks(app, readiness) : ['stopping']
    res.status(problems.length === 0 ? 200 : 503).json({ ready: problems.length === 0, problems, notes: await readiness.notes().catch(() => []) })
  })
  return door
}

async function checks(app: App, readiness: Readiness): Promise<string[]> {
  const writable = await app.store.tx(async (w) => w.select().from(w.t.practice).limit(1)).then(() => [], () => ['storage'])
  return [...writable, ...(await readiness.problems())]
}
