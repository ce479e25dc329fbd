import Button from '@mui/material/Button'
import { LinkBase, useTranslate } from 'ra-core'
import { CommandFault } from '#client/layout/CommandFault.tsx'
import type { CommandFault as Fault } from '#client/layout/use-command.ts'
import { Refusal } from '#client/ui/Refusal.tsx'
import { Refused } from '#client/ui/refused.ts'

type StartFaultProps = { fault: Fault; onRetry: () => void }

/** Why it did not start; where another desk is at it already, the way there. */
export function StartFault({ fault, onRetry }: StartFaultProps) {
  const translate = useTranslate()
  const open = openOne(fault)
  if (!(fault instanceof Refused) || !open) return <CommandFault fault={fault} onRetry={onRetry} />
  return (
    <Refusal
      refusal={fault.problem}
      action={<Button component={LinkBase} to={`/enroll/${open}`} variant="contained">{translate('enroll.open_that')}</Button>}
    />
  )
}

/** The enrollment that is open already, as a refused start names it. */
function openOne(fault: Fault): string | null {
  if (!(fault instanceof Refused) || fault.problem.code !== 'ENROLLMENT_OPEN') return null
  const { enrollmentId } = (fault.problem.current ?? {}) as { enrollmentId?: string }
  return enrollmentId ?? null
}
