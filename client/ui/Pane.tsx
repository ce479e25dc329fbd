import Box from '@mui/material/Box'
import { useId, type ReactNode } from 'react'
import { useRoving } from '#client/ui/roving.ts'

type PaneProps = {
  title: ReactNode
  aside?: ReactNode
  bar?: ReactNode
  width?: number
  /** Text to read: the pane itself takes the focus, so that it can be scrolled by keys. */
  reads?: boolean
  children: ReactNode
}

/** A pane scrolls inside and the page does not, but on a phone. Its action bar sticks to the lower edge. */
export function Pane({ title, aside, bar, width, reads = false, children }: PaneProps) {
  const id = useId()
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{
        display: 'flex',
        flexDirection: 'column',
        minHeight: 0,
        minWidth: 0,
        flex: { xs: 'none', md: width ? `0 0 ${width}px` : '1 1 0' },
        bgcolor: 'surface',
        border: '1px solid',
        borderColor: 'line',
        borderRadius: 1.25,
        overflow: 'clip',
      }}
    >
      <Box sx={{ display: 'flex', gap: 1, px: 2, py: 1.25, borderBottom: '1px solid', borderColor: 'line' }}>
        <Box component="h2" id={id} sx={{ flex: 1 }}>
          {title}
        </Box>
        {aside}
      </Box>
      <Box {...(reads ? { tabIndex: 0, role: 'group', 'aria-labelledby': id } : {})} sx={{ flex: 1, minHeight: 0, overflowY: 'auto' }}>
        {children}
      </Box>
      {bar ? (
        <Box sx={{ p: 2, borderTop: '1px solid', borderColor: 'line', bgcolor: 'surface', position: 'sticky', bottom: 0 }}>{bar}</Box>
      ) : null}
    </Box>
  )
}

type PaneListProps<Row> = {
  label: string
  rows: readonly Row[]
  rowKey: (row: Row) => string
  chosen: string | null
  onChoose: (row: Row) => void
  children: (row: Row) => ReactNode
}

/** Rows of a list pane: one Tab stop, arrows or J K move, Enter or a click chooses. */
export function PaneList<Row>({ label, rows, rowKey, chosen, onChoose, children }: PaneListProps<Row>) {
  const roving = useRoving(rows.length, Math.max(0, rows.findIndex((row) => rowKey(row) === chosen)))
  return (
    <Box component="ul" aria-label={label} onKeyDown={roving.onKeyDown}>
      {rows.map((row, index) => {
        const isChosen = rowKey(row) === chosen
        return (
          <Box component="li" key={rowKey(row)} sx={{ borderBottom: '1px solid', borderColor: 'line' }}>
            <Box
              component="button"
              type="button"
              aria-current={isChosen ? 'true' : undefined}
              onClick={() => onChoose(row)}
              {...roving.stop(index)}
              sx={{
                all: 'unset',
                boxSizing: 'border-box',
                display: 'block',
                width: '100%',
                px: 2,
                py: 1.25,
                cursor: 'pointer',
                borderInlineStart: '3px solid',
                borderColor: isChosen ? 'accent' : 'transparent',
                bgcolor: isChosen ? 'accentSoft' : 'transparent',
                '&:focus-visible': { outline: '2px solid', outlineColor: 'accent', outlineOffset: -3 },
              }}
            >
              {children(row)}
            </Box>
          </Box>
        )
      })}
    </Box>
  )
}
