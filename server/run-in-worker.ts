import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { WorkerProgress, WorkerSays, WorkerTask, WorkerTasks } from '#server/worker-tasks.ts'

/** Work under way in a thread of its own. */
export type InWorker<Output> = { result: Promise<Output>; stop: () => Promise<void> }

/** Carries out a task in a worker thread, with a reading connection of its own. Rejects when it fails or is stopped. */
export function runInWorker<T extends WorkerTask>(
  task: T, input: WorkerTasks[T]['input'], onProgress: (progress: WorkerProgress) => void = () => undefined,
): InWorker<WorkerTasks[T]['output']> {
  const worker = new Worker(workerFile(), { workerData: { task, input }, execArgv: [] })
  const result = new Promise<WorkerTasks[T]['output']>((resolve, reject) => {
    worker.on('message', (says: WorkerSays) => {
      if ('progress' in says) onProgress(says.progress)
      else if ('result' in says) resolve(says.result as WorkerTasks[T]['output'])
      else reject(new Error(says.failed))
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error(`${task} was stopped`)))
  })
  return { result, stop: async () => void await worker.terminate() }
}

/** Beside this file: as it is written, or as it was built. */
function workerFile(): string {
  const found = ['worker.ts', 'worker.js'].map((name) => join(import.meta.dirname, name)).find((path) => existsSync(path))
  if (!found) throw new Error('the worker is missing beside the server; build again')
  return found
}
