import type { ResultAnswer } from '#domain/contracts/results.ts'
import type { Command } from '#client/layout/data-provider.ts'

type One = Pick<ResultAnswer, 'id' | 'version' | 'needsStepUp'>
/** What changes when something was done with a result. */
export const touched = ['results', 'holds', 'shared-items'] as const

const pathOf = (id: string, act: string) => `/results/${encodeURIComponent(id)}/${act}`

/** The release of one result; a sensitive one through its own way with a second factor (RL-01). */
export function releaseCommand(result: One, comment: string, reason: string): Command {
  const body = { comment: comment.trim() === '' ? null : comment.trim(), reason }
  return result.needsStepUp
    ? { path: pathOf(result.id, 'release-sensitive'), body, version: result.version, stepUp: { action: 'result.release-sensitive', objectId: result.id } }
    : { path: pathOf(result.id, 'release'), body, version: result.version }
}

/** Any other act on one result, at the version that is on the screen. */
export function actCommand(result: One, act: 'comment' | 'note' | 'decline' | 'take' | 'recall' | 'category' | 'hold' | 'verify' | 'review', body: object): Command {
  const stepUp = act === 'hold' ? { stepUp: { action: 'result.hold' as const, objectId: result.id } } : {}
  return { path: pathOf(result.id, act), body, version: result.version, ...stepUp }
}
