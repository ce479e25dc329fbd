import { useQueryClient } from '@tanstack/react-query'
import type { EnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import { useCommand } from '#client/layout/use-command.ts'
import { useRead } from '#client/layout/use-read.ts'

const pathOf = (id: string) => `/enrollments/${encodeURIComponent(id)}`

/** An enrollment under way, read again whenever the patient or another desk takes a step. */
export function useEnrollment(id: string) {
  return useRead<EnrollmentAnswer>('enrollments', { path: pathOf(id) }, true, ['invitations'])
}

/** Shows an answer of a command at once, without another read. */
export function useKeepEnrollment() {
  const queryClient = useQueryClient()
  return (draft: EnrollmentAnswer) => queryClient.setQueryData(['enrollments', pathOf(draft.id), undefined], draft)
}

/** The commands of one draft: each names the version it saw, and its answer is what is shown next. */
export function useDraftCommand(draft: EnrollmentAnswer) {
  const keep = useKeepEnrollment()
  const { run, pending, fault, clear } = useCommand<EnrollmentAnswer>()
  /** `from`: the draft as the command just before answered it. */
  const act = async (step: string, body: object = {}, stepUp?: 'contact.change', from: EnrollmentAnswer = draft): Promise<EnrollmentAnswer | null> => {
    const command = { path: `${pathOf(draft.id)}/${step}`, body, version: from.version, ...(stepUp ? { stepUp: { action: stepUp, objectId: draft.id } } : {}) }
    const answer = await run(command)
    if (answer) keep(answer.data)
    return answer?.data ?? null
  }
  return { act, pending, fault, clear }
}
export type DraftCommand = ReturnType<typeof useDraftCommand>
