import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useState, type ReactNode } from 'react'
import { OptOutList } from '#client/preferences/OptOutList.tsx'
import { OptOutPanel } from '#client/preferences/OptOutPanel.tsx'
import { preferencesPath, touched } from '#client/preferences/paths.ts'
import { SidePane } from '#client/layout/SidePane.tsx'
import { ReasonPanel } from '#client/layout/ReasonPanel.tsx'
import { useMay } from '#client/layout/session.ts'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { useKeys } from '#client/ui/keys.ts'
import { Note } from '#client/ui/Note.tsx'
import { Say } from '#client/ui/Say.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'
import type { OptOutAnswer, PreferencesAnswer } from '#domain/contracts/preferences.ts'

type PreferencesTabProps = { patientId: string; whom: ReactNode }

/** What the patient does not want to get, as staff recorded it; what is said to them; what goes out whatever they wish. */
export default function PreferencesTab({ patientId, whom }: PreferencesTabProps) {
  const translate = useTranslate()
  const maySet = useMay('preference.set') !== '-'
  const { data, error, refetch } = useRead<PreferencesAnswer>('preferences', { path: preferencesPath(patientId) }, true, ['patients'])
  const [adds, setAdds] = useState(false)
  const [ends, setEnds] = useState<OptOutAnswer | null>(null)
  const canAdd = maySet && data !== undefined && !data.deceased && data.portals.some((one) => one.staffMaySet)
  useKeys(canAdd ? [{ keys: 'n', group: 'act', label: 'preferences.key_record', run: () => setAdds(true) }] : [])
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting rows={4} />
  const [standing, past] = [data.optOuts.filter((one) => one.takenBack === null), data.optOuts.filter((one) => one.takenBack !== null)]
  return (
    <Box sx={{ display: 'grid', gap: { xs: 2, md: 3 }, gridTemplateColumns: { lg: 'minmax(0, 1fr) 336px' }, alignItems: 'start' }}>
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        <Card
          flush
          title={translate('preferences.title')}
          aside={canAdd ? <Button size="small" variant="contained" onClick={() => setAdds(true)}>{translate('preferences.record')} <KeyCap keys="n" /></Button> : null}
        >
          {standing.length === 0 ? <EmptyState kind="all-done" title={translate('preferences.none')} text={translate(data.deceased ? 'preferences.none_deceased' : 'preferences.none_more')} /> : null}
          <OptOutList rows={standing} onEnd={maySet && !data.deceased ? setEnds : null} />
        </Card>
        {past.length > 0 ? <Card flush title={translate('preferences.past')}><OptOutList rows={past} onEnd={null} /></Card> : null}
      </Box>
      <SidePane label={translate('preferences.beside')}>
        <Say>{translate('preferences.say')}</Say>
        <Note icon="shield">{translate('preferences.always')}</Note>
        {data.portals.some((one) => one.hasAccount) ? <Note icon="flag">{translate('preferences.has_account')}</Note> : null}
      </SidePane>
      {adds ? <OptOutPanel patientId={patientId} whom={whom} portals={data.portals} onClose={() => setAdds(false)} /> : null}
      {ends ? (
        <ReasonPanel
          title={translate('preferences.end_title')} whom={whom} effect={translate(`preferences.end_effect.${ends.kind}`)} confirm={translate('preferences.end_do')}
          command={(reason) => ({ path: `/opt-outs/${encodeURIComponent(ends.id)}/end`, body: { reason }, version: ends.version })}
          touched={touched} onDone={() => setEnds(null)} onClose={() => setEnds(null)}
        />
      ) : null}
    </Box>
  )
}
