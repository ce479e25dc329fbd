import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { LinkBase, useTranslate } from 'ra-core'
import type { PatientEnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import { Page } from '#client/layout/Page.tsx'
import { Card } from '#client/ui/Card.tsx'
import { Identity } from '#client/ui/Identity.tsx'
import { Refusal } from '#client/ui/Refusal.tsx'
import { TakenFor } from '#client/ui/TakenFor.tsx'

/** On no portal can this person be enrolled now: each says why, and what is the way on. */
export function StartRefused({ answer: { patient, portals } }: { answer: PatientEnrollmentAnswer }) {
  const translate = useTranslate()
  return (
    <Page name="enroll.page" title={translate('enroll.title', { name: patient.name })} under={<Identity {...patient} />}>
      <TakenFor people={patient.lookAlikes} />
      <Box sx={{ display: 'grid', gap: 2, maxWidth: 760 }}>
        {portals.map(({ portal, refusal, invitationId }) =>
          refusal ? (
            <Card key={portal.id} title={portal.name}>
              <Box sx={{ m: -2 }}>
                <Refusal
                  refusal={refusal}
                  action={invitationId ? <Button component={LinkBase} to={`/invitations/${invitationId}`}>{translate('enroll.see_invitation')}</Button> : undefined}
                />
              </Box>
            </Card>
          ) : null,
        )}
        <div>
          <Button component={LinkBase} to={`/patients/${patient.id}`} variant="contained">{translate('enroll.open_record')}</Button>
        </div>
      </Box>
    </Page>
  )
}
