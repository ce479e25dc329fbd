import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ThreadEntry } from '#domain/contracts/messages.ts'
import { Attachments } from '#client/messages/Attachments.tsx'
import { Delivery } from '#client/messages/Delivery.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import type { IconName } from '#client/ui/icon-paths.ts'

const looks: Record<ThreadEntry['kind'], { ground: string; bar: string; icon: IconName | null }> = {
  message: { ground: 'surface', bar: 'line', icon: null }, reply: { ground: 'accentSoft', bar: 'accent', icon: 'enter' },
  note: { ground: 'dueSoft', bar: 'due', icon: 'inbox' }, call: { ground: 'sunken', bar: 'line2', icon: 'phone' },
}

/** One message, answer, staff note or call. Text is text: nothing in it acts. */
export function EntryCard({ entry, patientName }: { entry: ThreadEntry; patientName: string }) {
  const translate = useTranslate()
  const { ground, bar, icon } = looks[entry.kind]
  const isStaffOnly = entry.kind === 'note' || entry.kind === 'call'
  return (
    <Box
      component="li"
      sx={{
        p: 1.5, px: 2, borderRadius: 1.25, border: '1px solid', borderColor: 'line', bgcolor: ground, ...(entry.kind === 'message' ? {} : { borderInlineStart: '3px solid', borderInlineStartColor: bar }),
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', justifyContent: 'space-between', mb: 0.5 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'center' }}>
          {icon ? <Icon name={icon} size={16} /> : null}
          {isStaffOnly ? <strong>{entry.call ? translate(`messages.call_was.${entry.call.outcome}`) : entry.cause && entry.cause !== 'note' ? translate(`messages.cause.${entry.cause}`) : translate('messages.staff_only')}</strong> : null}
          <Box component="span" sx={{ fontWeight: isStaffOnly ? 400 : 600, color: isStaffOnly ? 'ink2' : undefined }}>{entry.sender.name}</Box>
          {isStaffOnly ? null : <Box component="span" sx={{ typography: 'table', color: 'ink2' }}>{whoWrote()}</Box>}
        </Box>
        <Box component="span" sx={{ typography: 'table', color: 'ink2' }}><Moment at={entry.at} /></Box>
      </Box>
      <Box dir="auto" lang={entry.language ?? undefined} sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{entry.text}</Box>
      <Attachments of={entry.attachments} />
      {entry.call?.answered ? <Box sx={{ typography: 'table', color: 'ink2', mt: 0.5 }}>{translate('messages.call_answered')}</Box> : null}
      {entry.delivery ? <Delivery delivery={entry.delivery} /> : null}
    </Box>
  )

  function whoWrote(): string {
    const { kind, relationship } = entry.sender
    if (kind === 'staff') return translate('messages.from_us')
    if (kind === 'patient') return translate('messages.from_patient')
    return translate('messages.from_other', { relationship: relationship ? relationshipWords(relationship) : translate('messages.somebody'), name: patientName })
  }

  function relationshipWords(relationship: string): string {
    return translate(`access.relationship.${relationship}`, { _: relationship })
  }
}
