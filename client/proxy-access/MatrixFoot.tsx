import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { MatrixAnswer, MatrixColumn } from '#domain/contracts/proxy-access.ts'
import { changesOf, type GridRow } from '#client/proxy-access/matrix-rows.ts'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { TextButton } from '#client/ui/TextLink.tsx'

type MatrixFootProps = { matrix: MatrixAnswer; rows: readonly GridRow[]; column: MatrixColumn | undefined; onPrint: (() => void) | null }

/** Under the matrix: how many lines change for the chosen person, its keys, and that person's page to print. */
export function MatrixFoot({ matrix, rows, column, onPrint }: MatrixFootProps) {
  const translate = useTranslate()
  const changes = column && !column.held ? changesOf(matrix, rows, matrix.columns.indexOf(column)) : null
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, alignItems: 'center', px: 2, py: 1.25, typography: 'table', color: 'ink2' }}>
      {changes === null || matrix.with === null ? null : (
        <span>{translate('access.changes', { name: column?.name, smart_count: changes })}</span>
      )}
      <Box component="span" sx={{ '@media (hover: none)': { display: 'none' } }}>
        <KeyCap keys="up down" /> <KeyCap keys="arrowleft arrowright" /> {translate('access.move')}
      </Box>
      <Box component="span" sx={{ '@media (hover: none)': { display: 'none' } }}>
        <KeyCap keys="?" /> {translate('access.key_why')}
      </Box>
      {onPrint ? (
        <Box sx={{ marginInlineStart: 'auto' }}>
          <TextButton type="button" onClick={onPrint}>
            {translate('access.print_page', { name: column?.name })}
          </TextButton>
        </Box>
      ) : null}
    </Box>
  )
}
