import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { BirthdayLine, BirthdaysAnswer } from '#domain/contracts/proxy-access.ts'
import { AgeBadge } from '#client/proxy-access/AgeBadge.tsx'
import { alsoOn, paths } from '#client/proxy-access/paths.ts'
import { useMay } from '#client/layout/session.ts'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { dayText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'
import { RowLink } from '#client/ui/RowLink.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'
import { serverNow } from '#client/ui/ticking.ts'

const SHOWN = 3

/** On Home: the next birthdays at which somebody's access changes, and what happens. Nothing where none is near. */
export function BirthdaysCard() {
  const translate = useTranslate()
  const may = useMay('proxy.worklist') !== '-'
  const { data } = useRead<BirthdaysAnswer>('proxy-grants', { path: paths.birthdays({ within: 30, passed: 1, limit: SHOWN }) }, may, alsoOn)
  if (!data || data.rows.length === 0) return null
  return (
    <Card title={translate('access.birthdays_home')} flush>
      <ul>
        {data.rows.map((row) => (
          <BirthdayLineOnHome key={row.key} row={row} />
        ))}
      </ul>
      {data.more ? (
        <Box sx={{ px: 2, py: 1.25, borderTop: '1px solid', borderColor: 'line' }}>
          <TextLink to="/proxy-access/birthdays">{translate('access.all_birthdays', { smart_count: data.counts.within30 })}</TextLink>
        </Box>
      ) : null}
    </Card>
  )
}

function BirthdayLineOnHome({ row }: { row: BirthdayLine }) {
  const translate = useTranslate()
  const { locale, zone } = usePracticeTime()
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.5, alignItems: 'center', px: 2, py: 1, borderTop: '1px solid', borderColor: 'line', '&:first-of-type': { borderTop: 0 } }}>
      <AgeBadge age={row.age} />
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <Box sx={{ display: 'flex', gap: 1, justifyContent: 'space-between' }}>
          <RowLink to={`/patients/${row.patientId}/proxy-access`}>{row.patientName}</RowLink>
          <Box component="span" sx={{ typography: 'table', color: 'ink2', whiteSpace: 'nowrap' }}>
            {row.daysLeft === -1 ? translate('access.yesterday') : row.daysLeft === 0 ? translate('access.today') : dayText(Date.parse(row.at), serverNow(), zone, locale)}
          </Box>
        </Box>
        <Box sx={{ typography: 'table', color: 'ink2' }}>{effectOf(row)}</Box>
      </Box>
    </Box>
  )

  function effectOf({ proxies, age, daysLeft, gap, hasOwnAccount }: BirthdayLine): string {
    const fewer = proxies.filter(({ before, after }) => after < before).length
    const what = daysLeft < 0 ? 'passed' : age === 18 ? 'loses' : 'narrows'
    const said = fewer === 0 ? translate('access.home_nothing') : translate(`access.home_${what}`, { smart_count: fewer })
    const more = gap && !hasOwnAccount ? translate('access.home_no_account') : ''
    return [said, more].filter(Boolean).join('; ')
  }
}
