import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { GrantLine } from '#domain/contracts/proxy-access.ts'
import { dateText } from '#client/ui/format.ts'
import { Moment } from '#client/ui/Moment.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'
import { StateChip } from '#client/ui/StateChip.tsx'

const looks = { good: 'ok', 'ends-soon': 'due', expired: 'late' } as const

/** The documents that a grant rests on: kind, who saw it, until when it is good. */
export function GrantDocuments({ documents }: Pick<GrantLine, 'documents'>) {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  return (
    <Box component="ul" sx={{ display: 'grid', gap: 0.75 }}>
      {documents.map((one) => (
        <Box component="li" key={one.id} sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, rowGap: 0.5, alignItems: 'center' }}>
          <span>{translate(`access.document.${one.kind}`)}</span>
          <StateChip state={looks[one.state]}>
            {one.expiresOn ? translate(one.state === 'expired' ? 'access.good_until_past' : 'access.good_until', { day: dateText(one.expiresOn, locale) }) : translate('access.no_end')}
          </StateChip>
          <Box component="span" sx={{ typography: 'table', color: 'ink2' }}>
            {one.seenByName}, <Moment at={one.seenAt} />
          </Box>
        </Box>
      ))}
    </Box>
  )
}
