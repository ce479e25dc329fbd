import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { LinkBase, useTranslate } from 'ra-core'
import type { PatientEnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import { useMay } from '#client/layout/session.ts'
import { Card } from '#client/ui/Card.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { TextButton, TextLink } from '#client/ui/TextLink.tsx'

type PortalsToEnrollProps = { answer: PatientEnrollmentAnswer; onUndo: ((portal: { id: string; name: string }) => void) | null }

/** Each portal: whether somebody can be enrolled there now, or why not with its rule, and the way on. */
export function PortalsToEnroll({ answer: { patient, portals }, onUndo }: PortalsToEnrollProps) {
  const translate = useTranslate()
  const mayEnroll = useMay('patient.enroll') !== '-'
  return (
    <Card title={translate('enroll.by_portal')} flush>
      <ul>
        {portals.map(({ portal, refusal, openEnrollmentId, invitationId, canUndo }) => (
          <Box
            component="li"
            key={portal.id}
            sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { sm: '160px minmax(0, 1fr) auto' }, alignItems: 'center', px: 2, py: 1.25, borderTop: '1px solid', borderColor: 'line', '&:first-of-type': { borderTop: 0 } }}
          >
            <Box component="span" sx={{ fontWeight: 500 }}>{portal.name}</Box>
            <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
              <Box component="span" sx={{ color: refusal ? 'blocked' : openEnrollmentId || invitationId ? 'due' : 'ok', display: 'inline-flex', pt: 0.125 }}>
                <Icon name={refusal ? 'blocked' : openEnrollmentId || invitationId ? 'due' : 'ok'} size={16} />
              </Box>
              <span>
                {refusal ? `${refusal.message} ${refusal.next}` : translate(openEnrollmentId ? 'enroll.is_open' : invitationId ? 'enroll.is_invited' : 'enroll.can_start')}{' '}
                {refusal?.rule ? <Box component="span" sx={{ typography: 'small', color: 'ink3' }}>{translate('ui.rule', { rule: refusal.rule })}</Box> : null}
              </span>
            </Box>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', justifyContent: { sm: 'flex-end' } }}>
              {invitationId ? <TextLink to={`/invitations/${invitationId}`}>{translate('enroll.see_invitation')}</TextLink> : null}
              {canUndo && onUndo ? (
                <TextButton type="button" onClick={() => onUndo(portal)} aria-label={`${translate('enroll.undo_short')} ${portal.name}`}>{translate('enroll.undo_short')}</TextButton>
              ) : null}
              {mayEnroll && openEnrollmentId ? <Button component={LinkBase} to={`/enroll/${openEnrollmentId}`} size="small">{translate('enroll.continue_it')}</Button> : null}
              {mayEnroll && !openEnrollmentId && !refusal ? <Button component={LinkBase} to={`/patients/${patient.id}/enroll?portal=${portal.id}`} size="small">{translate('enroll.enroll_now')}</Button> : null}
            </Box>
          </Box>
        ))}
      </ul>
    </Card>
  )
}
