import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { Card } from '#client/ui/Card.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import type { PatientOverview } from '#domain/contracts/patients.ts'

/** Contact points, masked, each with how long it has been on file and how that is known. */
export function ContactsCard({ contacts }: Pick<PatientOverview, 'contacts'>) {
  const translate = useTranslate()
  return (
    <Card title={translate('patients.contacts')} flush>
      {contacts.length === 0 ? <EmptyState kind="first-day" title={translate('patients.no_contacts')} /> : null}
      <ul>
        {contacts.map((contact) => (
          <Box
            component="li"
            key={contact.id}
            sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, px: 2, py: 1.25, borderTop: '1px solid', borderColor: 'line', '&:first-of-type': { borderTop: 0 } }}
          >
            <Icon name={contact.kind === 'phone' ? 'phone' : 'mail'} />
            <Box component="span" sx={{ fontWeight: 500, minWidth: 160 }}>
              {contact.masked}
            </Box>
            <Box component="span" sx={{ color: 'ink2' }}>
              {contact.use ? translate(`patients.use.${contact.use}`, { _: contact.use }) : ''}
            </Box>
            <Box component="span" sx={{ color: 'ink2', marginInlineStart: 'auto' }}>
              {translate('patients.on_file', { smart_count: contact.ageDays })},{' '}
              {translate(`patients.proof.${contact.sinceProof}`)}
            </Box>
          </Box>
        ))}
      </ul>
    </Card>
  )
}
