import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ProxiesAnswer } from '#domain/contracts/proxy-access.ts'
import { daysBetween } from '#client/proxy-access/dates.ts'
import { bandText } from '#client/proxy-access/why-words.ts'
import { dateText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'
import { localDateOf, type PlainDate } from '#domain/time.ts'
import { serverNow } from '#client/ui/ticking.ts'

/** Years that a band without an end is drawn as. */
const OPEN_END = 5

type AgeRulerProps = Pick<ProxiesAnswer, 'ruler' | 'birthDate'>

/** The ages at which the portal's rules change, the band of today, and where in it the patient stands. */
export function AgeRuler({ ruler, birthDate }: AgeRulerProps) {
  const translate = useTranslate()
  const { locale, zone } = usePracticeTime()
  if (ruler.length === 0) return null
  const today = localDateOf(serverNow(), zone)
  const width = ({ fromAge, untilAge }: ProxiesAnswer['ruler'][number]) => (untilAge ?? fromAge + OPEN_END) - fromAge
  const all = ruler.reduce((sum, band) => sum + width(band), 0)
  const place = Math.min(0.985, Math.max(0, yearsBetween(birthDate, today) / all))
  const tracks = ruler.map((band) => `minmax(0, ${width(band)}fr)`).join(' ')
  const current = ruler.find((band) => band.now)
  return (
    <Box sx={{ px: 2, pt: 2, pb: 1 }}>
      <Box sx={{ position: 'relative', pt: 1 }} role="img" aria-label={current ? `${translate('access.ruler')}: ${bandText(current)}, ${translate(`access.band_kind.${current.kind}`)}` : translate('access.ruler')}>
        <Box sx={{ display: 'grid', gridTemplateColumns: tracks }}>
          {ruler.map((band) => (
            <Box
              key={band.fromAge}
              sx={{
                minWidth: 0, marginInlineEnd: '2px', px: 1.25, py: 0.75, minHeight: 34, borderRadius: 0.5, typography: 'table', overflow: 'hidden', textOverflow: 'ellipsis',
                whiteSpace: 'nowrap', bgcolor: band.now ? 'accentSoft' : 'sunken', color: band.now ? 'accent' : 'ink2',
              }}
            >
              <strong>{bandText(band)}</strong>{' '}
              <Box component="span" sx={{ display: { xs: 'none', sm: 'inline' } }}>{translate(`access.band_kind.${band.kind}`)}</Box>
            </Box>
          ))}
        </Box>
        <Box sx={{ position: 'absolute', insetInlineStart: `${place * 100}%`, top: 0, bottom: -4, width: 2, bgcolor: 'ink', '&::before': { content: '""', position: 'absolute', top: -2, insetInlineStart: -3, width: 8, height: 8, borderRadius: '50%', bgcolor: 'ink' } }} />
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: tracks, typography: 'table', color: 'ink2', pt: 0.75 }}>
        {ruler.map((band, index) => (
          <Box key={band.fromAge} sx={{ minWidth: 0, whiteSpace: 'nowrap' }}>
            {index === 0 ? birthDate.slice(0, 4) : dateText(band.startsOn, locale)}
          </Box>
        ))}
      </Box>
    </Box>
  )
}

/** Years with their fraction, near enough to draw by. */
function yearsBetween(from: PlainDate, to: PlainDate): number {
  return daysBetween(from, to) / 365.25
}
