import type { StoreAddress } from '#db/open.ts'
import type { Instant } from '#domain/time.ts'
import type { ChainReport } from '#server/audit/chain.ts'
import type { BackupMade, BackupOrder } from '#server/operations/backup.ts'
import type { FullCheck } from '#server/operations/full-check.ts'

/** Where a worker finds the practice. Workers read; they never write to the storage. */
export type WorkerPlace = { address: StoreAddress; anchorDir: string; at: Instant }

/** Long work that is done beside the server: what each task is given and what it answers. */
export type WorkerTasks = {
  'verify-chain': { input: WorkerPlace; output: ChainReport }
  'check-storage': { input: WorkerPlace; output: FullCheck }
  'make-backup': { input: BackupOrder; output: BackupMade }
}
export type WorkerTask = keyof WorkerTasks

export type WorkerProgress = { done: number; total: number }
/** What a worker says. */
export type WorkerSays = { progress: WorkerProgress } | { result: unknown } | { failed: string }
