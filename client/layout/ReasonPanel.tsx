import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { CommandFault, fieldRefusal } from '#client/layout/CommandFault.tsx'
import type { Command } from '#client/layout/data-provider.ts'
import { useCommand } from '#client/layout/use-command.ts'
import { WordsField } from '#client/ui/Field.tsx'
import { Note } from '#client/ui/Note.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { useKeys } from '#client/ui/keys.ts'

type ReasonPanelProps = {
  title: string
  /** Whom it is about, where it acts on a person. */
  whom?: ReactNode
  /** Exactly what will happen. */
  effect: string
  confirm: string
  command: (reason: string) => Command
  touched: readonly string[]
  /** A few acts need no words. */
  wordless?: boolean
  danger?: boolean
  onDone: () => void
  onClose: () => void
}

/** Says exactly what will happen, takes a reason where the act is recorded with one, and does it. */
export function ReasonPanel(props: ReasonPanelProps) {
  const { title, whom, effect, confirm, command, touched, wordless = false, danger = false, onDone, onClose } = props
  const translate = useTranslate()
  const [reason, setReason] = useState('')
  const { run, fault, pending } = useCommand()
  const act = async () => {
    if (await run(command(reason.trim()), touched)) onDone()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void act()
  }
  useKeys([{ keys: 'ctrl+enter', group: 'act', run: () => void act() }])
  const refusal = fieldRefusal(fault, 'reason')
  return (
    <Panel title={title} onClose={onClose}>
      <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 2 }}>
        {whom}
        <Note icon="flag">{effect}</Note>
        {wordless ? null : (
          <WordsField
            label={translate('ui.reason')}
            hint={translate('ui.reason_hint')}
            value={reason}
            required
            minLength={3}
            maxLength={500}
            autoFocus
            refusal={refusal}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
        {refusal ? null : <CommandFault fault={fault} onRetry={() => void act()} />}
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button
            type="submit"
            variant={danger ? 'outlined' : 'contained'}
            disabled={pending}
            sx={danger ? { color: 'late', borderColor: 'late' } : undefined}
          >
            {confirm}
          </Button>
          <Button onClick={onClose}>{translate('ui.leave_it')}</Button>
        </Box>
      </Box>
    </Panel>
  )
}
