import Box from '@mui/material/Box'
import { useTheme } from '@mui/material/styles'
import { useTranslate } from 'ra-core'
import { Bar, CartesianGrid, ComposedChart, Legend, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { Week } from '#client/service-levels/levels.ts'

type WeeksChartProps = { label: string; weeks: readonly (Week & { name: string; share: number | null })[] }

const HIGH = 240

/** Names of the legend in ink, not in the colour of their bar. */
function inInk(name: string) {
  return <Box component="span" sx={{ color: 'ink2' }}>{name}</Box>
}

/** Arrived and answered as bars beside each other, the share on time as a line above them. */
export default function WeeksChart({ label, weeks }: WeeksChartProps) {
  const translate = useTranslate()
  const { vars } = useTheme()
  const mixed = (share: number) => `color-mix(in srgb, ${vars.palette.accent} ${share}%, ${vars.palette.surface})`
  const tick = { fill: vars.palette.ink2, fontSize: 12 }
  const axis = { tick, stroke: vars.palette.line2 } as const
  const said = weeks.map(({ name, arrived, answered, share }) => `${name}: ${arrived}, ${answered}, ${share ?? '–'} %`).join('; ')
  return (
    <Box role="img" aria-label={`${label}. ${said}`} sx={{ height: HIGH, minWidth: 0 }}>
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart data={[...weeks]} margin={{ top: 8, right: -12, bottom: 0, left: -20 }} accessibilityLayer={false}>
          <CartesianGrid stroke={vars.palette.line} vertical={false} />
          <XAxis dataKey="name" {...axis} minTickGap={16} />
          <YAxis yAxisId="count" allowDecimals={false} {...axis} />
          <YAxis yAxisId="share" orientation="right" domain={[0, 100]} unit=" %" width={64} {...axis} />
          <Tooltip cursor={{ fill: vars.palette.sunken }} contentStyle={{ background: vars.palette.surface, border: `1px solid ${vars.palette.line}`, borderRadius: 8, color: vars.palette.ink }} />
          <Legend iconType="square" formatter={inInk} />
          <Bar yAxisId="count" dataKey="arrived" name={translate('levels.arrived')} fill={mixed(16)} stroke={mixed(38)} isAnimationActive={false} />
          <Bar yAxisId="count" dataKey="answered" name={translate('levels.answered')} fill={mixed(46)} isAnimationActive={false} />
          <Line yAxisId="share" dataKey="share" name={translate('levels.share')} stroke={vars.palette.ink} strokeWidth={2} dot={{ r: 2.5, fill: vars.palette.ink }} connectNulls={false} isAnimationActive={false} />
        </ComposedChart>
      </ResponsiveContainer>
    </Box>
  )
}
