import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { CommandFault } from '#client/layout/CommandFault.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { useRead } from '#client/layout/use-read.ts'
import { SealFinding } from '#client/audit/SealFinding.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Card } from '#client/ui/Card.tsx'
import { LongJob } from '#client/ui/LongJob.tsx'
import { Note } from '#client/ui/Note.tsx'
import { TextButton } from '#client/ui/TextLink.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'
import type { AuditSealState } from '#domain/contracts/audit.ts'

/** Whether the log is unbroken: what the last check found, what runs now, and the way to check again. */
export function SealBand() {
  const translate = useTranslate()
  const { data: seal, error, refetch } = useRead<AuditSealState>('audit', { path: '/audit/seal-state' })
  const { run, fault, pending } = useCommand()
  const check = () => void run({ path: '/audit/verify' }, ['audit'])
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!seal) return <Waiting rows={1} />
  const action = (
    <TextButton type="button" disabled={pending} onClick={check}>
      {translate('audit.check_now')}
    </TextButton>
  )
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {seal.running ? (
        <Card flush>
          <LongJob
            title={translate('audit.checking')}
            done={seal.running.done}
            total={seal.running.total}
            unit={translate('audit.checked_unit')}
            pace={translate('audit.of', { total: seal.running.total })}
          />
        </Card>
      ) : (
        <SealFinding seal={seal} action={action} />
      )}
      {seal.late ? (
        <Note icon="late" tone="late" live>
          {translate('audit.late', { smart_count: seal.unsealed })}
        </Note>
      ) : null}
      <CommandFault fault={fault} onRetry={check} />
    </Box>
  )
}
