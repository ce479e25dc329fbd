import { useTranslate, type TranslateFunction } from 'ra-core'
import { funnelParts, type Drill, type Funnel } from '#client/enrollment-dashboard/figures.ts'
import { NumberLink } from '#client/ui/NumberLink.tsx'
import { Rows, type Column } from '#client/ui/Rows.tsx'

export type FunnelRow = Funnel & { key: string; name: string; drill?: Pick<Drill, 'portalId' | 'siteId' | 'channel'> }
type FunnelTableProps = { label: string; rows: readonly FunnelRow[]; onDrill: (drill: Omit<Drill, 'from' | 'to'>) => void }

function columnsOf(translate: TranslateFunction, onDrill: FunnelTableProps['onDrill']): Column<FunnelRow>[] {
  return [
    { key: 'name', heading: 'figures.name', cell: (row) => row.name },
    ...funnelParts.map((part, place) => ({
      key: part,
      heading: `figures.part.${part}`,
      align: 'right' as const,
      ...(place > 2 ? { from: 'sm' as const } : {}),
      cell: (row: FunnelRow) => {
        const { drill } = row
        const title = `${row.name}, ${translate(`figures.part.${part}`)}`
        return drill && row[part] > 0 ? <NumberLink type="button" aria-label={`${title}: ${row[part]}`} onClick={() => onDrill({ ...drill, what: part, title })}>{row[part]}</NumberLink> : row[part]
      },
    })),
  ]
}

/** The funnel as a table, one line each; numbers that can be narrowed to lead to the people behind them. */
export function FunnelTable({ label, rows, onDrill }: FunnelTableProps) {
  const translate = useTranslate()
  return <Rows label={label} rows={rows} rowKey={(row) => row.key} columns={columnsOf(translate, onDrill)} />
}
