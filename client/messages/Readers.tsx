import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ReadersAnswer } from '#domain/contracts/messages.ts'
import type { Audience } from '#domain/messages/words.ts'
import { Icon } from '#client/ui/Icon.tsx'

/** Everybody who can read this thread on the portal now, by name, before anything is sent. */
export function Readers({ readers, audience }: { readers: ReadersAnswer['readers']; audience: Audience }) {
  const translate = useTranslate()
  const nameOf = useReaderName()
  if (readers.length === 0) return <Box sx={{ typography: 'table', color: 'due' }}>{translate('messages.nobody_reads')}</Box>
  return (
    <Box sx={{ display: 'flex', gap: 0.75, alignItems: 'center', typography: 'table' }}>
      <Icon name="eye" size={16} />
      <span>{translate(audience === 'patient-only' ? 'messages.reads_alone' : 'messages.will_read', { names: readers.map(nameOf).join(', ') })}</span>
    </Box>
  )
}

/** A reader's name, with what they are to the patient. */
export function useReaderName(): (reader: ReadersAnswer['readers'][number]) => string {
  const translate = useTranslate()
  return ({ name, relationship }) => (relationship === null ? name : `${name} (${translate(`access.relationship.${relationship}`, { _: relationship })})`)
}
