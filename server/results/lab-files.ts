import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { SECOND } from '#domain/time.ts'
import type { App } from '#server/app.ts'
import { every, type Job } from '#server/jobs/jobs.ts'
import { bySystem } from '#server/results/jobs.ts'
import { takeMessage } from '#server/results/take-message.ts'

const LARGEST = 8 * 1024 * 1024
const AT_ONCE = 200

/** Reads messages that laboratories put into LAB_DROP_DIR; each file goes to `taken` or `refused` beside it. */
export const readLabFilesJob: Job = {
  name: 'read-lab-files', nextDueAt: every(15 * SECOND), audited: true,
  run: async (app, stop) => {
    const folder = app.config.labDropDir
    const counts = { taken: 0, refused: 0 }
    if (folder === null || !existsSync(folder)) return counts
    const files = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isFile() && /\.(hl7|txt|oru)$/i.test(one.name)).slice(0, AT_ONCE)
    for (const { name } of files) {
      if (stop.aborted) break
      const outcome = await readOne(app, folder, name)
      if (outcome) counts[outcome] += 1
    }
    return counts
  },
}

async function readOne(app: App, folder: string, name: string): Promise<'taken' | 'refused' | null> {
  const path = join(folder, name)
  const before = statSync(path, { throwIfNoEntry: false })
  if (!before || before.size > LARGEST) return before ? moved(folder, name, 'refused') : null
  const { outcome } = await takeMessage(app, readFileSync(path), {
    via: 'file', fileName: name.slice(0, 200), scene: bySystem(app.clock.now()), timeZone: app.config.practiceTimeZone,
  })
  return moved(folder, name, outcome)
}

/** Puts a file away. A file of the same name that is there already stays; the new one gets a number. */
function moved(folder: string, name: string, outcome: 'taken' | 'refused'): 'taken' | 'refused' {
  const target = join(folder, outcome)
  mkdirSync(target, { recursive: true })
  let to = join(target, name)
  for (let number = 1; existsSync(to); number += 1) to = join(target, `${number}-${name}`)
  renameSync(join(folder, name), to)
  return outcome
}
