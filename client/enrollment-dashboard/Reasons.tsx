import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { declineReasons, deferReasons } from '#domain/enrollment/words.ts'
import type { Drill } from '#client/enrollment-dashboard/figures.ts'
import { Card } from '#client/ui/Card.tsx'
import { NumberLink } from '#client/ui/NumberLink.tsx'

type ReasonsProps = { what: 'declined-at-desk' | 'deferred'; rows: readonly { reason: string; count: number }[]; onDrill: (drill: Omit<Drill, 'from' | 'to'>) => void }

/** Why people say no, or later: each reason with its bar and its number. */
export function Reasons({ what, rows, onDrill }: ReasonsProps) {
  const translate = useTranslate()
  const most = Math.max(1, ...rows.map(({ count }) => count))
  const words = (reason: string) => {
    if (declineReasons.some((one) => one === reason)) return translate(`enroll.declined.${reason}`)
    return deferReasons.some((one) => one === reason) ? translate(`enroll.deferred.${reason}`) : reason
  }
  return (
    <Card title={translate(`figures.part.${what}`)}>
      {rows.length === 0 ? <Box sx={{ color: 'ink2' }}>{translate('figures.nobody')}</Box> : null}
      <Box component="ul" sx={{ display: 'grid', gap: 1 }}>
        {rows.map(({ reason, count }) => (
          <Box component="li" key={reason} sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr) 48px', gap: 1.5, alignItems: 'center' }}>
            <span>{words(reason)}</span>
            <Box aria-hidden sx={{ height: 10, borderRadius: 0.5, bgcolor: 'sunken' }}>
              <Box sx={{ height: 10, borderRadius: 0.5, bgcolor: 'accent' }} style={{ width: `${(count / most) * 100}%` }} />
            </Box>
            <Box component="span" sx={{ textAlign: 'right' }}>
              <NumberLink type="button" aria-label={`${words(reason)}: ${count}`} onClick={() => onDrill({ what, reason, title: words(reason) })}>{count}</NumberLink>
            </Box>
          </Box>
        ))}
      </Box>
    </Card>
  )
}
