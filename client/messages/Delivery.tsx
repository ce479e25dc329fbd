import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ThreadEntry } from '#domain/contracts/messages.ts'
import { Icon } from '#client/ui/Icon.tsx'
import { Moment } from '#client/ui/Moment.tsx'

/** Under our answer: on its way, read when, or not read for too long; and who could read it when it was sent. */
export function Delivery({ delivery }: { delivery: NonNullable<ThreadEntry['delivery']> }) {
  const translate = useTranslate()
  const { state, readAt, notReadSinceAt, readers } = delivery
  const isLate = notReadSinceAt !== null && readAt === null
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, mt: 0.5, typography: 'table', color: 'ink2' }}>
      <Box component="span" sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center', color: isLate || state === 'parked' ? 'due' : undefined }}>
        <Icon name={readAt ? 'eye' : isLate || state === 'parked' ? 'unsaid' : 'clock'} size={14} />
        {readAt ? <>{translate('messages.read')} <Moment at={readAt} /></> : translate(isLate ? 'messages.not_read_yet' : `messages.delivery.${state}`)}
      </Box>
      {readers.length > 0 ? <span>{translate('messages.could_read', { names: readers.join(', ') })}</span> : null}
    </Box>
  )
}
