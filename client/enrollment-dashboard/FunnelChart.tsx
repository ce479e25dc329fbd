import { useTheme } from '@mui/material/styles'
import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { FunnelRow } from '#client/enrollment-dashboard/FunnelTable.tsx'

type FunnelChartProps = { label: string; rows: readonly FunnelRow[]; /** Bars that stand, for weeks; names of portals and sites are read along lying ones. */ upright: boolean }

const HIGH = 260
const LINE = 64

/** Names of the legend in ink, not in the colour of their bar. */
function inInk(name: string) {
  return <Box component="span" sx={{ color: 'ink2' }}>{name}</Box>
}

/** Invited, opened, activated as bars beside each other: light, darker, full, so that they are told apart in grey. */
export default function FunnelChart({ label, rows, upright }: FunnelChartProps) {
  const translate = useTranslate()
  const { vars } = useTheme()
  const mixed = (share: number) => `color-mix(in srgb, ${vars.palette.accent} ${share}%, ${vars.palette.surface})`
  const tick = { fill: vars.palette.ink2, fontSize: 12 }
  const category = { dataKey: 'name', tick, stroke: vars.palette.line2 } as const
  const number = { allowDecimals: false, tick, stroke: vars.palette.line2 } as const
  return (
    <Box role="img" aria-label={`${label}. ${rows.map((row) => `${row.name}: ${row.invited}, ${row.opened}, ${row.activated}`).join('; ')}`} sx={{ height: upright ? HIGH : Math.max(HIGH / 2, rows.length * LINE + 48), minWidth: 0 }}>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart data={[...rows]} layout={upright ? 'horizontal' : 'vertical'} margin={{ top: 4, right: 12, bottom: 4, left: upright ? -16 : 8 }} accessibilityLayer={false}>
          <CartesianGrid stroke={vars.palette.line} vertical={!upright} horizontal={upright} />
          {upright ? <XAxis {...category} /> : <XAxis type="number" {...number} />}
          {upright ? <YAxis {...number} /> : <YAxis type="category" width={124} {...category} />}
          <Tooltip cursor={{ fill: vars.palette.sunken }} contentStyle={{ background: vars.palette.surface, border: `1px solid ${vars.palette.line}`, borderRadius: 8, color: vars.palette.ink }} />
          <Legend iconType="square" formatter={inInk} itemSorter={null} />
          <Bar dataKey="invited" name={translate('figures.part.invited')} fill={mixed(16)} stroke={mixed(38)} isAnimationActive={false} />
          <Bar dataKey="opened" name={translate('figures.part.opened')} fill={mixed(38)} isAnimationActive={false} />
          <Bar dataKey="activated" name={translate('figures.part.activated')} fill={vars.palette.accent} isAnimationActive={false} />
        </BarChart>
      </ResponsiveContainer>
    </Box>
  )
}
