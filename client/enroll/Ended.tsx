import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { LinkBase, useTranslate } from 'ra-core'
import type { EnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import { outcomeWords } from '#client/enroll/outcome-words.ts'
import { SayToPatient } from '#client/enroll/SayToPatient.tsx'
import { Card } from '#client/ui/Card.tsx'
import { Centered } from '#client/ui/Centered.tsx'
import { Moment } from '#client/ui/Moment.tsx'

/** How an enrollment ended without an account: with its reason, by whom, and what can be done. */
export function Ended({ draft }: { draft: EnrollmentAnswer }) {
  const translate = useTranslate()
  const { ended, patient, state } = draft
  return (
    <Card>
      <Centered icon={state === 'deferred' ? 'clock' : 'none'} title={translate(`enroll.ended.${state}`)} text={ended?.reason ? outcomeWords(ended.reason, translate) : undefined}>
        <Button component={LinkBase} to="/" variant="contained">{translate('enroll.next_person')}</Button>
        {state === 'undone' ? null : <Button component={LinkBase} to={`/patients/${patient.id}/enroll`}>{translate('enroll.start_again')}</Button>}
        <Button component={LinkBase} to={`/patients/${patient.id}`}>{translate('enroll.open_record')}</Button>
      </Centered>
      <Box sx={{ display: 'grid', gap: 1.5, maxWidth: 480, mx: 'auto', color: 'ink2' }}>
        {ended?.note ? <p>{ended.note}</p> : null}
        {ended ? (
          <Box component="p" sx={{ typography: 'table' }}>
            {ended.by}, <Moment at={ended.at} />
          </Box>
        ) : null}
        {state === 'declined' || state === 'deferred' ? <SayToPatient what="declined" language={draft.language} /> : null}
      </Box>
    </Card>
  )
}
