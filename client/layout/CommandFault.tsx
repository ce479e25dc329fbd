import { Failure } from '#client/ui/Failure.tsx'
import { Note } from '#client/ui/Note.tsx'
import { Refused } from '#client/ui/refused.ts'
import { StaleVersion } from '#client/layout/StaleVersion.tsx'
import type { CommandFault as Fault } from '#client/layout/use-command.ts'
import { useTranslate } from 'ra-core'

/** Why a command was not carried out, beside its button; field sentences stand under their fields instead. */
export function CommandFault({ fault, onRetry }: { fault: Fault; onRetry: () => void }) {
  const translate = useTranslate()
  if (!fault) return null
  if (fault instanceof Refused && fault.status === 412) return <StaleVersion problem={fault.problem} />
  if (fault instanceof Refused) return <Failure error={fault} onRetry={onRetry} />
  return (
    <Note icon="offline" tone="due" live>
      {translate('ui.offline.text')}
    </Note>
  )
}

/** The server's sentence for one field of a refused command. */
export function fieldRefusal(fault: Fault, field: string): string | null {
  return fault instanceof Refused ? (fault.problem.errors?.[field] ?? null) : null
}
