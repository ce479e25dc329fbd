import Box from '@mui/material/Box'
import { useTheme } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useTranslate } from 'ra-core'
import type { ValueAnswer } from '#domain/contracts/results.ts'
import { drawTrend, labelled, type Point } from '#client/results/trend.ts'
import { dayText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'
import { serverNow } from '#client/ui/ticking.ts'

/** Values as a line over the range that is normal. Numbers and days are text, so that they keep their size. */
export function TrendPicture({ value }: { value: ValueAnswer }) {
  const translate = useTranslate()
  const { vars, breakpoints } = useTheme()
  const narrow = useMediaQuery(breakpoints.down('sm'))
  const { zone, locale } = usePracticeTime()
  const drawn = drawTrend(value)
  if (!drawn) return null
  const { points, band, low, high } = drawn
  const day = (point: Point) => dayText(Date.parse(point.at), serverNow(), zone, locale).replace(/^\S+ /, '')
  const withDay = labelled(points.length, narrow ? 3 : 5)
  const said = points.map((point) => `${day(point)}: ${point.number}`).join('; ')
  return (
    <Box role="img" aria-label={`${value.name}, ${value.unit ?? ''}. ${said}. ${translate('results.range')}: ${value.rangeText ?? '–'}`}>
      <Box sx={{ position: 'relative', height: 152 }}>
        <svg width="100%" height="100%" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" style={{ position: 'absolute', inset: 0 }}>
          {band ? <rect x="0" width="100" y={band.top} height={Math.max(0, band.bottom - band.top)} fill={vars.palette.okSoft} /> : null}
          {[low, high].map((y) => (y === null ? null : <line key={y} x1="0" x2="100" y1={y} y2={y} stroke={vars.palette.ok} strokeDasharray="4 3" vectorEffect="non-scaling-stroke" />))}
          <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} fill="none" stroke={vars.palette.accent} strokeWidth="2" vectorEffect="non-scaling-stroke" />
        </svg>
        {band && value.rangeText ? (
          <Box component="span" sx={{ position: 'absolute', insetInlineEnd: 8, top: `calc(${Math.min(band.bottom, 100)}% - 22px)`, typography: 'small', color: 'ok' }}>{translate('results.within', { range: value.rangeText })}</Box>
        ) : null}
        {points.map((point) => <Mark key={`${point.at} ${point.x}`} point={point} isAbove={point.isLast || point.y > 30} />)}
      </Box>
      <Box sx={{ position: 'relative', height: 20, mt: 0.5, typography: 'small', color: 'ink2' }} aria-hidden="true">
        {points.map((point, place) => (withDay.has(place) ? (
          <Box key={`${point.at} ${point.x}`} component="span" sx={{ position: 'absolute', left: `${point.x}%`, transform: place === 0 ? 'translateX(-20%)' : point.isLast ? 'translateX(-80%)' : 'translateX(-50%)', whiteSpace: 'nowrap' }}>{day(point)}</Box>
        ) : null))}
      </Box>
    </Box>
  )
}

function Mark({ point, isAbove }: { point: Point; isAbove: boolean }) {
  const size = point.isLast ? 12 : 9
  return (
    <>
      <Box component="span" sx={{ position: 'absolute', left: `calc(${point.x}% - ${size / 2}px)`, top: `calc(${point.y}% - ${size / 2}px)`, width: size, height: size, borderRadius: '50%', boxSizing: 'border-box', border: '2px solid', borderColor: 'accent', bgcolor: point.isLast ? 'accent' : 'surface' }} />
      <Box component="span" sx={{ position: 'absolute', left: `${point.x}%`, top: isAbove ? `calc(${point.y}% - 26px)` : `calc(${point.y}% + 8px)`, transform: 'translateX(-50%)', typography: 'small', fontWeight: 600 }}>{point.number}</Box>
    </>
  )
}
