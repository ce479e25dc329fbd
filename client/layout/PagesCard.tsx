import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import type { Pages } from '#client/layout/use-pages.ts'
import { Card } from '#client/ui/Card.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Paging } from '#client/ui/Paging.tsx'
import { Rows, type Column } from '#client/ui/Rows.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

type PagesCardProps<Row> = {
  pages: Pick<Pages<Row>, 'error' | 'refetch' | 'page' | 'turnTo' | 'isFetching'> & { data?: { rows: Row[]; more: boolean } }
  title?: ReactNode
  aside?: ReactNode
  label: string
  perPage: number
  rowKey: (row: Row) => string
  columns: readonly Column<Row>[]
  to?: (row: Row) => string
  /** Shown instead of an empty table. */
  empty: ReactNode
}

/** A list that is read page by page, in all its states: waiting, refused, nothing, rows, and the next ones. */
export function PagesCard<Row>({ pages, title, aside, label, perPage, rowKey, columns, to, empty }: PagesCardProps<Row>) {
  const { data, error } = pages
  return (
    <Card title={title} aside={aside} flush>
      {error ? <Failure error={error} onRetry={() => void pages.refetch()} /> : null}
      {!data && !error ? <Waiting rows={8} /> : null}
      {data && !error ? (
        <Box aria-busy={pages.isFetching}>
          {data.rows.length === 0 ? empty : <Rows label={label} rows={data.rows} rowKey={rowKey} columns={columns} to={to} />}
          {data.more || pages.page > 1 ? (
            <Paging page={pages.page} perPage={perPage} shown={data.rows.length} total={null} hasNext={data.more} onPage={pages.turnTo} />
          ) : null}
        </Box>
      ) : null}
    </Card>
  )
}
