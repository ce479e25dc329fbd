import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNotify, useTranslate, type TranslateFunction } from 'ra-core'
import { useState } from 'react'
import type { FeedDifference, PatientOverview } from '#domain/contracts/patients.ts'
import { differenceLabels, shownHere, shownValue } from '#client/patients/differences.ts'
import { Whom } from '#client/ui/Whom.tsx'
import { ReasonPanel } from '#client/layout/ReasonPanel.tsx'
import { useMay } from '#client/layout/session.ts'
import { Card } from '#client/ui/Card.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { Rows, type Column } from '#client/ui/Rows.tsx'

type Asked = { difference: FeedDifference; take: 'desk' | 'feed' }

type Tools = { translate: TranslateFunction; ask: ((asked: Asked) => void) | null }

function columnsOf(patient: PatientOverview, { translate, ask }: Tools): Column<FeedDifference>[] {
  return [
    { key: 'field', heading: 'record.differs_field', cell: (one) => translate(differenceLabels[one.field]) },
    { key: 'here', heading: 'record.differs_here', cell: (one) => <><OnPhone>{translate('record.differs_here')}</OnPhone>{shownHere(patient, one.field, translate)}</> },
    {
      key: 'feed', heading: 'record.differs_feed',
      cell: (one) => (
        <>
          <OnPhone>{translate('record.differs_feed')}</OnPhone>{shownValue(one.feedValue, translate)}
          <Box sx={{ typography: 'table', color: 'ink3' }}>{translate('record.differs_since')} <Moment at={one.sinceAt} /></Box>
        </>
      ),
    },
    { key: 'act', heading: 'today.act', align: 'right', cell: (one) => (ask ? <TwoWays difference={one} onAsk={ask} /> : null) },
  ]
}

/** On a phone the headings are gone and the words stand beside what they head. */
function OnPhone({ children }: { children: string }) {
  return <Box component="span" sx={{ display: { sm: 'none' }, color: 'ink3' }}>{children}: </Box>
}

/** Ours or theirs; a contact is asked for and changed instead. */
function TwoWays({ difference, onAsk }: { difference: FeedDifference; onAsk: (asked: Asked) => void }) {
  const translate = useTranslate()
  const isContact = difference.field === 'phone' || difference.field === 'email'
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: { sm: 'end' }, alignItems: 'center' }}>
      {isContact ? <Box component="span" sx={{ typography: 'table', color: 'ink2' }}>{translate('record.ask_then_change')}</Box> : null}
      <Button size="small" onClick={() => onAsk({ difference, take: 'desk' })}>{translate('record.keep_ours')}</Button>
      {isContact ? null : <Button size="small" onClick={() => onAsk({ difference, take: 'feed' })}>{translate('record.take_feed')}</Button>}
    </Box>
  )
}

/** What a feed says otherwise than a desk, beside what is on record, and the two ways to settle it. */
export function DifferencesCard({ patient }: { patient: PatientOverview }) {
  const translate = useTranslate()
  const notify = useNotify()
  const mayEdit = useMay('patient.edit') !== '-' && !patient.deceased
  const [asked, setAsked] = useState<Asked | null>(null)
  if (patient.differences.length === 0) return null
  const label = (one: FeedDifference) => translate(differenceLabels[one.field])
  return (
    <Card title={translate('record.differences')} aside={translate('record.differences_under')} flush>
      <Rows
        label={translate('record.differences')}
        rows={patient.differences}
        rowKey={(one) => one.field}
        columns={columnsOf(patient, { translate, ask: mayEdit ? setAsked : null })}
      />
      {asked ? (
        <ReasonPanel
          title={translate('record.settle_panel')}
          whom={<Whom patient={patient} />}
          effect={translate(asked.take === 'desk' ? 'record.settle_ours' : 'record.settle_feed', { field: label(asked.difference), value: shownValue(asked.difference.feedValue, translate) })}
          confirm={translate(asked.take === 'desk' ? 'record.keep_ours' : 'record.take_feed')}
          command={(reason) => ({ path: `/patients/${patient.id}/settle-difference`, version: patient.version, body: { field: asked.difference.field, take: asked.take, reason } })}
          touched={['patients']}
          onDone={() => {
            setAsked(null)
            notify('record.settled', { type: 'success' })
          }}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </Card>
  )
}
