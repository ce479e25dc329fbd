import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNavigate, useNotify, useTranslate } from 'ra-core'
import { useState, type FormEvent } from 'react'
import type { CampaignPreview } from '#domain/contracts/campaigns.ts'
import { cohortOf, type CohortForm } from '#client/invitations/cohort-form.ts'
import { LeftOut } from '#client/invitations/LeftOut.tsx'
import { CommandFault, fieldRefusal } from '#client/layout/CommandFault.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { WordsField } from '#client/ui/Field.tsx'
import { Figure } from '#client/ui/Figure.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { useKeys } from '#client/ui/keys.ts'
import { Note } from '#client/ui/Note.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

/** Whom a campaign would reach and whom not, why, and how long it takes; started with a reason. */
export function CampaignPreviewCard({ form }: { form: CohortForm }) {
  const translate = useTranslate()
  const navigate = useNavigate()
  const notify = useNotify()
  const cohort = cohortOf(form)
  const { data, error, refetch } = useRead<CampaignPreview>('campaigns', { path: '/campaigns/preview', body: cohort })
  const { run, pending, fault } = useCommand<{ id: string }>()
  const [reason, setReason] = useState('')
  const start = async () => {
    if (!data || data.toInvite === 0) return
    const body = { name: form.name.trim(), cohort, perHour: Number(form.perHour), reason: reason.trim() }
    const answer = await run({ path: '/campaigns', body }, ['campaigns'])
    if (!answer) return
    notify('campaigns.started', { type: 'success' })
    void navigate(`/invitations/campaigns/${answer.data.id}`)
  }
  useKeys([{ keys: 'ctrl+enter', group: 'act', run: () => void start() }])
  if (error) return <Card flush><Failure error={error} onRetry={() => void refetch()} /></Card>
  if (!data) return <Card title={translate('campaigns.preview_title')}><Waiting rows={5} /></Card>
  return (
    <Card title={translate('campaigns.preview_title')}>
      <Box
        component="form"
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void start()
        }}
        sx={{ display: 'grid', gap: 2 }}
      >
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 4 }}>
          <Figure name={translate('campaigns.in_cohort')} value={data.inCohort} />
          <Figure name={translate('campaigns.to_invite')} value={data.toInvite} under={translate('campaigns.takes', { hours: Math.max(1, Math.ceil(data.toInvite / Number(form.perHour))) })} />
        </Box>
        {data.partial ? <Note icon="late" tone="due">{translate('campaigns.partial')}</Note> : null}
        {data.toInvite > 0 ? (
          <>
            <WordsField label={translate('campaigns.reason_start')} hint={translate('ui.reason_hint')} required minLength={3} maxLength={500} value={reason} refusal={fieldRefusal(fault, 'reason')} onChange={(event) => setReason(event.target.value)} />
            {fieldRefusal(fault, 'reason') ? null : <CommandFault fault={fault} onRetry={() => void start()} />}
            <div>
              <Button type="submit" variant="contained" disabled={pending}>
                {translate('campaigns.start', { count: data.toInvite })} <KeyCap keys="ctrl+enter" />
              </Button>
            </div>
          </>
        ) : null}
        <LeftOut lines={data.leftOut} />
      </Box>
    </Card>
  )
}
