import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'

type PagingProps = {
  page: number
  perPage: number
  shown: number
  /** Null or absent where nobody counts: "50 of many". */
  total?: number | null
  hasNext: boolean
  onPage: (page: number) => void
}

/** Which rows these are, of how many, and the next ones. */
export function Paging({ page, perPage, shown, total, hasNext, onPage }: PagingProps) {
  const translate = useTranslate()
  const first = (page - 1) * perPage + 1
  const range = { first, last: first + shown - 1, total: total ?? '' }
  const isMany = total === undefined || total === null
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1,
        alignItems: 'center',
        justifyContent: 'space-between',
        px: 2,
        py: 1,
        borderTop: '1px solid',
        borderColor: 'line',
      }}
    >
      <Box role="status" sx={{ typography: 'table', color: 'ink2' }}>
        {translate(isMany ? (hasNext ? 'ui.paging.of_many' : 'ui.paging.last') : 'ui.paging.of', range)}
      </Box>
      <Box sx={{ display: 'flex', gap: 1 }}>
        {page > 1 ? (
          <Button size="small" onClick={() => onPage(page - 1)}>
            {translate('ui.paging.previous')}
          </Button>
        ) : null}
        {hasNext ? (
          <Button size="small" onClick={() => onPage(page + 1)}>
            {translate('ui.paging.next')}
          </Button>
        ) : null}
      </Box>
    </Box>
  )
}
