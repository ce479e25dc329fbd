import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { BirthdayLine } from '#domain/contracts/proxy-access.ts'
import { AgeBadge } from '#client/proxy-access/AgeBadge.tsx'
import { dateText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'
import { StateChip } from '#client/ui/StateChip.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'

/** How many of the things that close are named before the rest is counted. */
const NAMED = 3

/** One birthday: who, when, each proxy before and after, who has been told, and whether nobody could act. */
export function BirthdayRow({ row }: { row: BirthdayLine }) {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  const passed = row.daysLeft < 0
  return (
    <Box component="li" sx={{ display: 'grid', gap: { xs: 1, md: 2 }, gridTemplateColumns: { xs: 'auto minmax(0, 1fr)', md: 'auto minmax(0, 3fr) minmax(0, 5fr) minmax(0, 2fr)' }, px: 2, py: 1.25, borderTop: '1px solid', borderColor: 'line', '&:first-of-type': { borderTop: 0 } }}>
      <AgeBadge age={row.age} />
      <Box sx={{ minWidth: 0 }}>
        <TextLink to={`/patients/${row.patientId}/proxy-access`}>{row.patientName}</TextLink>
        <Box sx={{ typography: 'table', color: 'ink2' }}>
          {dateText(row.on, locale)} · {passed ? translate('access.days_ago', { smart_count: -row.daysLeft }) : translate('access.in_days', { smart_count: row.daysLeft })}
        </Box>
        <Box sx={{ typography: 'table', color: 'ink2' }}>{row.portalName}</Box>
      </Box>
      <Box component="ul" sx={{ gridColumn: { xs: '1 / -1', md: 'auto' }, display: 'grid', gap: 0.75 }}>
        {row.proxies.length === 0 ? <Box component="li" sx={{ color: 'ink2' }}>{translate('access.no_proxy')}</Box> : null}
        {row.proxies.map((proxy) => (
          <li key={proxy.personId}>
            <strong>{proxy.name}</strong>, {translate(`access.relationship.${proxy.relationship}`)}: {translate('access.before_after', { before: proxy.before, after: proxy.after })}
            {proxy.loses.length > 0 ? (
              <Box component="span" sx={{ display: 'block', typography: 'table', color: 'ink2' }}>
                {translate('access.loses', { what: proxy.loses.slice(0, NAMED).map(({ name }) => name).join(', ') })}
                {proxy.loses.length > NAMED ? `, +${proxy.loses.length - NAMED}` : ''}
              </Box>
            ) : null}
          </li>
        ))}
      </Box>
      <Box sx={{ gridColumn: { xs: '1 / -1', md: 'auto' }, display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: 0.5, typography: 'table', color: 'ink2' }}>
        {row.gap ? <StateChip state="due" icon="late">{translate('access.gap_chip')}</StateChip> : null}
        <span>{translate(row.hasOwnAccount ? 'access.has_account' : 'access.no_account')}</span>
        <span>{translate('access.told', { smart_count: row.told })}</span>
      </Box>
    </Box>
  )
}
