import { Router } from 'express'

/** Whether the server takes requests: false before the migrations are done and from the moment it stops. */
export type Readiness = {
  ready: boolean
  /** Why people cannot be sent here now: words of a closed list. */
  problems: () => Promise<string[]>
  /** What the operator should know although people can be sent here: words of a closed list. */
  notes: () => Promise<string[]>
}

/** `/api/health`: the process is up. `/api/ready`: it can be sent people. Neither says anything about anybody. */
export function healthDoor(readiness: Readiness): Router {
  const door = Router()
  door.get('/health', (_req, res) => void res.json({ up: true }))
  door.get('/ready', async (_req, res) => {
    const problems = readiness.ready ? await readiness.problems() : ['stopping']
    res.status(problems.length === 0 ? 200 : 503).json({ ready: problems.length === 0, problems, notes: await readiness.notes().catch(() => []) })
  })
  return door
}
