import type { Action } from '#domain/actions.ts'
import type { CallDesk, CaseChanged } from '#domain/contracts/recovery.ts'
import { useCommand } from '#client/layout/use-command.ts'
import { useRead } from '#client/layout/use-read.ts'

const pathOf = (id: string) => `/recovery/${encodeURIComponent(id)}`

/** One case as the call desk shows it, read again whenever the patient, a desk or a second person takes a step. */
export function useCall(id: string) {
  return useRead<CallDesk>('recovery', { path: pathOf(id) }, id !== '', ['two-person-requests', 'patients'])
}

/** The commands of one case: each names the version it saw; what has become of the case is read before it resolves. */
export function useCallCommand({ id, version }: Pick<CallDesk, 'id' | 'version'>) {
  const { run, pending, fault, clear } = useCommand<CaseChanged>()
  const act = async (step: string, body: object = {}, asksFor?: Action): Promise<CaseChanged | null> => {
    const stepUp = asksFor ? { action: asksFor, objectId: id } : undefined
    const answer = await run({ path: `${pathOf(id)}/${step}`, body, version, stepUp }, ['recovery', 'two-person-requests'])
    return answer?.data ?? null
  }
  return { act, pending, fault, clear }
}
export type CallCommand = ReturnType<typeof useCallCommand>
