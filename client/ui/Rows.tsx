import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { useTranslate } from 'ra-core'
import { RowLink } from '#client/ui/RowLink.tsx'
import { useRoving } from '#client/ui/roving.ts'

export type Column<Row> = {
  key: string
  /** Key of the heading in the catalogue. */
  heading: string
  cell: (row: Row) => ReactNode
  align?: 'right'
  /** Hidden below this width of the screen; the first column never is. */
  from?: 'sm' | 'md' | 'lg'
}

type RowsProps<Row> = {
  label: string
  rows: readonly Row[]
  rowKey: (row: Row) => string
  columns: readonly Column<Row>[]
  /** Where a row opens; its first cell is then a real link. */
  to?: (row: Row) => string
}

/** On a phone a row is a block of lines of at least 64 pixels; from 600 on it is a row of cells. */
const cellLook = { px: 2, py: { xs: 0, sm: 0.5 }, verticalAlign: 'middle', fontWeight: 400 } as const
const shown = (from: Column<unknown>['from']) => ({
  display: from && from !== 'sm' ? { xs: 'none', [from]: 'table-cell' } : { xs: from ? 'none' : 'block', sm: 'table-cell' },
})

/** A table whose rows are reached by Tab and arrows and opened by Enter, through the link in the first cell. */
export function Rows<Row>({ label, rows, rowKey, columns, to }: RowsProps<Row>) {
  const translate = useTranslate()
  const roving = useRoving(to ? rows.length : 0)
  return (
    <Box sx={{ overflowX: 'auto' }} {...(to ? {} : { tabIndex: 0, role: 'group', 'aria-label': label })}>
      <Box component="table" aria-label={label} sx={{ width: '100%', borderCollapse: 'collapse', display: { xs: 'block', sm: 'table' } }} onKeyDown={roving.onKeyDown}>
        <Box component="thead" sx={{ typography: 'table', color: 'ink3', display: { xs: 'none', sm: 'table-header-group' } }}>
          <tr>
            {columns.map(({ key, heading, align, from }) => (
              <Box component="th" scope="col" key={key} sx={{ ...cellLook, textAlign: align ?? 'left', ...shown(from) }}>
                {translate(heading)}
              </Box>
            ))}
          </tr>
        </Box>
        <Box component="tbody" sx={{ display: { xs: 'block', sm: 'table-row-group' } }}>
          {rows.map((row, index) => (
            <Box
              component="tr"
              key={rowKey(row)}
              sx={{
                display: { xs: 'block', sm: 'table-row' },
                py: { xs: 1, sm: 0 },
                minHeight: { xs: 64, sm: 0 },
                borderTop: '1px solid',
                borderColor: 'line',
                '&:hover, &:focus-within': { bgcolor: 'accentSoft' },
              }}
            >
              {columns.map(({ key, cell, align, from }, place) => (
                <Box
                  component={place === 0 ? 'th' : 'td'}
                  scope={place === 0 ? 'row' : undefined}
                  key={key}
                  sx={{ ...cellLook, textAlign: { xs: 'left', sm: align ?? 'left' }, height: { sm: 48 }, ...shown(from) }}
                >
                  {place === 0 && to ? (
                    <RowLink to={to(row)} stop={roving.stop(index)}>
                      {cell(row)}
                    </RowLink>
                  ) : (
                    cell(row)
                  )}
                </Box>
              ))}
            </Box>
          ))}
        </Box>
      </Box>
    </Box>
  )
}
