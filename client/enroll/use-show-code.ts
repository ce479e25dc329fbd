import type { EnrollmentAnswer, ShownCode } from '#domain/contracts/enrollment.ts'
import { useKeepEnrollment, type DraftCommand } from '#client/enroll/use-enrollment.ts'
import { useCommand } from '#client/layout/use-command.ts'

/**
 * Shows a new code and kills the one before. The answer is the only place that holds it: it is handed to the screen and
 * not kept with what is read.
 */
export function useShowCode(draft: EnrollmentAnswer, command: DraftCommand, onShown: (shown: ShownCode) => void) {
  const keep = useKeepEnrollment()
  const { run, pending, fault } = useCommand<ShownCode>()
  const show = async () => {
    const chosen = draft.handOver === 'desk-code' ? draft : await command.act('choose-hand-over', { handOver: 'desk-code' })
    if (!chosen) return
    const stepUp = { action: 'enrollment.show-code' as const, objectId: draft.id }
    const answer = await run({ path: `/enrollments/${draft.id}/show-code`, version: chosen.version, stepUp })
    if (!answer) return
    onShown(answer.data)
    keep(answer.data.enrollment)
  }
  return { run: show, pending: pending || command.pending, fault: command.fault ?? fault }
}
