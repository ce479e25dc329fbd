import Box from '@mui/material/Box'
import { useListController, type ListControllerResult, type RaRecord, type SortPayload } from 'ra-core'
import type { ReactNode } from 'react'
import { Card } from '#client/ui/Card.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Paging } from '#client/ui/Paging.tsx'
import { Rows, type Column } from '#client/ui/Rows.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

const PER_PAGE = 50

/** `alsoOn`: events about other things that change the list too. */
type Asked = { sort?: SortPayload; filterDefaultValues?: Record<string, unknown>; perPage?: number; alsoOn?: readonly string[] }

/** A list as react-admin reads it, with nothing of it in the address: Back finds it as it was left. */
export function useConsoleList<Row extends RaRecord>(resource: string, { alsoOn, ...asked }: Asked = {}): ListControllerResult<Row> {
  return useListController<Row>({
    resource,
    disableSyncWithLocation: true,
    storeKey: `${resource}.list`,
    perPage: PER_PAGE,
    ...asked,
    queryOptions: alsoOn ? { meta: { alsoOn } } : {},
  })
}

type ListCardProps<Row extends RaRecord> = {
  list: ListControllerResult<Row>
  label: string
  columns: readonly Column<Row>[]
  to?: (row: Row) => string
  /** Shown instead of an empty table. */
  empty: ReactNode
}

/** The table of a list in all its states: waiting, refused, nothing, rows, and the next page. */
export function ListCard<Row extends RaRecord>({ list, label, columns, to, empty }: ListCardProps<Row>) {
  if (list.error) {
    return (
      <Card flush>
        <Failure error={list.error} onRetry={() => void list.refetch()} />
      </Card>
    )
  }
  if (list.isPending) {
    return (
      <Card flush>
        <Waiting rows={8} />
      </Card>
    )
  }
  if (list.data.length === 0) return <Card flush>{empty}</Card>
  return (
    <Card flush>
      <Box aria-busy={list.isFetching}>
        <Rows label={label} rows={list.data} rowKey={(row) => String(row.id)} columns={columns} to={to} />
        <Paging
          page={list.page}
          perPage={list.perPage}
          shown={list.data.length}
          total={list.total}
          hasNext={list.hasNextPage ?? false}
          onPage={list.setPage}
        />
      </Box>
    </Card>
  )
}
