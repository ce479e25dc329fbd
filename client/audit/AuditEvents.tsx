import { useTranslate, type TranslateFunction } from 'ra-core'
import { useState } from 'react'
import { AuditFilters, noFilters, type Filters } from '#client/audit/AuditFilters.tsx'
import { EventList } from '#client/audit/EventList.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'
import type { Column } from '#client/ui/Rows.tsx'
import type { AuditRow } from '#domain/contracts/audit.ts'

function columnsWith(translate: TranslateFunction): Column<AuditRow>[] {
  return [
    {
      key: 'whom',
      heading: 'audit.whom',
      cell: (row) =>
        row.patientId ? <TextLink to={`/patients/${row.patientId}`}>{translate('audit.patient')}</TextLink> : <ObjectNamed row={row} />,
    },
    { key: 'from', heading: 'audit.from', cell: (row) => row.sourceAddress ?? '–', from: 'lg' },
    { key: 'seal', heading: 'audit.position', align: 'right', cell: (row) => row.sealedPosition ?? translate('audit.waits'), from: 'md' },
  ]
}

/** The name of the colleague or site; of anything else the end of its number, the whole of it on hover. */
function ObjectNamed({ row }: { row: AuditRow }) {
  if (row.objectId === null) return '–'
  return <span title={row.objectId}>{row.objectName ?? `···${row.objectId.slice(-6)}`}</span>
}

/** Every event, newest first, narrowed by kind, outcome and day. */
export function AuditEvents() {
  const translate = useTranslate()
  const [filters, setFilters] = useState<Filters>(noFilters)
  return (
    <>
      <AuditFilters filters={filters} onChange={setFilters} />
      <EventList path="/audit/search" filters={filters} more={columnsWith(translate)} />
    </>
  )
}
