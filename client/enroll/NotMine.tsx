import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import type { EnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import type { DraftCommand } from '#client/enroll/use-enrollment.ts'
import { Note } from '#client/ui/Note.tsx'

/** Another desk is at it, or nobody: it is taken up before it goes on here. */
export function NotMine({ draft, command }: { draft: EnrollmentAnswer; command: DraftCommand }) {
  const translate = useTranslate()
  if (draft.mine || draft.state !== 'open') return null
  return (
    <Note
      icon="people"
      tone="due"
      action={<Button size="small" disabled={command.pending} onClick={() => void command.act('take-up')}>{translate('enroll.take_up')}</Button>}
    >
      {draft.heldBy ? translate('enroll.held_by', { name: draft.heldBy.name }) : translate('enroll.was_left')}
    </Note>
  )
}
