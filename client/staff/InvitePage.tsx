import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNavigate, useNotify, useTranslate } from 'ra-core'
import { useState, type FormEvent } from 'react'
import { InviteFields, type Invitation } from '#client/staff/InviteFields.tsx'
import { CommandFault } from '#client/layout/CommandFault.tsx'
import { Page } from '#client/layout/Page.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { Card } from '#client/ui/Card.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { Note } from '#client/ui/Note.tsx'
import { Refused } from '#client/ui/refused.ts'
import { useKeys } from '#client/ui/keys.ts'

const empty: Invitation = {
  userName: '', name: '', email: '', roles: [], clinicianKind: null, npi: '', siteIds: [], homeSiteId: null, language: 'en', reason: '',
}

/** Asks for a new colleague's account: nothing happens until a privacy officer approves it. */
export default function InvitePage() {
  const translate = useTranslate()
  const navigate = useNavigate()
  const notify = useNotify()
  const { run, fault, pending } = useCommand<{ state: 'open' | 'done' }>()
  const [invitation, setInvitation] = useState(empty)
  const submit = async () => {
    const body = { ...invitation, npi: invitation.npi.trim() || null }
    const answer = await run({ path: '/staff/invite', body }, ['staff', 'two-person-requests'])
    if (!answer) return
    notify(answer.data.state === 'open' ? 'staff.asked' : 'staff.invited', { type: 'success' })
    void navigate(answer.data.state === 'open' ? '/approvals' : '/staff')
  }
  useKeys([{ keys: 'ctrl+enter', group: 'act', label: 'keys.send', run: () => void submit() }])
  const isOnFields = fault instanceof Refused && fault.problem.errors !== undefined
  return (
    <Page name="staff.invite" title={translate('staff.invite')} under={translate('staff.invite_under')}>
      <Box
        component="form"
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void submit()
        }}
        sx={{ display: 'grid', gap: 2, maxWidth: 720 }}
      >
        <Card>
          <InviteFields invitation={invitation} onChange={setInvitation} fault={fault} />
        </Card>
        <Note icon="flag">{translate('staff.effect.invite')}</Note>
        {isOnFields ? null : <CommandFault fault={fault} onRetry={() => void submit()} />}
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button type="submit" variant="contained" disabled={pending}>
            {translate('staff.ask')} <KeyCap keys="ctrl+enter" />
          </Button>
          <Button onClick={() => void navigate('/staff')}>{translate('ui.leave_it')}</Button>
        </Box>
      </Box>
    </Page>
  )
}
