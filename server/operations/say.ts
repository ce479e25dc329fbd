import { isoOf } from '#domain/time.ts'
import type { CommandAnswer } from '#server/operations/commands.ts'
import { sayImport } from '#server/feeds/feeds.ts'
import type { ChainReport } from '#server/audit/chain.ts'
import type { Restored } from '#server/operations/restore.ts'

const signs = { good: 'ok     ', problem: 'PROBLEM', note: 'note   ' } as const

/** What a command found, for the terminal. */
export function sayAnswer(answer: CommandAnswer): string {
  if (answer.command === 'doctor') {
    const lines = answer.findings.map(({ state, name, says }) => `${signs[state]}  ${name.padEnd(12)} ${says}`)
    return [...lines, answer.good ? 'All is well.' : 'Somebody has to look at what is marked.'].join('\n')
  }
  if (answer.command === 'import') return sayImport(answer)
  if (answer.command === 'verify') return sayChain(answer.report, answer.good)
  const { file, bytes, rows, tables, position } = answer.made
  return `Backed up to ${file}\n${rows} rows of ${tables} tables, record sealed to place ${position}, ${bytes} bytes; opened, checked and read back.`
}

function sayChain(report: ChainReport, good: boolean): string {
  const { firstBad, anchors } = report
  return [
    `Sealed places walked: ${report.sealed}`,
    `Events that wait for their seal: ${report.unsealed}${report.oldestUnsealedAt === null ? '' : `, the oldest since ${isoOf(report.oldestUnsealedAt)}${report.late ? ' (too long)' : ''}`}`,
    `Anchors compared: ${anchors.checked}${anchors.lastAt === null ? '' : `, the last of ${isoOf(anchors.lastAt)}`}`,
    ...(firstBad ? [`DOES NOT HOLD at place ${firstBad.position}: ${firstBad.fault}`] : []),
    ...(anchors.firstBad ? [`DOES NOT AGREE WITH THE ANCHORS at place ${anchors.firstBad.position}: ${anchors.firstBad.fault}`] : []),
    good ? 'The record holds.' : 'The record does not hold. Keep the data folder and the anchors as they are and tell the privacy officer.',
  ].join('\n')
}

/** What a restore did and what is left for people to do. */
export function sayRestored(restored: Restored): string {
  const rows = Object.values(restored.counts).reduce((sum, count) => sum + count, 0)
  return [
    `Restored the practice of ${isoOf(restored.madeAt)}: ${rows} rows of ${Object.keys(restored.counts).length} tables.`,
    `What happened in the ${restored.gapMinutes} minutes since is lost; the record says so.`,
    `Closed: ${restored.sessionsEnded} sessions, ${restored.invitationsEnded} invitations, ${restored.requestsEnded} two-person requests, ${restored.linksEnded} invitation links, ${restored.codesEnded} codes. Parked: ${restored.mailsParked} mails.`,
    `Taken away again: ${restored.disabled.length} accounts disabled, roles of ${restored.rolesTaken.length} people.`,
    ...(restored.accessClosed > 0 ? [`LOOK AT: access of proxies closed again, or held until somebody looks: ${restored.accessClosed}`] : []),
    ...(restored.review.length > 0 ? [`LOOK AT: password or second factor changed after the backup: ${restored.review.join(', ')}`] : []),
    ...(restored.withoutKeys ? ['LOOK AT: the backup carried no keys; second factors have to be set anew.'] : []),
    ...(restored.damage.length > 0 ? [`DAMAGED: ${restored.damage.join(', ')}`] : ['Pages, references and record hold.']),
    ...(restored.chain.anchors.firstBad ? [`DOES NOT AGREE WITH THE ANCHORS at place ${restored.chain.anchors.firstBad.position}: ${restored.chain.anchors.firstBad.fault}`] : []),
  ].join('\n')
}
