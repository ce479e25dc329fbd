import { Suspense, type ReactNode } from 'react'
import { Card } from '#client/ui/Card.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

type ChartCardProps = { title: string; aside?: ReactNode; view: 'chart' | 'table'; chart: ReactNode; table: ReactNode }

/** The same numbers as a picture or as a table; the picture comes when it is looked at. */
export function ChartCard({ title, aside, view, chart, table }: ChartCardProps) {
  return (
    <Card title={title} aside={aside} flush={view === 'table'}>
      {view === 'chart' ? <Suspense fallback={<Waiting rows={4} />}>{chart}</Suspense> : table}
    </Card>
  )
}
