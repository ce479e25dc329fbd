import { parentPort, workerData } from 'node:worker_threads'
import { openReader } from '#db/open.ts'
import { readAnchors } from '#server/audit/anchor.ts'
import { verifyChain } from '#server/audit/chain.ts'
import { makeBackup } from '#server/operations/backup.ts'
import { fullCheck } from '#server/operations/full-check.ts'
import { loadSecrets } from '#server/secrets.ts'
import type { WorkerPlace, WorkerProgress, WorkerSays, WorkerTask, WorkerTasks } from '#server/worker-tasks.ts'

type Carry<T extends WorkerTask> = (input: WorkerTasks[T]['input'], onProgress: (progress: WorkerProgress) => void) => Promise<WorkerTasks[T]['output']>

const tasks: { [T in WorkerTask]: Carry<T> } = {
  'verify-chain': (place, onProgress) => withReader(place, (db) =>
    verifyChain(db, { at: place.at, anchors: anchorsAt(place), onProgress: (done, total) => onProgress({ done, total }) })),
  'check-storage': (place, onProgress) => withReader(place, (db) =>
    fullCheck(db, { at: place.at, anchors: anchorsAt(place), onProgress: (done, total) => onProgress({ done, total }) })),
  'make-backup': (order) => makeBackup(order),
}

const anchorsAt = (place: WorkerPlace) => readAnchors(place.anchorDir, loadSecrets(place.address.dataDir))

async function withReader<Result>(place: WorkerPlace, work: (db: Awaited<ReturnType<typeof openReader>>) => Promise<Result>): Promise<Result> {
  const db = await openReader(place.address)
  try {
    return await work(db)
  } finally {
    await db.close()
  }
}

async function carry<T extends WorkerTask>(task: T, input: WorkerTasks[T]['input']): Promise<void> {
  const say = (says: WorkerSays): void => parentPort?.postMessage(says)
  try {
    say({ result: await tasks[task](input, (progress) => say({ progress })) })
  } catch (error) {
    say({ failed: error instanceof Error ? error.message : 'of something unknown' })
  }
}

const { task, input } = workerData as { task: WorkerTask; input: WorkerTasks[WorkerTask]['input'] }
await carry(task, input)
