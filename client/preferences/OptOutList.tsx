import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { Icon } from '#client/ui/Icon.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { TextButton } from '#client/ui/TextLink.tsx'
import type { OptOutAnswer } from '#domain/contracts/preferences.ts'

const icons = { email: 'mail', sms: 'phone', app: 'phone' } as const
type OptOutListProps = { rows: readonly OptOutAnswer[]; onEnd: ((row: OptOutAnswer) => void) | null }

/** Each wish with its portal and way; under it who recorded it, how it was said and why, and who took it back. */
export function OptOutList({ rows, onEnd }: OptOutListProps) {
  const translate = useTranslate()
  return (
    <ul>
      {rows.map((row) => {
        const what = translate(`preferences.no.${row.kind}`, { way: translate(`preferences.way.${row.channel}`) })
        return (
          <Box component="li" key={row.id} sx={{ display: 'flex', gap: 1.5, alignItems: 'start', px: 2, py: 1.25, borderTop: '1px solid', borderColor: 'line', '&:first-of-type': { borderTop: 0 } }}>
            <Icon name={icons[row.channel]} />
            <Box sx={{ display: 'grid', gap: 0.25, minWidth: 0, flexGrow: 1 }}>
              <Box sx={{ fontWeight: 500 }}>{what} · {row.portal?.name ?? translate('preferences.every_portal')}</Box>
              <Box sx={{ color: 'ink2', overflowWrap: 'anywhere' }}>
                <Moment at={row.recorded.at} />, {row.recorded.by || translate('preferences.by_system')} ({translate(`preferences.source.${row.source}`)}): {row.recorded.reason}
              </Box>
              {row.takenBack ? (
                <Box sx={{ color: 'ink2', overflowWrap: 'anywhere' }}>
                  {translate('preferences.taken_back')} <Moment at={row.takenBack.at} />, {row.takenBack.by}: {row.takenBack.reason}
                </Box>
              ) : null}
            </Box>
            {onEnd ? <TextButton type="button" aria-label={`${translate('preferences.end_open')} ${what}`} onClick={() => onEnd(row)}>{translate('preferences.end_open')}</TextButton> : null}
          </Box>
        )
      })}
    </ul>
  )
}
