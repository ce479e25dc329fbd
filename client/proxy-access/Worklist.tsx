import { useTranslate, type RaRecord } from 'ra-core'
import { alsoOn } from '#client/proxy-access/paths.ts'
import { ListCard, useConsoleList } from '#client/layout/ListCard.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import type { Column } from '#client/ui/Rows.tsx'

type WorklistProps<Row> = {
  resource: 'proxy-requests' | 'proxy-documents' | 'proxy-letters' | 'prepared-invitations'
  /** The field by which the oldest comes first. */
  by: string
  /** Keys of the words. */
  label: string
  none: string
  columns: readonly Column<Row>[]
  to?: (row: Row) => string
}

/** A list of what waits, the oldest first; each line leads to the record that it is about. */
export function Worklist<Row extends RaRecord>({ resource, by, label, none, columns, to }: WorklistProps<Row>) {
  const translate = useTranslate()
  const list = useConsoleList<Row>(resource, { sort: { field: by, order: 'ASC' }, alsoOn: [...alsoOn, 'proxy-grants', 'two-person-requests'] })
  return <ListCard list={list} label={translate(label)} columns={columns} to={to} empty={<EmptyState kind="all-done" title={translate(none)} />} />
}
