import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { ContactPanel } from '#client/patients/ContactPanel.tsx'
import { useMay } from '#client/layout/session.ts'
import { Card } from '#client/ui/Card.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { StateChip } from '#client/ui/StateChip.tsx'
import { TextButton, TextLink } from '#client/ui/TextLink.tsx'
import type { PatientOverview } from '#domain/contracts/patients.ts'

type Contact = PatientOverview['contacts'][number]

/** Contact points, masked, each with how long it has been on file and how that is known. */
export function ContactsCard({ patient }: { patient: PatientOverview }) {
  const translate = useTranslate()
  const mayChange = useMay('contact.change') !== '-' && !patient.deceased
  const [open, setOpen] = useState<Contact | 'new' | null>(null)
  const { contacts } = patient
  return (
    <Card
      title={translate('patients.contacts')}
      aside={mayChange ? <Button size="small" onClick={() => setOpen('new')}>{translate('record.add_contact')}</Button> : null}
      flush
    >
      {contacts.length === 0 ? <EmptyState kind="first-day" title={translate('patients.no_contacts')} /> : null}
      <ul>
        {contacts.map((contact) => (
          <Box
            component="li"
            key={contact.id}
            sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, px: 2, py: 1.25, borderTop: '1px solid', borderColor: 'line', '&:first-of-type': { borderTop: 0 } }}
          >
            <Icon name={contact.kind === 'phone' ? 'phone' : 'mail'} />
            <Box component="span" sx={{ fontWeight: 500, minWidth: { sm: 160 } }}>
              {contact.masked}
            </Box>
            <Box component="span" sx={{ color: 'ink2' }}>
              {contact.use ? translate(`patients.use.${contact.use}`, { _: contact.use }) : ''}
            </Box>
            {contact.bounced ? <StateChip state="bounced">{translate('record.bounced')}</StateChip> : null}
            {contact.shared ? <StateChip state="due">{translate('record.shared')}</StateChip> : null}
            <Box component="span" sx={{ color: 'ink2', marginInlineStart: { sm: 'auto' }, flexBasis: { xs: '100%', sm: 'auto' } }}>
              {translate('patients.on_file', { smart_count: contact.ageDays })},{' '}
              {translate(`patients.proof.${contact.sinceProof}`)}
            </Box>
            {mayChange ? (
              <TextButton type="button" aria-label={`${translate('record.change_contact')} ${contact.masked}`} onClick={() => setOpen(contact)}>
                {translate('record.change_contact')}
              </TextButton>
            ) : null}
          </Box>
        ))}
      </ul>
      <Unwanted patient={patient} />
      {open ? <ContactPanel patient={patient} contact={open === 'new' ? null : open} onClose={() => setOpen(null)} /> : null}
    </Card>
  )
}

/** What the patient does not want to get, under the contacts that it is about. */
function Unwanted({ patient }: { patient: PatientOverview }) {
  const translate = useTranslate()
  if (patient.doesNotWant.length === 0) return null
  const what = patient.doesNotWant.map(({ kind, channel, portalName }) =>
    `${translate(`preferences.not.${kind}`, { way: translate(`preferences.way.${channel}`) })} (${portalName ?? translate('preferences.every_portal')})`)
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, rowGap: 0.5, alignItems: 'center', px: 2, py: 1.25, borderTop: '1px solid', borderColor: 'line' }}>
      <StateChip state="held">{translate('preferences.title')}</StateChip>
      <span>{what.join(' · ')}</span>
      <TextLink to={`/patients/${patient.id}/preferences`}>{translate('preferences.all_of_it')}</TextLink>
    </Box>
  )
}
