import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { MatrixAnswer } from '#domain/contracts/proxy-access.ts'
import { MatrixHead } from '#client/proxy-access/MatrixHead.tsx'
import { useKeys } from '#client/ui/keys.ts'
import { HeldCell, MatrixCell } from '#client/proxy-access/MatrixCell.tsx'
import { gridCell, moveIn, type GridRow, type Leaf, type Spot } from '#client/proxy-access/matrix-rows.ts'

type MatrixTableProps = {
  matrix: MatrixAnswer
  rows: readonly GridRow[]
  leaves: readonly Leaf[]
  spot: Spot
  onMove: (spot: Spot) => void
  /** `?` or Enter on a cell: why is it so. */
  onWhy: () => void
  onSay: () => void
  /** What stands in the corner: of which portal. */
  corner: ReactNode
}

/**
 * Who can see what: one line per capability, per person one cell for each of the two days. A real table; the arrows move
 * a cell cursor within it, and it is one stop for Tab.
 */
export function MatrixTable({ matrix, rows, leaves, spot, onMove, onWhy, onSay, corner }: MatrixTableProps) {
  const translate = useTranslate()
  const id = useId()
  const table = useRef<HTMLTableElement>(null)
  const idOf = ({ row, col }: Spot) => `${id}-${leaves[col]?.when === 'held' ? 0 : row}-${col}`
  const current = idOf(spot)
  const enter = () => table.current?.focus()
  useKeys(['arrowdown', 'arrowup', 'arrowleft', 'arrowright'].map((keys) => ({ keys, group: 'move' as const, run: enter })))
  useEffect(() => {
    if (table.current === document.activeElement) document.getElementById(current)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [current])
  const onKeyDown = (event: KeyboardEvent) => {
    const to = moveIn({ rows: rows.length, cols: leaves.length }, spot, event.key, event.ctrlKey)
    const asks = event.key === '?' || event.key === 'Enter'
    if (!to && !asks) return
    if (event.target !== table.current) return
    event.preventDefault()
    if (to) onMove(to)
    else onWhy()
  }
  const choose = (to: Spot) => {
    onMove(to)
    table.current?.focus({ preventScroll: true })
  }
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Box
        component="table"
        ref={table}
        role="grid"
        tabIndex={0}
        aria-label={translate('access.grid')}
        aria-activedescendant={leaves.length > 0 ? current : undefined}
        onKeyDown={onKeyDown}
        sx={{
          width: '100%', borderCollapse: 'separate', borderSpacing: 0, typography: 'table',
          '&:focus-visible': { outline: 'none' },
          '&:focus-visible [data-current=true]': { boxShadow: (theme) => `inset 0 0 0 2px ${theme.vars.palette.accent}` },
          '& [data-current=true]': { boxShadow: (theme) => `inset 0 0 0 1px ${theme.vars.palette.line2}` },
          '& td, & th': { borderBottom: '1px solid', borderColor: 'line' },
        }}
      >
        <MatrixHead matrix={matrix} leaves={leaves} corner={corner} />
        <tbody>
          {rows.map((row, line) => (
            <tr key={row.key}>
              <Box
                component="th"
                scope="row"
                sx={{
                  textAlign: 'left', fontWeight: line === spot.row ? 600 : 400, px: 2, height: 34, position: 'sticky', left: 0, bgcolor: 'surface', zIndex: 1,
                  minWidth: { xs: 128, sm: 214 },
                }}
              >
                {typeof row.name === 'string' ? row.name : translate(row.name.key)}
              </Box>
              {leaves.map((leaf, col) => {
                const here = { row: line, col }
                const isCurrent = col === spot.col && line === spot.row
                if (leaf.when === 'held') {
                  return line === 0 ? <HeldCell key={keyOf(leaf)} id={idOf(here)} span={rows.length} current={col === spot.col} onChoose={() => choose(here)} onSay={onSay} /> : null
                }
                return <MatrixCell key={keyOf(leaf)} id={idOf(here)} shown={gridCell(matrix, row, leaf)} current={isCurrent} onChoose={() => choose(here)} />
              })}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  )
}

const keyOf = (leaf: Leaf) => `${leaf.person}-${leaf.when}`
