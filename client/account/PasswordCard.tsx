import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNotify, useTranslate } from 'ra-core'
import { useState, type FormEvent } from 'react'
import { CommandFault, fieldRefusal } from '#client/layout/CommandFault.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { Card } from '#client/ui/Card.tsx'
import { PasswordField } from '#client/ui/PasswordField.tsx'
import { Refused } from '#client/ui/refused.ts'

/** A new password; every other session of the person ends with it. */
export function PasswordCard() {
  const translate = useTranslate()
  const notify = useNotify()
  const { run, fault, pending } = useCommand<{ sessionsEnded: number }>()
  const [currentPassword, setCurrent] = useState('')
  const [newPassword, setNew] = useState('')
  const submit = async () => {
    const answer = await run({ path: '/account/password', body: { currentPassword, newPassword } }, ['sessions'])
    if (!answer) return
    setCurrent('')
    setNew('')
    notify('account.password_changed', { type: 'success' })
  }
  const isOnFields = fault instanceof Refused && fault.problem.errors !== undefined
  return (
    <Card title={translate('account.password')}>
      <Box
        component="form"
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void submit()
        }}
        sx={{ display: 'grid', gap: 2 }}
      >
        <PasswordField
          label={translate('account.current')}
          autoComplete="current-password"
          required
          value={currentPassword}
          refusal={fieldRefusal(fault, 'currentPassword')}
          onChange={(event) => setCurrent(event.target.value)}
        />
        <PasswordField
          label={translate('account.new')}
          hint={translate('account.password_hint')}
          autoComplete="new-password"
          required
          value={newPassword}
          refusal={fieldRefusal(fault, 'newPassword')}
          onChange={(event) => setNew(event.target.value)}
        />
        {isOnFields ? null : <CommandFault fault={fault} onRetry={() => void submit()} />}
        <div>
          <Button type="submit" disabled={pending}>
            {translate('account.change_password')}
          </Button>
        </div>
      </Box>
    </Card>
  )
}
