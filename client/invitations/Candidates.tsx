import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { RegistrationAnswer } from '#domain/contracts/invitations.ts'
import { ReasonPanel } from '#client/layout/ReasonPanel.tsx'
import { useMay } from '#client/layout/session.ts'
import { Card } from '#client/ui/Card.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'
import { WhoCell } from '#client/ui/WhoCell.tsx'

type Candidate = RegistrationAnswer['candidates'][number]

/** Who a registration may be, with the facts that agree and those that differ; choosing one proves nothing. */
export function Candidates({ registration }: { registration: RegistrationAnswer }) {
  const translate = useTranslate()
  const mayWork = useMay('registration.work') !== '-' && (registration.state === 'open' || registration.state === 'matched')
  const [chosen, setChosen] = useState<Candidate | null>(null)
  const words = (facts: Candidate['agrees']) => facts.map((fact) => translate(`registrations.fact.${fact}`)).join(', ') || translate('registrations.nothing')
  return (
    <Card title={translate('registrations.candidates')} flush>
      {registration.candidates.length === 0 ? <EmptyState kind="nothing-found" title={translate('registrations.no_candidates')} /> : null}
      <ul>
        {registration.candidates.map((one) => (
          <Box
            component="li"
            key={one.patientId}
            sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', px: 2, py: 1.25, borderTop: '1px solid', borderColor: 'line', bgcolor: one.patientId === registration.patientId ? 'accentSoft' : undefined, '&:first-of-type': { borderTop: 0 } }}
          >
            <Box sx={{ flex: '1 1 220px' }}>
              <TextLink to={`/patients/${one.patientId}`}><WhoCell {...one} /></TextLink>
            </Box>
            <Box sx={{ flex: '1 1 200px', typography: 'table' }}>
              <div>{translate('registrations.agrees', { what: words(one.agrees) })}</div>
              <Box sx={{ color: one.differs.length > 0 ? 'late' : 'ink2' }}>{translate('registrations.differs', { what: words(one.differs) })}</Box>
            </Box>
            {mayWork && one.patientId !== registration.patientId ? (
              <Button size="small" onClick={() => setChosen(one)} aria-label={`${translate('registrations.match')} ${one.name}`}>{translate('registrations.match')}</Button>
            ) : null}
          </Box>
        ))}
      </ul>
      {chosen ? (
        <ReasonPanel
          title={`${translate('registrations.match_title')}: ${chosen.name}`}
          effect={translate('registrations.match_effect')}
          confirm={translate('registrations.match_do')}
          command={(reason) => ({ path: `/registrations/${registration.id}/match`, body: { patientId: chosen.patientId, reason }, version: registration.version })}
          touched={['registrations']}
          onDone={() => setChosen(null)}
          onClose={() => setChosen(null)}
        />
      ) : null}
    </Card>
  )
}
