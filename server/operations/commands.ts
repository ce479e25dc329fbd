import type { App } from '#server/app.ts'
import { isGood, type ChainReport } from '#server/audit/chain.ts'
import { beginVerification, systemScene } from '#server/audit/verification.ts'
import { carryOutImport, readsImports, type ImportDone } from '#server/feeds/feeds.ts'
import { backUp } from '#server/operations/back-up.ts'
import type { BackupMade } from '#server/operations/backup.ts'
import type { ControlOrder } from '#server/operations/control.ts'
import { examine, type Finding } from '#server/operations/doctor.ts'

type Progress = (progress: { done: number; total: number }) => void

/** What a command found: the words for the terminal are made of it. */
export type CommandAnswer =
  | { command: 'doctor'; findings: Finding[]; good: boolean }
  | { command: 'verify'; report: ChainReport; good: boolean }
  | { command: 'backup'; made: BackupMade; good: boolean }
  | ImportDone

/** Carries out a command on an open practice: by the server that holds it, or by the command itself. */
export async function carryOut(app: App, order: ControlOrder, onProgress: Progress): Promise<CommandAnswer> {
  if (order.command === 'doctor') {
    const findings = await examine(app)
    return { command: 'doctor', findings, good: findings.every(({ state }) => state !== 'problem') }
  }
  if (order.command === 'import') return carryOutImport(app, order, { byServer: readsImports(app), onProgress })
  if (order.command === 'backup') return { command: 'backup', made: await backUp(app, order.to, order.passphrase), good: true }
  const report = await verify(app, onProgress)
  return { command: 'verify', report, good: isGood(report) }
}

async function verify(app: App, onProgress: Progress): Promise<ChainReport> {
  const running = beginVerification(app, systemScene(app))
  if (!running) throw new Error('the record is being verified already; ask again when that is done')
  const timer = setInterval(() => onProgress({ done: running.done, total: running.total }), 500)
  const report = await running.ended.finally(() => clearInterval(timer))
  if (!report) throw new Error('the record could not be read')
  return report
}
