import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useState, type FormEvent } from 'react'
import { CampaignPreviewCard } from '#client/invitations/CampaignPreviewCard.tsx'
import { CohortFields } from '#client/invitations/CohortFields.tsx'
import { emptyCohort, isWhole, type CohortForm } from '#client/invitations/cohort-form.ts'
import { InvitationParts } from '#client/invitations/InvitationParts.tsx'
import { Card } from '#client/ui/Card.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { useKeys } from '#client/ui/keys.ts'

/** Says whom a campaign is for, shows whom it reaches and whom not, and only then starts it. */
export default function NewCampaignPage() {
  const translate = useTranslate()
  const [form, setForm] = useState(emptyCohort)
  const [looked, setLooked] = useState<CohortForm | null>(null)
  const look = () => {
    if (isWhole(form)) setLooked(form)
  }
  useKeys(looked ? [] : [{ keys: 'ctrl+enter', group: 'act', label: 'campaigns.preview', run: look }])
  return (
    <InvitationParts under={translate('campaigns.under')}>
      <Box sx={{ display: 'grid', gap: { xs: 2, md: 3 }, gridTemplateColumns: { md: 'minmax(0, 1fr) minmax(0, 1fr)' }, alignItems: 'start' }}>
        <Card title={translate('campaigns.form')}>
          <Box
            component="form"
            onSubmit={(event: FormEvent) => {
              event.preventDefault()
              look()
            }}
            sx={{ display: 'grid', gap: 2 }}
          >
            <CohortFields
              form={form}
              onChange={(changed) => {
                setForm(changed)
                setLooked(null)
              }}
            />
            {looked ? null : (
              <div>
                <Button type="submit" variant="contained">{translate('campaigns.preview')} <KeyCap keys="ctrl+enter" /></Button>
              </div>
            )}
          </Box>
        </Card>
        {looked ? <CampaignPreviewCard form={looked} /> : null}
      </Box>
    </InvitationParts>
  )
}
