import Button from '@mui/material/Button'
import { useNotify, useTranslate } from 'ra-core'
import { useState } from 'react'
import type { PatientOverview } from '#domain/contracts/patients.ts'
import { Whom } from '#client/ui/Whom.tsx'
import { ReasonPanel } from '#client/layout/ReasonPanel.tsx'
import { useMay } from '#client/layout/session.ts'
import { dateText } from '#client/ui/format.ts'
import { Moment } from '#client/ui/Moment.tsx'
import { Note } from '#client/ui/Note.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'

/** Says everywhere on the record that the person has died, on whose word, and how a mistake is undone (R13). */
export function DeceasedBanner({ patient }: { patient: PatientOverview }) {
  const translate = useTranslate()
  const notify = useNotify()
  const { locale } = usePracticeTime()
  const mayAsk = useMay('patient.undo-deceased') === '2'
  const [asks, setAsks] = useState(false)
  const { death, deceasedOn } = patient
  const done = () => {
    setAsks(false)
    notify('record.undo_asked', { type: 'success' })
  }
  return (
    <>
      <Note
        icon="blocked"
        tone="due"
        action={mayAsk ? <Button size="small" onClick={() => setAsks(true)}>{translate('record.undo_death')}</Button> : undefined}
      >
        <strong>{deceasedOn ? translate('patients.died_on', { date: dateText(deceasedOn, locale) }) : translate('patients.died')}</strong>{' '}
        {death ? (
          <>
            {death.evidence === 'feed'
              ? translate('record.death_by_feed')
              : translate('record.death_by', { name: death.recordedBy, evidence: translate(`record.death_evidences.${death.evidence}`) })}{' '}
            <Moment at={death.recordedAt} />
          </>
        ) : null}
      </Note>
      {asks ? (
        <ReasonPanel
          title={translate('record.undo_panel')}
          whom={<Whom patient={patient} />}
          effect={translate('record.undo_effect')}
          confirm={translate('record.undo_confirm')}
          command={(reason) => ({ path: `/patients/${patient.id}/undo-deceased`, body: { reason } })}
          touched={['patients', 'two-person-requests']}
          onDone={done}
          onClose={() => setAsks(false)}
        />
      ) : null}
    </>
  )
}
