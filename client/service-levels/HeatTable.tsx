import Box from '@mui/material/Box'
import { styled } from '@mui/material/styles'
import { useTranslate } from 'ra-core'
import type { ServiceLevels } from '#domain/contracts/service-levels.ts'
import { weekdayNames, type OnDrill } from '#client/service-levels/levels.ts'
import { usePracticeTime } from '#client/ui/practice.ts'

type HeatTableProps = { levels: ServiceLevels; shaded: boolean; onDrill: OnDrill }
type Cell = ServiceLevels['heat']['cells'][number]

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
/** Shares of the accent in five steps; the strongest carries light letters. */
const steps = [0, 10, 20, 32, 46, 92] as const

const Square = styled('button')(({ theme: { vars } }) => ({
  all: 'unset',
  boxSizing: 'border-box',
  display: 'grid',
  placeItems: 'center',
  width: '100%',
  minWidth: 24,
  height: 26,
  borderRadius: 4,
  cursor: 'pointer',
  fontSize: '0.75rem',
  '&:hover': { outline: `2px solid ${vars.palette.line2}` },
  '&:focus-visible': { outline: `2px solid ${vars.palette.accent}`, outlineOffset: 1 },
}))

/** Weekday by hour; the ground says how much, and what stands out says it in figures, too. */
export function HeatTable({ levels: { heat, from, to }, shaded, onDrill }: HeatTableProps) {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  const days = weekdayNames(locale)
  const most = Math.max(0, ...heat.cells.map(({ mean }) => mean))
  const open = (cell: Cell) => onDrill({ figure: { of: 'arrived', weekday: cell.weekday, hour: cell.hour, from, to }, title: titleOf(cell) })
  const titleOf = ({ weekday, hour }: Cell) => translate('levels.arrived_at', { weekday: days[weekday], from: hour, to: hour + 1 })
  return (
    <Box tabIndex={0} role="group" aria-label={translate('levels.when')} sx={{ overflowX: 'auto' }}>
      <Box component="table" aria-label={translate('levels.when')} sx={{ width: '100%', minWidth: 680, borderSpacing: '2px', borderCollapse: 'separate', tableLayout: 'fixed', '& th': { typography: 'small', color: 'ink2', fontWeight: 450 } }}>
        <thead>
          <tr>
            <Box component="td" sx={{ width: 44 }} />
            {HOURS.map((hour) => <th scope="col" key={hour}>{hour}</th>)}
          </tr>
        </thead>
        <tbody>
          {days.map((day, weekday) => (
            <tr key={day}>
              <Box component="th" scope="row" sx={{ textAlign: 'left' }}>{day}</Box>
              {heat.cells.filter((cell) => cell.weekday === weekday).map((cell) => (
                <Box component="td" key={cell.hour} sx={{ p: 0 }}>
                  <HeatCell cell={cell} step={shaded ? stepOf(cell.mean, most) : 0} shaded={shaded} title={titleOf(cell)} onOpen={() => open(cell)} />
                </Box>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  )
}

function HeatCell({ cell, step, shaded, title, onOpen }: { cell: Cell; step: number; shaded: boolean; title: string; onOpen: () => void }) {
  const ground = step === 0 ? 'var(--pd-palette-sunken)' : `color-mix(in srgb, var(--pd-palette-accent) ${steps[step]}%, var(--pd-palette-surface))`
  const words = `${title}: ${cell.messages}`
  const mean = cell.mean >= 10 ? Math.round(cell.mean) : Math.round(cell.mean * 10) / 10
  const seen = !shaded || step >= 3 ? mean : ''
  if (cell.messages === 0) return <Box title={words} sx={{ height: 26, display: 'grid', placeItems: 'center', borderRadius: 0.5, bgcolor: 'sunken', color: 'ink3', typography: 'small' }}>{shaded ? '' : 0}</Box>
  return (
    <Square type="button" title={words} aria-label={seen === '' ? words : `${seen}, ${words}`} onClick={onOpen} style={{ background: ground, color: step === steps.length - 1 ? 'var(--pd-palette-onAccent)' : 'inherit' }}>
      {seen}
    </Square>
  )
}

function stepOf(mean: number, most: number): number {
  return mean === 0 ? 0 : Math.min(steps.length - 1, Math.max(1, Math.ceil((mean / most) * (steps.length - 1))))
}
