import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import type { FormEvent, ReactNode } from 'react'
import { CommandFault } from '#client/layout/CommandFault.tsx'
import type { CommandFault as Fault } from '#client/layout/use-command.ts'
import { Panel, panelBar } from '#client/ui/Panel.tsx'
import { Refused } from '#client/ui/refused.ts'
import { useKeys } from '#client/ui/keys.ts'

type FormPanelProps = {
  title: string
  confirm: string
  pending: boolean
  fault: Fault
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

/** A form in a dialog: Ctrl Enter sends it, a refusal stands above the buttons, fields keep their own. */
export function FormPanel({ title, confirm, pending, fault, onSubmit, onClose, children }: FormPanelProps) {
  const translate = useTranslate()
  const isOnFields = fault instanceof Refused && fault.problem.errors !== undefined
  useKeys([{ keys: 'ctrl+enter', group: 'act', run: onSubmit }])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <Panel title={title} onClose={onClose}>
      <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 2 }}>
        {children}
        {isOnFields ? null : <CommandFault fault={fault} onRetry={onSubmit} />}
        <Box sx={panelBar}>
          <Button type="submit" variant="contained" disabled={pending}>
            {confirm}
          </Button>
          <Button onClick={onClose}>{translate('ui.leave_it')}</Button>
        </Box>
      </Box>
    </Panel>
  )
}
