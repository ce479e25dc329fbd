import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { IncidentAnswer } from '#domain/contracts/enrollment-figures.ts'
import { ReasonPanel } from '#client/layout/ReasonPanel.tsx'
import { useMay } from '#client/layout/session.ts'
import { Facts } from '#client/ui/Facts.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { Pane } from '#client/ui/Pane.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'

/** One incident: what is known of it, by whom it was opened and why, and how it ended. */
export function IncidentPane({ incident }: { incident: IncidentAnswer }) {
  const translate = useTranslate()
  const mayClose = useMay('incident.close') !== '-' && incident.state === 'open'
  const [closes, setCloses] = useState(false)
  const facts = Object.entries(incident.facts).map(([name, value]) => ({ key: name, name: translate(`incidents.fact.${name}`, { _: name }), value: <FactValue name={name} value={value} /> }))
  return (
    <Pane title={translate(`incidents.kind.${incident.kind}`)} reads bar={mayClose ? <Button variant="contained" onClick={() => setCloses(true)}>{translate('incidents.close')}</Button> : undefined}>
      <Box sx={{ display: 'grid', gap: 2, p: 2 }}>
        <p>{incident.reason}</p>
        <Facts
          facts={[
            { key: 'opened', name: translate('incidents.opened'), value: <>{incident.openedBy}, <Moment at={incident.openedAt} /></> },
            ...(incident.patient ? [{ key: 'patient', name: translate('incidents.patient'), value: <TextLink to={`/patients/${incident.patient.id}`}>{incident.patient.name}</TextLink> }] : []),
            ...(incident.right ? [{ key: 'right', name: translate('incidents.right'), value: <TextLink to={`/patients/${incident.right.id}`}>{incident.right.name}</TextLink> }] : []),
            ...facts,
            ...(incident.closed ? [{ key: 'closed', name: translate('incidents.closed'), value: <>{incident.closed.note} ({incident.closed.by}, <Moment at={incident.closed.at} />)</> }] : []),
          ]}
        />
      </Box>
      {closes ? (
        <ReasonPanel
          title={translate('incidents.close_title')}
          effect={translate('incidents.close_effect')}
          confirm={translate('incidents.close_do')}
          command={(reason) => ({ path: `/incidents/${incident.id}/close`, body: { reason }, version: incident.version })}
          touched={['incidents']}
          onDone={() => setCloses(false)}
          onClose={() => setCloses(false)}
        />
      ) : null}
    </Pane>
  )
}

/** A fact as somebody reads it: words of closed lists in their language, instants on the practice's clock. */
function FactValue({ name, value }: { name: string; value: string | number | null }) {
  const translate = useTranslate()
  if (name === 'accountEnded') return translate(value === 0 ? 'incidents.no' : 'incidents.yes')
  if (name === 'categoriesSeen') return value ? String(value).split(', ').map((one) => translate(`enroll.seen.${one}`)).join(', ') : translate('incidents.nothing')
  if (value === null) return '–'
  if (name === 'cause') return translate(`enroll.cause.${value}`, { _: String(value) })
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? <Moment at={value} /> : String(value)
}
