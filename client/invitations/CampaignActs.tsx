import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { CampaignAnswer } from '#domain/contracts/campaigns.ts'
import { ReasonPanel } from '#client/layout/ReasonPanel.tsx'
import { useMay } from '#client/layout/session.ts'

/** Pause, resume, cancel: each says exactly what happens to what is out and what is not. */
export function CampaignActs({ campaign }: { campaign: CampaignAnswer }) {
  const translate = useTranslate()
  const mayRun = useMay('campaign.run') !== '-'
  const [open, setOpen] = useState<'pause' | 'resume' | 'cancel' | null>(null)
  const { id, version, state } = campaign
  const runs = state === 'running' || state === 'preparing'
  if (!mayRun || !(runs || state === 'paused')) return null
  const close = () => setOpen(null)
  return (
    <>
      {runs ? <Button onClick={() => setOpen('pause')}>{translate('campaigns.pause')}</Button> : <Button variant="contained" onClick={() => setOpen('resume')}>{translate('campaigns.resume')}</Button>}
      <Button onClick={() => setOpen('cancel')}>{translate('campaigns.cancel')}</Button>
      {open ? (
        <ReasonPanel
          title={translate(`campaigns.${open}_title`)}
          effect={translate(`campaigns.${open}_effect`)}
          confirm={translate(`campaigns.${open}_do`)}
          command={(reason) => ({ path: `/campaigns/${id}/${open}`, body: { reason }, version })}
          touched={['campaigns']}
          danger={open === 'cancel'}
          onDone={close}
          onClose={close}
        />
      ) : null}
    </>
  )
}
