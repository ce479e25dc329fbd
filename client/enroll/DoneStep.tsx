import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { LinkBase, useTranslate } from 'ra-core'
import type { EnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import { SayToPatient } from '#client/enroll/SayToPatient.tsx'
import { Card } from '#client/ui/Card.tsx'
import { Centered } from '#client/ui/Centered.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { TextButton } from '#client/ui/TextLink.tsx'

/** The account is active. If it was the wrong person, that can be undone from here. */
export function DoneStep({ draft, onUndo }: { draft: EnrollmentAnswer; onUndo: (() => void) | null }) {
  const translate = useTranslate()
  const at = draft.live.at(-1)?.at
  return (
    <Card title={translate('enroll.step.done')}>
      <Centered icon="ok" tone="ok" title={translate('enroll.is_active', { portal: draft.portal.name })} text={at ? <Moment at={at} seconds /> : undefined}>
        <Button component={LinkBase} to={`/patients/${draft.patient.id}`}>{translate('enroll.open_record')}</Button>
      </Centered>
      <Box sx={{ display: 'grid', gap: 2, maxWidth: 480, mx: 'auto' }}>
        <SayToPatient what="done" language={draft.language} />
        {onUndo ? (
          <Box sx={{ typography: 'table', color: 'ink2' }}>
            {translate('enroll.wrong_person')} <TextButton type="button" onClick={onUndo}>{translate('enroll.undo')}</TextButton>
          </Box>
        ) : null}
      </Box>
    </Card>
  )
}
